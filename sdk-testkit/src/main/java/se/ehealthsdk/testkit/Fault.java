package se.ehealthsdk.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;

/**
 * Something that goes wrong with a call, as it has been seen to go wrong on the real platform. Given to
 * {@link Faults}. Immutable.
 *
 * <p>What a fault says happened before it, has happened: {@link #resetAfterProcessing()} and all that spoil
 * an answer carry the call out first, {@link #repeatedByPlatform()}
 * twice, the others do not.
 */
public final class Fault {

    /** Makes the reply that is sent in the place of the good one. */
    @FunctionalInterface
    interface Effect {
        HttpReply reply(Passage passage);
    }

    private static final byte[] BLOCK = new byte[1 << 16];

    static {
        Arrays.fill(BLOCK, (byte) ' ');
    }

    private final String name;
    private final Effect effect;

    private final boolean fromPlatform;
    private final String kind;
    private final Map<String, String> settings;

    private Fault(String name, Effect effect) {
        this(name, effect, true, name.toLowerCase(Locale.ROOT).replace(' ', '-'), Map.of());
    }

    private Fault(
            String name,
            Effect effect,
            boolean fromPlatform,
            String kind,
            Map<String, String> settings) {
        this.name = name;
        this.effect = effect;
        this.fromPlatform = fromPlatform;
        this.kind = kind;
        this.settings = Map.copyOf(settings);
    }

    private Fault of(String kind, Map<String, String> settings) {
        return new Fault(name, effect, fromPlatform, kind, settings);
    }

    /** Its name in files and in the Admin API, as {@code vp}; {@link se.ehealthsdk.testkit.scenario.FaultKinds} has them all. */
    public String kind() {
        return kind;
    }

    /** What was chosen, by the names that files and the Admin API have; as {@code code} and {@code VP009}. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Whether what is sent has the headers that every answer of a platform has. */
    boolean isFromPlatform() {
        return fromPlatform;
    }

    HttpReply reply(Passage passage) {
        return effect.reply(passage);
    }

    // ---- what the platform says ----

    /**
     * A fault of the platform's own, with a code: HTTP 500, name of the platform in brackets, a detail. The
     * call is not carried out.
     *
     * @param code {@code VP001} to {@code VP015}, or any {@code VPnnn} that may come
     * @throws InvalidInputException if it is no such code
     */
    public static Fault vp(String code) {
        if (!code.matches("VP\\d{3}")) {
            throw new InvalidInputException(
                    "code", "is not a platform's fault code", "VPnnn, as VP009");
        }
        return new Fault(
                        code,
                        passage ->
                                PlatformFaults.coded(
                                        code,
                                        passage.platform(),
                                        code.equals("VP014")
                                                ? ""
                                                : "Injected. " + passage.detail()))
                .of("vp", Map.of("code", code));
    }

    /**
     * The same fault, caused by an HTTP status that the producer gave the platform: the detail ends as the
     * platform's does. Only VP009 has one.
     *
     * @param status what the producer answered, 300 to 599 other than a SOAP fault with 500
     * @throws InvalidInputException if this is another fault, or the status none that fails
     */
    public Fault producerStatus(int status) {
        if (!name.equals("VP009")) {
            throw new InvalidInputException("fault", "is not VP009", "Fault.vp(\"VP009\")");
        }
        if (status < 300 || status > 599) {
            throw new InvalidInputException("status", "is no failure", "300 to 599");
        }
        return new Fault(
                        name + " (producer HTTP " + status + ")",
                        passage ->
                                PlatformFaults.coded(
                                        "VP009",
                                        passage.platform(),
                                        "The producer refused. "
                                                + passage.detail()
                                                + "\nVP_PRODUCER_EXCEPTION_HTTP_STATUS="
                                                + status))
                .of("vp", Map.of("code", "VP009", "status", String.valueOf(status)));
    }

    /** VP009 because the producer answered without a body: this one comes without Content-Type. */
    public static Fault producerAnsweredEmpty() {
        return new Fault(
                        "VP009 (empty)",
                        passage -> {
                            passage.answer();
                            return PlatformFaults.coded(
                                            "VP009",
                                            passage.platform(),
                                            "The producer's answer was empty.")
                                    .without("content-type");
                        })
                .of("producer-answered-empty", Map.of());
    }

    /** The producer closed the connection before it answered: a fault without code and without name. */
    public static Fault producerClosed() {
        return codeless("producer closed", "The producer hung up before it answered");
    }

    /** The producer broke off a chunked answer: a fault without code and without name. */
    public static Fault producerBrokeOff() {
        return codeless("producer broke off", "The producer hung up in the middle of its answer");
    }

    /** The producer's answer was over the size limit: a fault without code and without name. */
    public static Fault producerAnsweredTooMuch() {
        return codeless("producer answered too much", "The producer's answer was over the limit");
    }

    private static Fault codeless(String name, String text) {
        return new Fault(
                name,
                passage -> {
                    passage.answer();
                    return PlatformFaults.fault("Server", text, text + ": " + passage.detail());
                });
    }

    /**
     * A status without SOAP, without body and without any header of the platform's: 413 when a request is
     * too large, 400 when its headers are, 404 outside {@code /vp}, 503 from what stands before a platform.
     *
     * @param status any from 300 to 599
     * @throws InvalidInputException if it is no such status
     */
    public static Fault http(int status) {
        if (status < 300 || status > 599) {
            throw new InvalidInputException("status", "is no failure", "300 to 599");
        }
        return new Fault(
                "HTTP " + status,
                passage -> HttpReply.empty(status),
                false,
                "http",
                Map.of("status", String.valueOf(status)));
    }

    // ---- what the producer says ----

    /**
     * A SOAP fault from the producer, {@code Server}, passed through with HTTP 500.
     *
     * @param text the producer's text
     */
    public static Fault producerFault(String text) {
        return new Fault(
                        "producer fault",
                        passage -> spoken(PlatformFaults.fault("Server", text, "")))
                .of("producer-fault", Map.of("text", text));
    }

    /**
     * A SOAP fault that a producer sends with HTTP 200, as some do; it passes with that status.
     *
     * @param text the producer's text
     */
    public static Fault producerFaultWithStatus200(String text) {
        return new Fault(
                        "producer fault with HTTP 200",
                        passage -> spoken(PlatformFaults.fault("Server", text, "")).withStatus(200))
                .of("producer-fault-with-status-200", Map.of("text", text));
    }

    private static HttpReply spoken(HttpReply reply) {
        return reply.with(Passage.PRODUCER_TIME, "1");
    }

    // ---- time ----

    /**
     * A right answer that comes late.
     *
     * @param wait how late
     */
    public static Fault slow(Duration wait) {
        return slow(wait, Duration.ZERO);
    }

    /**
     * A right answer that comes late, now more, now less: the time, and from nothing up to the jitter beside it. How much is drawn for each call
     * by the seed of the rule that brings the fault, see {@link FaultCondition#seed()}.
     *
     * @param wait how late at least
     * @param jitter how much later at most
     * @throws InvalidInputException if one is negative, or longer than a day
     */
    public static Fault slow(Duration wait, Duration jitter) {
        requireTime("wait", wait);
        requireTime("jitter", jitter);
        return new Fault(
                        "slow",
                        passage ->
                                passage.answer()
                                        .withDelay(
                                                wait.plusMillis(
                                                        (long)
                                                                (jitter.toMillis()
                                                                        * passage.draw()))))
                .of(
                        "slow",
                        jitter.isZero()
                                ? Map.of("wait", wait.toString())
                                : Map.of("wait", wait.toString(), "jitter", jitter.toString()));
    }

    private static void requireTime(String field, Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException(field, "is no time to wait", "PT0S to PT24H");
        }
    }

    /**
     * An answer that begins and then trickles without end, a blank at a time.
     *
     * @param pause between the blanks
     */
    public static Fault endless(Duration pause) {
        return new Fault(
                        "endless",
                        passage ->
                                passage.answer()
                                        .withBody(
                                                Body.streamed(
                                                        out -> {
                                                            while (pause(pause)) {
                                                                out.write(' ');
                                                                out.flush();
                                                            }
                                                        })))
                .of("endless", Map.of("pause", pause.toString()));
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // ---- the connection ----

    /** The connection is reset before the call is carried out. */
    public static Fault resetBeforeProcessing() {
        return new Fault("reset before processing", passage -> HttpReply.broken(Breakage.RESET));
    }

    /** The call is carried out, and the connection reset in the place of an answer. */
    public static Fault resetAfterProcessing() {
        return afterwards("reset after processing", Breakage.RESET);
    }

    /**
     * The call is carried out, its answer lost between producer and platform, and the platform calls the
     * producer a second time by itself, as it does after a reset. The client sees the second answer alone:
     * with an update that is not idempotent, a refusal of what has been done.
     */
    public static Fault repeatedByPlatform() {
        return new Fault(
                        "repeated by the platform",
                        passage -> {
                            passage.answer();
                            return passage.answer();
                        })
                .of("repeated-by-platform", Map.of());
    }

    /** The call is carried out, and the connection closed without an answer. */
    public static Fault closedWithoutAnswer() {
        return afterwards("closed without answer", Breakage.CLOSED);
    }

    /** The call is carried out, and bytes that are not TLS are sent in the place of an answer. */
    public static Fault garbage() {
        return afterwards("garbage", Breakage.GARBAGE);
    }

    /** The call is carried out, and the answer's first chunk is broken. */
    public static Fault brokenChunk() {
        return afterwards("broken chunk", Breakage.BROKEN_CHUNK);
    }

    private static Fault afterwards(String name, Breakage breakage) {
        return new Fault(
                name,
                passage -> {
                    passage.answer();
                    return HttpReply.broken(breakage);
                });
    }

    /** Half of the answer, with the Content-Length of the whole; then the connection is closed. */
    public static Fault cutOff() {
        return spoilt(
                "cut off",
                answer -> {
                    byte[] whole = answer.body().recorded();
                    return answer.withBody(Body.shortOf(half(whole), whole.length));
                });
    }

    // ---- the answer ----

    /** Half of the answer, with HTTP 200 and a Content-Length that matches: so a platform passes it on. */
    public static Fault stump() {
        return spoilt("stump", answer -> answer.withBody(Body.of(half(answer.body().recorded()))));
    }

    /** HTTP 200 without any body. */
    public static Fault emptyAnswer() {
        return spoilt("empty answer", answer -> answer.withBody(Body.of(new byte[0])));
    }

    /** HTTP 200 {@code text/xml} with plain text, which a platform passes on. */
    public static Fault notXml() {
        return text("not XML", "The service is closed for maintenance.");
    }

    /** HTTP 200 {@code text/xml} with an HTML page, which a platform passes on. */
    public static Fault html() {
        return text(
                "HTML",
                "<html><head><title>Closed</title></head><body><p>Closed<br></body></html>");
    }

    /** The right answer with its contract's namespace changed to another. */
    public static Fault wrongNamespace() {
        return rewritten("wrong namespace", "Responder:", "OtherResponder:");
    }

    /** The right answer in an envelope of SOAP 1.2. */
    public static Fault soap12() {
        return rewritten(
                "SOAP 1.2",
                "http://schemas.xmlsoap.org/soap/envelope/",
                "http://www.w3.org/2003/05/soap-envelope");
    }

    /** The right answer after a DOCTYPE whose entities expand to thousands of millions. */
    public static Fault doctype() {
        return spoilt(
                "DOCTYPE",
                answer -> {
                    StringBuilder bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY e0 \"boom\">");
                    for (int i = 1; i <= 10; i++) {
                        bomb.append("<!ENTITY e").append(i).append(" \"");
                        bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
                    }
                    bomb.append("]>");
                    String xml = withoutDeclaration(answer.text());
                    int inBody = xml.lastIndexOf("</");
                    return answer.withBody(
                            utf8(
                                    bomb
                                            + xml.substring(0, inBody)
                                            + "&e10;"
                                            + xml.substring(inBody)));
                });
    }

    /**
     * The right answer in ISO-8859-1 with a name in Swedish added, while header and declaration say
     * UTF-8.
     */
    public static Fault lyingCharset() {
        return spoilt(
                "lying charset",
                answer ->
                        answer.withBody(
                                Body.of(
                                        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- Åäö -->"
                                                        + withoutDeclaration(answer.text()))
                                                .getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** The right answer compressed, which nobody asked for, and said to be. */
    public static Fault gzipped() {
        return spoilt(
                "gzipped",
                answer ->
                        answer.with("content-encoding", "gzip")
                                .withBody(Body.of(gzip(answer.body().recorded()))));
    }

    /** The right answer without Content-Type: it can and should be read. */
    public static Fault withoutContentType() {
        return spoilt("without Content-Type", answer -> answer.without("content-type"));
    }

    /**
     * The right answer after so many blanks, sent without being held in memory.
     *
     * @param bytes how many, at least
     */
    public static Fault huge(long bytes) {
        return spoilt(
                        "huge",
                        answer -> {
                            byte[] right = answer.body().recorded();
                            String xml = new String(right, StandardCharsets.UTF_8);
                            int at = xml.indexOf('>', xml.indexOf("<", 2)) + 1;
                            byte[] start = xml.substring(0, at).getBytes(StandardCharsets.UTF_8);
                            byte[] rest = xml.substring(at).getBytes(StandardCharsets.UTF_8);
                            return answer.withBody(
                                    Body.streamed(
                                            out -> {
                                                out.write(start);
                                                for (long sent = 0;
                                                        sent < bytes;
                                                        sent += BLOCK.length) {
                                                    out.write(BLOCK);
                                                }
                                                out.write(rest);
                                            }));
                        })
                .of("huge", Map.of("bytes", String.valueOf(bytes)));
    }

    private interface Spoiling {
        HttpReply spoil(HttpReply answer);
    }

    private static Fault spoilt(String name, Spoiling spoiling) {
        return new Fault(name, passage -> spoiling.spoil(passage.answer()));
    }

    private static Fault text(String name, String text) {
        return spoilt(name, answer -> answer.withStatus(200).withBody(utf8(text)));
    }

    private static Fault rewritten(String name, String from, String to) {
        return spoilt(name, answer -> answer.withBody(utf8(answer.text().replace(from, to))));
    }

    private static Body utf8(String text) {
        return Body.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static String withoutDeclaration(String xml) {
        return xml.startsWith("<?xml") ? xml.substring(xml.indexOf("?>") + 2) : xml;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** What goes wrong, in a few words. */
    @Override
    public String toString() {
        return name;
    }
}
