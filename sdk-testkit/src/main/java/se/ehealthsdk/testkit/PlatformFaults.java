package se.ehealthsdk.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * The faults that a platform makes itself: structure as observed on the wire, words of our own.
 *
 * <p>Source: ARK_0034 for the codes and their meanings.
 */
final class PlatformFaults {

    static final String XML = "text/xml; charset=UTF-8";

    private static final Set<String> BLAMED_ON_CLIENT =
            Set.of("VP001", "VP002", "VP003", "VP004", "VP005", "VP011", "VP013", "VP015");

    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    Map.entry("VP001", "Anropet talar inte om någon RIV-version."),
                    Map.entry("VP002", "Klientcertifikatet duger inte."),
                    Map.entry("VP003", "Anropet är utan logisk adress."),
                    Map.entry("VP004", "Ingen väg till den logiska adressen för kontraktet."),
                    Map.entry("VP005", "Producenten talar en annan RIV-version."),
                    Map.entry("VP006", "Flera producenter står för samma logiska adress."),
                    Map.entry("VP007", "Anroparen får inte anropa den logiska adressen."),
                    Map.entry("VP008", "Adresskatalogen svarar inte."),
                    Map.entry("VP009", "Producenten gav inget dugligt svar."),
                    Map.entry("VP010", "Producenten står utan URL i katalogen."),
                    Map.entry("VP011", "Anropet kom vid sidan av TLS."),
                    Map.entry("VP012", "Plattformens resurser räcker inte."),
                    Map.entry("VP013", "Anroparen får inte uppge någon annan som ursprung."),
                    Map.entry("VP014", "Anropet går i cirkel mellan plattformar."),
                    Map.entry("VP015", "Anropet går inte att tolka."));

    private PlatformFaults() {}

    /** A fault with a code; a code not known gets a general text. */
    static HttpReply coded(String code, String platform, String detail) {
        return fault(
                BLAMED_ON_CLIENT.contains(code) ? "Client" : "Server",
                code + " [" + platform + "] " + TEXTS.getOrDefault(code, "Okänt fel."),
                detail);
    }

    /** A fault of this shape with any text. */
    static HttpReply fault(String code, String text, String detail) {
        String envelope =
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                        + "<SOAP-ENV:Header/><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:"
                        + code
                        + "</faultcode><faultstring>"
                        + escaped(text)
                        + "</faultstring><detail>"
                        + (detail.isEmpty()
                                ? "<detailString/>"
                                : "<detailString>" + escaped(detail) + "</detailString>")
                        + "</detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
        return HttpReply.of(
                500, Map.of("content-type", XML), envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
