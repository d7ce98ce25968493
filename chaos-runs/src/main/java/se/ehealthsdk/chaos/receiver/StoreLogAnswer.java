package se.ehealthsdk.chaos.receiver;

import java.util.Optional;

/** What the receiver writes. */
final class StoreLogAnswer {

    private StoreLogAnswer() {}

    /** OK, or VALIDATION_ERROR with a text. */
    static String of(Optional<String> refusal) {
        return refusal.map(why -> of("VALIDATION_ERROR", why)).orElseGet(() -> of("OK", ""));
    }

    /** Any result code. */
    static String of(String code, String text) {
        return envelope(
                "<r:StoreLogResponse"
                        + " xmlns:r=\"urn:riv:informationsecurity:auditing:log:StoreLogResponder:2\""
                        + " xmlns:c=\"urn:riv:informationsecurity:auditing:log:2\"><r:result>"
                        + "<c:resultCode>"
                        + code
                        + "</c:resultCode>"
                        + (text.isEmpty() ? "" : "<c:resultText>" + text + "</c:resultText>")
                        + "</r:result></r:StoreLogResponse>");
    }

    /** A SOAP fault. */
    static String fault(String code, String text) {
        return envelope(
                "<s:Fault><faultcode>s:"
                        + code
                        + "</faultcode><faultstring>"
                        + text
                        + "</faultstring></s:Fault>");
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + body
                + "</s:Body></s:Envelope>";
    }
}
