package se.ehealthsdk.testkit.admin;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.check.Strictness;
import se.ehealthsdk.testkit.data.DataForm;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.admin.ApiCalls;
import se.ehealthsdk.testkit.internal.admin.Tree;

/**
 * A client of the Admin API of stand-in services that run elsewhere: in a container, or started from the jar.
 *
 * <pre>{@code
 * AdminClient admin = AdminClient.of(URI.create("http://localhost:8480"));
 * try (AdminClient.Workspace own = admin.newWorkspace()) {
 *     own.platformUrl();                                          // only this test calls it
 *     own.addFault("platform", "vp", Map.of("code", "VP009"), 1);
 *     own.exchanges();
 * }
 * }</pre>
 *
 * <p>Every method throws {@link ConnectionException} when the server cannot be reached, {@link InvalidInputException} when it refuses what was
 * asked for, with its own words, and {@link ProtocolException} when it answers something else than the API's document says. Safe for use by many threads.
 */
public final class AdminClient {

    private final ApiCalls calls;

    private AdminClient(ApiCalls calls) {
        this.calls = calls;
    }

    /**
     * A client of a server on this machine.
     *
     * @param console where the console is, as {@code http://localhost:8480}
     * @throws ConfigurationException if that is no address of a server
     */
    public static AdminClient of(URI console) {
        return new AdminClient(ApiCalls.of(console, null, null));
    }

    /**
     * A client of a server on another machine, which asks for a password.
     *
     * @param console where the console is, as {@code https://test.example.test:8480}
     * @param trust the root of the server's PKI, {@code trusted-roots.pem}
     * @throws ConfigurationException if that is no address of a server
     */
    public static AdminClient of(URI console, TrustAnchors trust, String password) {
        return new AdminClient(ApiCalls.of(console, trust, password));
    }

    /**
     * What runs.
     *
     * @param version of the product
     * @param workspace whose services
     * @param now by the services' clock
     * @param systemHsaId the system in the certificate that comes with it
     * @param urls by service: {@code platform}, {@code idp} and so on
     */
    public record About(
            String version,
            String workspace,
            Instant now,
            String systemHsaId,
            Map<String, URI> urls) {

        /** Copies the map. */
        public About {
            urls = Map.copyOf(urls);
        }
    }

    /**
     * A call, without its messages.
     *
     * @param number its number
     * @param at when it arrived
     * @param contract the namespace of the request; empty when it could not be read
     * @param logicalAddress as in the message
     * @param caller the HSA-id in the client's certificate
     * @param status the HTTP status
     * @param outcome {@code answered}, {@code producer-fault}, {@code refused} or {@code fault-injected}
     * @param fault the injected fault that it met
     * @param rules the ids of the rules that it breaks, one for each finding
     */
    public record ExchangeSummary(
            long number,
            Instant at,
            Optional<String> contract,
            Optional<String> logicalAddress,
            Optional<String> caller,
            int status,
            String outcome,
            Optional<String> fault,
            List<String> rules) {

        /** Copies the list. */
        public ExchangeSummary {
            rules = List.copyOf(rules);
        }
    }

    /**
     * What is wrong with a call.
     *
     * @param rule the rule's id
     * @param title the rule in a sentence, in English; nothing of the message
     * @param severity {@code refused}, {@code wrong} or {@code advice}
     * @param part {@code connection}, {@code request-headers}, {@code request} or {@code response}
     * @param line in the message, from 1; 0 where there is none
     * @param path the element or header
     * @param what in English; may hold values of the message
     * @param source why there is such a rule: contract, law or fact
     */
    public record FindingDetail(
            String rule,
            String title,
            String severity,
            String part,
            int line,
            String path,
            String what,
            String source) {

        /** Rule and place; nothing of the message. */
        @Override
        public String toString() {
            return "FindingDetail[" + rule + ", " + part + " line " + line + ", " + path + "]";
        }
    }

    /**
     * A call with its messages.
     *
     * @param summary without them
     * @param request as it was sent
     * @param response as it was answered
     * @param findings what is wrong with it
     */
    public record ExchangeDetail(
            ExchangeSummary summary,
            String request,
            String response,
            List<FindingDetail> findings) {

        /** Copies the list. */
        public ExchangeDetail {
            findings = List.copyOf(findings);
        }

        /** The summary; nothing of the messages. */
        @Override
        public String toString() {
            return "ExchangeDetail[" + summary + "]";
        }
    }

    /**
     * A record that the log service has stored.
     *
     * @param number 1 for the first
     * @param logId its id
     * @param activity as {@code Läsa}
     * @param purpose as {@code Vård och behandling}
     * @param user the user's HSA-id
     * @param careUnit the user's unit
     * @param careProvider the user's care provider
     * @param patients the numbers of those it is about
     */
    public record LogRecord(
            long number,
            String logId,
            String activity,
            String purpose,
            String user,
            String careUnit,
            String careProvider,
            List<String> patients) {

        /** Copies the list. */
        public LogRecord {
            patients = List.copyOf(patients);
        }

        /** Number and log id; nothing of what it is about. */
        @Override
        public String toString() {
            return "LogRecord[" + number + ", " + logId + "]";
        }
    }

    /**
     * A certificate (intyg) or a draft.
     *
     * @param id its id
     * @param type as {@code LISJP}
     * @param unit the issuing unit's HSA-id
     * @param state {@code draft}, {@code signed}, {@code sent} or {@code revoked}
     * @param sentTo the recipients' codes
     */
    public record CertificateSummary(
            String id, String type, String unit, String state, List<String> sentTo) {

        /** Copies the list. */
        public CertificateSummary {
            sentTo = List.copyOf(sentTo);
        }
    }

    /** Services with a memory of their own, or the default ones. */
    public static sealed class Services permits Workspace {

        private final ApiCalls calls;

        private Services(ApiCalls calls) {
            this.calls = calls;
        }

        /** What runs. */
        public About about() {
            Tree about = calls.get("/about");
            Map<String, URI> urls = new java.util.LinkedHashMap<>();
            about.list("urls").forEach(each -> urls.put(each.text("service"), each.address("url")));
            return new About(
                    about.text("version"),
                    about.text("workspace"),
                    about.moment("now"),
                    about.text("systemHsaId"),
                    urls);
        }

        /** The last 1 000 calls, oldest first. */
        public List<ExchangeSummary> exchanges() {
            return calls.get("/exchanges?limit=1000").list("exchanges").stream()
                    .map(Services::exchange)
                    .sorted(java.util.Comparator.comparingLong(ExchangeSummary::number))
                    .toList();
        }

        /** The first 1 000 calls after that of a number, oldest first. */
        public List<ExchangeSummary> exchangesAfter(long number) {
            return calls
                    .get("/exchanges?limit=1000&order=oldest&after=" + Math.max(0, number))
                    .list("exchanges")
                    .stream()
                    .map(Services::exchange)
                    .toList();
        }

        private static ExchangeSummary exchange(Tree tree) {
            return new ExchangeSummary(
                    tree.whole("number"),
                    tree.moment("at"),
                    tree.optional("contract"),
                    tree.optional("logicalAddress"),
                    tree.optional("caller"),
                    (int) tree.whole("status"),
                    tree.text("outcome"),
                    tree.optional("fault"),
                    tree.list("findings").stream().map(each -> each.text("rule")).toList());
        }

        /**
         * A call with its messages.
         *
         * @throws InvalidInputException if there is none of that number, or it is no longer kept
         */
        public ExchangeDetail exchange(long number) {
            Tree tree = calls.get("/exchanges/" + number);
            return new ExchangeDetail(
                    exchange(tree.object("summary")),
                    tree.object("request").text("text"),
                    tree.object("response").text("text"),
                    tree.list("findings").stream().map(Services::finding).toList());
        }

        private static FindingDetail finding(Tree tree) {
            Tree rule = tree.object("rule");
            return new FindingDetail(
                    rule.text("id"),
                    rule.object("title").text("en"),
                    rule.text("severity"),
                    tree.text("part"),
                    (int) tree.whole("line"),
                    tree.text("path"),
                    tree.object("what").text("en"),
                    rule.text("source"));
        }

        /** How often each rule was broken, by its id; those that nobody broke are not in it. */
        public Map<String, Long> findings() {
            Map<String, Long> counts = new java.util.LinkedHashMap<>();
            calls.get("/findings")
                    .list("counts")
                    .forEach(
                            each ->
                                    counts.put(
                                            each.object("rule").text("id"), each.whole("count")));
            return counts;
        }

        /** Chooses what is done with messages that break a rule. */
        public void mode(Strictness mode) {
            calls.send(
                    "PUT",
                    "/mode",
                    Map.of("mode", mode == Strictness.STRICT ? "strict" : "lenient"));
        }

        /**
         * Adds a fault; {@code /api/faults/kinds} tells which there are.
         *
         * @param service where, as {@code platform}
         * @param kind which, as {@code vp}
         * @param settings its settings by name
         * @param times how many calls meet it
         * @return its id
         */
        public String addFault(
                String service, String kind, Map<String, String> settings, int times) {
            return calls.send(
                            "POST",
                            "/faults",
                            Map.of(
                                    "service",
                                    service,
                                    "kind",
                                    kind,
                                    "settings",
                                    settings,
                                    "condition",
                                    Map.of("times", times)))
                    .text("id");
        }

        /**
         * Takes a fault away.
         *
         * @throws InvalidInputException if there is none of that id
         */
        public void removeFault(String id) {
            calls.send("DELETE", "/faults/" + ApiCalls.part(id), null);
        }

        /** Takes every fault away, at all services. */
        public void clearFaults() {
            calls.send("DELETE", "/faults", null);
        }

        /** The time of the services. */
        public Instant now() {
            return calls.get("/clock").moment("now");
        }

        /**
         * Moves their time forward.
         *
         * @return the time afterwards
         * @throws InvalidInputException if that is not forward, or more than 20 years
         */
        public Instant advance(Duration by) {
            return clock(Map.of("advance", by.toString()));
        }

        /** Stops their time. */
        public Instant stopClock() {
            return clock(Map.of("stop", true));
        }

        /** Lets their time go on. */
        public Instant resumeClock() {
            return clock(Map.of("resume", true));
        }

        private Instant clock(Map<String, Object> move) {
            return calls.send("POST", "/clock", move).moment("now");
        }

        /** The last 1 000 records of the log service, oldest first. */
        public List<LogRecord> logRecords() {
            return calls.get("/access-log?limit=1000").list("records").stream()
                    .map(Services::record)
                    .sorted(java.util.Comparator.comparingLong(LogRecord::number))
                    .toList();
        }

        private static LogRecord record(Tree tree) {
            Tree user = tree.object("user");
            return new LogRecord(
                    tree.whole("number"),
                    tree.text("logId"),
                    tree.text("activity"),
                    tree.text("purpose"),
                    user.text("id"),
                    user.text("careUnit"),
                    user.text("careProvider"),
                    tree.list("patients").stream()
                            .flatMap(each -> each.optional("id").stream())
                            .toList());
        }

        /** All certificates and drafts, newest first. */
        public List<CertificateSummary> certificates() {
            return calls.get("/certificates").list("certificates").stream()
                    .map(
                            each ->
                                    new CertificateSummary(
                                            each.text("id"),
                                            each.text("type"),
                                            each.text("unit"),
                                            each.text("state"),
                                            each.texts("sentTo")))
                    .toList();
        }

        /** The names of the people who work in health care. */
        public List<String> people() {
            return calls.get("/people").list("people").stream()
                    .map(each -> each.text("name"))
                    .toList();
        }

        /**
         * Adds a person.
         *
         * @param json in the form of the data files
         * @throws InvalidInputException if it is not in the form, or there is one of this name
         */
        public void addPerson(String json) {
            calls.sendText("POST", "/people", json);
        }

        /**
         * Takes a person away.
         *
         * @throws InvalidInputException if there is nobody of this name
         */
        public void removePerson(String name) {
            calls.send("DELETE", "/people/" + ApiCalls.part(name), null);
        }

        /**
         * A person in the form of the data files.
         *
         * @throws InvalidInputException if there is nobody of this name
         */
        public Persona person(String name) {
            return DataForm.readPerson(calls.text("/people/" + ApiCalls.part(name)));
        }

        /** The ids of the cases that the region's discharge system holds. */
        public List<String> dischargeCases() {
            return calls.get("/discharge/cases").list("cases").stream()
                    .map(each -> each.text("id"))
                    .toList();
        }

        /**
         * The kinds of a case's events, oldest first, as {@code admissionNotice}.
         *
         * @throws InvalidInputException if there is no case of that id
         */
        public List<String> dischargeEvents(String caseId) {
            return calls.get("/discharge/cases/" + ApiCalls.part(caseId)).list("events").stream()
                    .map(each -> each.text("kind"))
                    .toList();
        }

        /** Trust in the servers of these services: the roots of their PKI. */
        public TrustAnchors trust() {
            return calls.trust(calls.text("/pki/trusted-roots.pem"));
        }

        /** A certificate by the test PKI that systems call the services with. */
        public Credential credential(String hsaId) {
            Tree issued =
                    calls.send(
                            "POST",
                            "/pki/certificates",
                            Map.of("kind", "good", "hsaId", hsaId, "format", "pkcs12"));
            return calls.credential(
                    Base64.getDecoder().decode(issued.text("pkcs12")),
                    issued.text("password").toCharArray());
        }

        /** Brings everything back as it was at the start. */
        public void reset() {
            calls.send("POST", "/reset", null);
        }

        ApiCalls calls() {
            return calls;
        }
    }

    /** Services with a memory of their own, which are gone when it is closed. Safe for use by many threads. */
    public static final class Workspace extends Services implements AutoCloseable {

        private final ApiCalls top;
        private final String name;
        private final URI platformUrl;
        private final boolean own;

        private Workspace(ApiCalls top, String name, URI platformUrl, boolean own) {
            super(top.below("/workspaces/" + ApiCalls.part(name)));
            this.top = top;
            this.name = name;
            this.platformUrl = platformUrl;
            this.own = own;
        }

        /** Its name. */
        public String name() {
            return name;
        }

        /** The platform's base address, {@code https://localhost:port/w/NAME/vp}. */
        public URI platformUrl() {
            return platformUrl;
        }

        /** The environment for a client: the base address, and trust in the services' PKI alone. */
        public Environment environment() {
            return Environment.of("testkit", platformUrl, trust());
        }

        /** Removes it, if it was made with {@link AdminClient#newWorkspace}. */
        @Override
        public void close() {
            if (own) {
                top.send("DELETE", "/workspaces/" + ApiCalls.part(name), null);
            }
        }

        /** Its name and address. */
        @Override
        public String toString() {
            return "Workspace[" + name + ", " + platformUrl + "]";
        }
    }

    /** The services that everybody shares. Closing them does nothing. */
    public Workspace shared() {
        return workspace("default");
    }

    /**
     * A workspace that somebody else has made, or {@code default}. Closing it does nothing.
     *
     * @throws InvalidInputException if there is none of that name
     */
    public Workspace workspace(String name) {
        Tree tree = calls.get("/workspaces/" + ApiCalls.part(name));
        return new Workspace(calls, name, tree.address("platformUrl"), false);
    }

    /**
     * Makes services with a memory of their own, with all people.
     *
     * @throws InvalidInputException if there are as many as there may be
     */
    public Workspace newWorkspace() {
        return newWorkspace(Map.of());
    }

    /**
     * Makes services with a memory of their own, and these people alone.
     *
     * @param people names of people in the default workspace
     * @throws InvalidInputException if there are as many as there may be, or one of the people is not there
     */
    public Workspace newWorkspaceWith(List<String> people) {
        return newWorkspace(Map.of("people", people));
    }

    /**
     * Makes services with a memory of their own, as they are chosen.
     *
     * @throws InvalidInputException if there are as many as there may be, or one of the people is not there
     */
    public Workspace newWorkspace(Wishes wishes) {
        Map<String, Object> body = new java.util.LinkedHashMap<>();
        if (!wishes.people().isEmpty()) {
            body.put("people", wishes.people());
        }
        wishes.mode()
                .ifPresent(
                        mode -> body.put("mode", mode == Strictness.STRICT ? "strict" : "lenient"));
        wishes.seed().ifPresent(seed -> body.put("seed", seed));
        return newWorkspace(body);
    }

    /**
     * What a workspace is to be like.
     *
     * @param people the names of the only people in it; all of them when it is empty
     * @param mode what is done with messages that break a rule; as in the default workspace when it is empty
     * @param seed for the same ids each time
     */
    public record Wishes(List<String> people, Optional<Strictness> mode, OptionalLong seed) {

        /** As it is by default. */
        public static final Wishes NONE =
                new Wishes(List.of(), Optional.empty(), OptionalLong.empty());

        /** Copies the list. */
        public Wishes {
            people = List.copyOf(people);
        }
    }

    private Workspace newWorkspace(Map<String, Object> wishes) {
        Tree made = calls.send("POST", "/workspaces", wishes);
        return new Workspace(calls, made.text("name"), made.address("platformUrl"), true);
    }

    /** The names of all workspaces, {@code default} first. */
    public List<String> workspaces() {
        return calls.get("/workspaces").list("workspaces").stream()
                .map(each -> each.text("name"))
                .toList();
    }

    /** Where the server is; nothing of the password. */
    @Override
    public String toString() {
        return "AdminClient[" + calls + "]";
    }
}
