package se.ehealthsdk.testkit.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.tls.Credential;

/** The rules of address and HTTP headers. */
record HeaderRules(Notes notes) {

    private static final Rule QUERY = Rules.of("http.query");
    private static final Rule CONTENT_TYPE = Rules.of("http.content-type");
    private static final Rule MTOM = Rules.of("http.mtom");
    private static final Rule BYTES = Rules.of("http.charset.bytes");
    private static final Rule GARBLED = Rules.of("http.charset.garbled");
    private static final Rule PROLOG = Rules.of("http.charset.prolog");
    private static final Rule BOM = Rules.of("xml.bom");
    private static final Rule NO_ACTION = Rules.of("http.soap-action.missing");
    private static final Rule OTHER_ACTION = Rules.of("http.soap-action.other");
    private static final Rule INTERNAL = Rules.of("http.internal-header");
    private static final Rule CONSUMER = Rules.of("http.original-consumer.allowed");
    private static final Rule FORM = Rules.of("http.consumer-header.form");
    private static final Rule ON_BEHALF = Rules.of("http.on-behalf.missing");
    private static final Rule CORRELATION = Rules.of("http.correlation-id.missing");
    private static final Rule IN_HEADER = Rules.of("personal.in-header");
    private static final Rule IN_URL = Rules.of("personal.in-url");

    private static final String ORIGINAL_CONSUMER = "x-rivta-original-serviceconsumer-hsaid";
    private static final String BEHALF = "x-rivta-acting-on-behalf-of-hsaid";
    private static final String CORRELATION_ID = "x-skltp-correlation-id";
    private static final List<String> INTERNALS =
            List.of("x-vp-sender-id", "x-vp-instance-id", "x-vp-auth-cert");

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern ID = Pattern.compile("[A-Za-z][0-9A-Za-z_.-]*-[0-9A-Za-z_.-]+");

    /** A header's value; the map looks names up in any case. */
    private static String value(Map<String, String> headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    void check(String target, Map<String, String> headers, Optional<X509Certificate> certificate) {
        if (target.indexOf('?') >= 0) {
            notes.add(QUERY, 0, "");
        }
        if (PersonNumbers.isIn(
                target.replace('/', ' ').replace('=', ' ').replace('?', ' ').replace('&', ' '))) {
            notes.add(IN_URL, 0, "");
        }
        contentType(value(headers, "Content-Type"));
        for (String name : INTERNALS) {
            if (headers.containsKey(name)) {
                notes.add(INTERNAL, 0, name, name);
            }
        }
        if (value(headers, CORRELATION_ID).isBlank()) {
            notes.add(CORRELATION, 0, CORRELATION_ID);
        }
        headers.forEach(
                (name, value) -> {
                    if (PersonNumbers.isIn(value)) {
                        notes.add(IN_HEADER, 0, name, name);
                    }
                });
        parties(headers, certificate);
    }

    private void contentType(String type) {
        String plain = type.toLowerCase(Locale.ROOT);
        if (plain.startsWith("multipart/") || plain.startsWith("application/xop+xml")) {
            notes.add(MTOM, 0, "Content-Type", type);
        } else if (!plain.startsWith("text/xml")) {
            notes.add(CONTENT_TYPE, 0, "Content-Type", type.isEmpty() ? "-" : type);
        }
    }

    private void parties(Map<String, String> headers, Optional<X509Certificate> certificate) {
        String consumer = value(headers, ORIGINAL_CONSUMER);
        String behalf = value(headers, BEHALF);
        form(ORIGINAL_CONSUMER, headers);
        form(BEHALF, headers);
        if (consumer.isEmpty()) {
            return;
        }
        String sender = certificate.flatMap(Credential::hsaIdOf).map(id -> id.value()).orElse("");
        if (!consumer.strip().equalsIgnoreCase(sender)) {
            notes.add(CONSUMER, 0, ORIGINAL_CONSUMER, sender, consumer);
            if (behalf.isEmpty()) {
                notes.add(ON_BEHALF, 0, BEHALF);
            }
        }
    }

    private void form(String name, Map<String, String> headers) {
        if (headers.containsKey(name) && !ID.matcher(value(headers, name)).matches()) {
            notes.add(FORM, 0, name, name);
        }
    }

    /**
     * Holds the charset that the header claims against the bytes.
     *
     * @return what the header claims
     */
    Optional<String> checkCharset(Map<String, String> headers, byte[] body) {
        if (startsWithBom(body)) {
            notes.add(BOM, 1, "");
        }
        Matcher claims = CHARSET.matcher(value(headers, "Content-Type"));
        if (!claims.find()) {
            return Optional.empty();
        }
        String claimed = claims.group(1);
        boolean utf8 = isUtf8(body);
        if (claimed.equalsIgnoreCase("UTF-8")) {
            if (!utf8) {
                notes.add(BYTES, 0, "Content-Type", claimed);
            }
        } else if (isLatin1(claimed) && utf8 && !isAscii(body)) {
            notes.add(GARBLED, 0, "Content-Type", claimed);
        }
        Matcher declared = DECLARED.matcher(beginning(body));
        if (declared.find() && !declared.group(1).equalsIgnoreCase(claimed)) {
            notes.add(PROLOG, 0, "Content-Type", claimed, declared.group(1));
        }
        return Optional.of(claimed);
    }

    /** What SOAPAction says, once the message has told its contract. */
    void contract(Optional<String> contract, Map<String, String> headers) {
        String action = value(headers, "SOAPAction").replace("\"", "").strip();
        if (action.isEmpty()) {
            notes.add(NO_ACTION, 0, "SOAPAction");
        } else if (contract.isPresent() && !fits(action, contract.get())) {
            notes.add(OTHER_ACTION, 0, "SOAPAction", action, contract.get());
        }
    }

    /** Some WSDLs name the namespace of the interaction in the place of the responder's. */
    private static boolean fits(String action, String contract) {
        return action.startsWith(contract)
                || action.startsWith(contract.replace("Responder:", ":"));
    }

    private static boolean startsWithBom(byte[] body) {
        return body.length > 2
                && body[0] == (byte) 0xEF
                && body[1] == (byte) 0xBB
                && body[2] == (byte) 0xBF;
    }

    private static boolean isLatin1(String charset) {
        return charset.toUpperCase(Locale.ROOT).matches("ISO-8859-1|ISO8859-1|LATIN1|WINDOWS-1252");
    }

    private static boolean isAscii(byte[] body) {
        for (byte each : body) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] body) {
        if (isAscii(body)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException no) {
            return false;
        }
    }

    private static String beginning(byte[] body) {
        int from = startsWithBom(body) ? 3 : 0;
        return new String(
                body, from, Math.min(200, body.length - from), StandardCharsets.ISO_8859_1);
    }
}
