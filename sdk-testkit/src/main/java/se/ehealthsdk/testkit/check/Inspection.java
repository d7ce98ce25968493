package se.ehealthsdk.testkit.check;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** One call being held against the rules. Not for use by more than one thread. */
public final class Inspection implements AutoCloseable {

    /** Findings of one message at most: a message that is wrong all through says so soon enough. */
    static final int MAX_FINDINGS = 100;

    private static final Rule BROKEN = Rules.of("xml.broken");
    private static final Rule NATIONAL = Rules.of("address.national");
    private static final Rule ANSWER = Rules.of("schema.answer");
    private static final String NATIONAL_ADDRESS = "SE165565594230-1000";

    private final Inspector inspector;
    private final Instant at;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Optional<X509Certificate> certificate;
    private final List<Finding> found = new ArrayList<>();
    private @Nullable String contract;

    Inspection(
            Inspector inspector,
            Instant at,
            String target,
            Map<String, String> headers,
            byte[] body,
            Optional<X509Certificate> certificate) {
        this.inspector = inspector;
        this.at = at;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.certificate = certificate;
    }

    /** Adds what connection, headers and message break by themselves, before it is answered. */
    public void request() {
        certificate.ifPresent(each -> new ConnectionRules(at).check(each, this::onConnection));
        if (body.length == 0) {
            return;
        }
        HeaderRules rules = new HeaderRules(this::onHeaders);
        rules.check(target, headers, certificate);
        message(rules);
        rules.contract(Optional.ofNullable(contract), headers);
    }

    private void message(HeaderRules headerRules) {
        Notes notes = this::onMessage;
        Envelope envelope = new Envelope(notes);
        MessageWalk walk =
                new MessageWalk(
                        notes,
                        List.of(envelope, new Identifiers(notes)),
                        namespace -> watches(namespace, envelope, notes),
                        inspector::schema);
        try {
            walk.read(body, headerRules.checkCharset(headers, body).orElse(null));
        } catch (XMLStreamException unreadable) {
            // what the platform itself cannot read is the platform's to tell
            if (walk.reachedBody()) {
                int line =
                        unreadable.getLocation() == null
                                ? 0
                                : unreadable.getLocation().getLineNumber();
                onMessage(BROKEN, line, walk.place().path(), plain(unreadable));
            }
        } catch (IOException unreadable) {
            if (walk.reachedBody()) {
                onMessage(BROKEN, walk.place().line(), walk.place().path(), plain(unreadable));
            }
        }
    }

    private static String plain(Exception unreadable) {
        String message = String.valueOf(unreadable.getMessage());
        int newLine = message.indexOf('\n');
        return newLine < 0 ? message : message.substring(0, newLine);
    }

    private List<Watch> watches(String namespace, Envelope envelope, Notes notes) {
        contract = namespace;
        if (isNational(namespace)
                && !envelope.address().isBlank()
                && !envelope.address().strip().equalsIgnoreCase(NATIONAL_ADDRESS)) {
            notes.add(NATIONAL, envelope.line(), envelope.path(), envelope.address().strip());
        }
        if (namespace.startsWith("urn:riv:informationsecurity:auditing:log:")) {
            return List.of(new AccessLogRules(notes, at));
        }
        if (namespace.startsWith("urn:riv:infrastructure:directory:")) {
            return List.of(new DirectoryRules(notes, namespace));
        }
        if (namespace.startsWith("urn:riv:clinicalprocess:healthcond:certificate:")) {
            return List.of(new CertificateMessageRules(notes, at, namespace));
        }
        if (namespace.startsWith("urn:riv:strategicresourcemanagement:persons:person:")) {
            return List.of(new PersonDataRules(notes));
        }
        if (namespace.startsWith("urn:riv:itintegration:engagementindex:")) {
            return List.of(new EngagementRules(notes));
        }
        if (namespace.startsWith("urn:riv:clinicalprocess:logistics:logistics:GetCarePlans")) {
            return List.of(new CarePlanRules(notes, envelope.address()));
        }
        return List.of();
    }

    private static boolean isNational(String namespace) {
        return namespace.startsWith("urn:riv:infrastructure:directory:")
                || namespace.startsWith("urn:riv:strategicresourcemanagement:persons:person:");
    }

    /** Adds what is wrong with the answer by the contract's schema. */
    public void response(int status, byte[] answer) {
        if (status != 200 || answer.length == 0 || !inspector.hasSchemas()) {
            return;
        }
        Notes notes =
                (rule, line, path, values) ->
                        add(Part.RESPONSE, line, path, ANSWER, Rules.what(rule, values));
        MessageWalk walk =
                new MessageWalk(notes, List.of(), namespace -> List.of(), inspector::schema);
        try {
            walk.read(answer, null);
        } catch (IOException | XMLStreamException unreadable) {
            add(
                    Part.RESPONSE,
                    walk.place().line(),
                    walk.place().path(),
                    ANSWER,
                    new Text(plain(unreadable), plain(unreadable)));
        }
    }

    private void onConnection(Rule rule, int line, String path, Object... values) {
        add(Part.CONNECTION, line, path, rule, values);
    }

    private void onHeaders(Rule rule, int line, String path, Object... values) {
        add(Part.REQUEST_HEADERS, line, path, rule, values);
    }

    private void onMessage(Rule rule, int line, String path, Object... values) {
        add(Part.REQUEST, line, path, rule, values);
    }

    private void add(Part part, int line, String path, Rule rule, Object... values) {
        if (found.size() < MAX_FINDINGS) {
            found.add(new Finding(rule, part, line, path, Rules.what(rule, values)));
        }
    }

    /** What has been found so far. */
    public List<Finding> found() {
        return List.copyOf(found);
    }

    /** Gives all that was found, and counts it as of this exchange. */
    public List<Finding> foundIn(long exchange) {
        for (Finding each : found) {
            inspector.findings().add(new Findings.Noted(at, Inspector.PLATFORM, exchange, each));
        }
        return found();
    }

    /** What a stand-in found; not again what the message itself has shown. */
    void report(Part part, String path, Rule rule, Object... values) {
        for (Finding each : found) {
            if (each.rule().equals(rule)) {
                return;
            }
        }
        ElementLine at =
                part == Part.REQUEST ? ElementLine.of(path, body) : new ElementLine(0, path);
        add(part, at.line(), at.path(), rule, values);
    }

    /** Ends it. */
    @Override
    public void close() {
        inspector.closed();
    }
}
