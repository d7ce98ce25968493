package se.ehealthsdk.testkit.producer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import se.ehealthsdk.testkit.producer.ProducerCheck.Seen;

/** What is expected of any producer, whatever its contract. */
final class Checks {

    private static final String PROFILE = "RIV-TA Basic Profile 2.1 (SOAP 1.1, mutual TLS)";
    private static final int OVERSIZE = 20 << 20;

    /** What programs say of themselves when they fall. */
    private static final Pattern STACK =
            Pattern.compile(
                    "\\tat |^\\s+at [a-z]+\\.|Caused by:|Exception\\b|Traceback|java\\.[a-z]+\\.|System\\.[A-Z][a-z]+\\.|\\.(java|cs|py|php):\\d+",
                    Pattern.MULTILINE);

    private final String prefix;
    private final Endpoint endpoint;
    private final Supplier<String> good;
    private final Predicate<Answer> answered;
    private final String secret;
    private final List<ProducerCheck> checks = new ArrayList<>();

    /**
     * @param prefix what ids begin with
     * @param good a good message, new each time
     * @param answered whether an answer is a good message's
     * @param secret the personal identity number in the messages
     */
    Checks(
            String prefix,
            Endpoint endpoint,
            Supplier<String> good,
            Predicate<Answer> answered,
            String secret) {
        this.prefix = prefix;
        this.endpoint = endpoint;
        this.good = good;
        this.answered = answered;
        this.secret = secret;
    }

    List<ProducerCheck> all() {
        return List.copyOf(checks);
    }

    void add(String id, String name, String source, Supplier<Seen> steps) {
        checks.add(new ProducerCheck(prefix + "." + id, name, source, steps));
    }

    /** That good messages are taken, in time, and of those alone who show a certificate. */
    void addReachable() {
        add(
                "reachable",
                "A good message is answered over mutual TLS",
                PROFILE,
                () -> {
                    Answer answer = endpoint.post(good.get());
                    return Seen.of(answered.test(answer), answer);
                });
        add(
                "in-time",
                "The answer comes within " + endpoint.limit().toSeconds() + " seconds",
                "The national platform gives up after 30 seconds",
                () -> {
                    Answer answer = endpoint.post(good.get());
                    return new Seen(
                            answer.unanswered().isEmpty()
                                    && answer.took().compareTo(endpoint.limit()) <= 0,
                            answer.told() + " after " + answer.took().toMillis() + " ms");
                });
        add(
                "media-type",
                "The answer is text/xml",
                PROFILE,
                () -> {
                    Answer answer = endpoint.post(good.get());
                    return new Seen(
                            answer.isXml(),
                            answer.isXml() ? "text/xml" : "another media type, or none");
                });
        add(
                "no-certificate",
                "Who shows no client certificate is refused",
                PROFILE,
                () -> {
                    Answer answer = endpoint.postWithoutCertificate(good.get());
                    return Seen.of(!answered.test(answer), answer);
                });
    }

    /** That what is no good message is refused, says nothing of the inside, and does no harm. */
    void addAbuse() {
        refused("garbage", "What is no XML is refused", () -> endpoint.post("\u0000\u0001 no XML"));
        refused(
                "half",
                "A message that breaks off is refused",
                () -> {
                    String whole = good.get();
                    return endpoint.post(whole.substring(0, whole.length() / 2));
                });
        refused(
                "other-contract",
                "A message of another contract is refused",
                () ->
                        endpoint.post(
                                "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                                        + "<e:Body><nothing xmlns=\"urn:riv:nothing:Responder:1\"/>"
                                        + "</e:Body></e:Envelope>"));
        refused(
                "doctype",
                "A document type declaration is refused",
                () ->
                        endpoint.post(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                                        + good.get()));
        refused(
                "content-type",
                "JSON is refused",
                () -> endpoint.post("{}".getBytes(StandardCharsets.UTF_8), "application/json"));
        add(
                "oversize",
                "A message of 20 MiB does no harm: the next one is answered",
                "The national platform lets 15 MiB through; RIV-TA sets no limit of its own",
                () -> {
                    Answer large =
                            endpoint.post(
                                    good.get().replaceFirst("(?<=:Body>)", " ".repeat(OVERSIZE)));
                    Answer next = endpoint.post(good.get());
                    return new Seen(
                            answered.test(next),
                            "the large one: " + large.told() + "; the next: " + next.told());
                });
        add(
                "leak",
                "Refusals tell nothing of the inside and nothing personal",
                "ANCHORS of the SDK; GetCarePlans' description: technical errors without personal data",
                this::leaks);
    }

    private Seen leaks() {
        String message = good.get();
        List<Answer> answers =
                List.of(
                        endpoint.post("no XML"),
                        endpoint.post(message.substring(0, message.length() / 2)),
                        endpoint.post(message.replaceFirst("<([a-z]+:)?Body>", "<$1Body><wrong/>")),
                        endpoint.post(message.replace(secret, secret + "X")),
                        endpoint.post(message.replaceAll(":Responder:[0-9]+", ":Responder:99")));
        for (Answer answer : answers) {
            if (answered.test(answer)) {
                continue;
            }
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            if (STACK.matcher(text).find()) {
                return new Seen(false, answer.told() + " that names the program's inside");
            }
            if (text.contains(secret)) {
                return new Seen(false, answer.told() + " that repeats a personal identity number");
            }
        }
        return new Seen(true, "nothing of the kind in " + answers.size() + " answers");
    }

    private void refused(String id, String name, Supplier<Answer> call) {
        add(
                id,
                name + ", and the next message is answered",
                PROFILE,
                () -> {
                    Answer refusal = call.get();
                    Answer next = endpoint.post(good.get());
                    boolean wellRefused =
                            refusal.unanswered()
                                            .filter(each -> each.startsWith("nothing"))
                                            .isEmpty()
                                    && !answered.test(refusal);
                    return new Seen(
                            wellRefused && answered.test(next),
                            refusal.told() + "; the next: " + next.told());
                });
    }
}
