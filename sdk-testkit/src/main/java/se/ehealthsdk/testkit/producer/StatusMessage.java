package se.ehealthsdk.testkit.producer;

import java.util.regex.Pattern;
import se.ehealthsdk.core.identifier.HsaId;

/** A status update as Webcert would send it, with what a check wants of it. Immutable. */
record StatusMessage(
        HsaId unit,
        String certificate,
        String code,
        String time,
        String address,
        String given,
        String surname,
        boolean isBare,
        int count,
        String leftOut) {

    static final String NAMESPACE =
            "urn:riv:clinicalprocess:healthcond:certificate:CertificateStatusUpdateForCareResponder:3";
    static final String ANSWER = "CertificateStatusUpdateForCareResponse";
    static final String ACTION = NAMESPACE + ":CertificateStatusUpdateForCare";

    /** An official test number. */
    static final String PATIENT = "191212121212";

    static StatusMessage of(HsaId unit, String certificate) {
        return new StatusMessage(
                unit,
                certificate,
                "SIGNAT",
                "2026-03-02T09:30:00.123",
                unit.value(),
                "Test",
                "Testsson",
                false,
                0,
                "");
    }

    StatusMessage event(String other) {
        return new StatusMessage(
                unit, certificate, other, time, address, given, surname, isBare, count, leftOut);
    }

    StatusMessage earlier() {
        return new StatusMessage(
                unit,
                certificate,
                code,
                "2026-03-02T09:29:00.000",
                address,
                given,
                surname,
                isBare,
                count,
                leftOut);
    }

    StatusMessage addressedTo(String other) {
        return new StatusMessage(
                unit, certificate, code, time, other, given, surname, isBare, count, leftOut);
    }

    StatusMessage named(String first, String last) {
        return new StatusMessage(
                unit, certificate, code, time, address, first, last, isBare, count, leftOut);
    }

    StatusMessage bare() {
        return new StatusMessage(
                unit, certificate, code, time, address, "", "", true, count, leftOut);
    }

    StatusMessage questions(int total) {
        return new StatusMessage(
                unit, certificate, code, time, address, given, surname, isBare, total, leftOut);
    }

    StatusMessage without(String element) {
        return new StatusMessage(
                unit, certificate, code, time, address, given, surname, isBare, count, element);
    }

    String xml() {
        String whole =
                """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>\
                <r:LogicalAddress xmlns:r="urn:riv:itintegration:registry:1">%s</r:LogicalAddress></e:Header><e:Body>\
                <CertificateStatusUpdateForCare xmlns="%s" xmlns:c="urn:riv:clinicalprocess:healthcond:certificate:3" \
                xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">%s%s%s%s<ref>journal-7</ref>\
                </CertificateStatusUpdateForCare></e:Body></e:Envelope>"""
                        .formatted(
                                address,
                                NAMESPACE,
                                intyg(),
                                event(),
                                questions("skickadeFragor", 0),
                                questions("mottagnaFragor", count));
        return leftOut.isEmpty()
                ? whole
                : Pattern.compile("<" + leftOut + ">.*</" + leftOut + ">")
                        .matcher(whole)
                        .replaceAll("");
    }

    private String intyg() {
        String signed =
                code.equals("SKAPAT") || code.equals("ANDRAT") || code.equals("KFSIGN")
                        ? ""
                        : "<c:signeringstidpunkt>2026-03-02T09:30:00</c:signeringstidpunkt>";
        return "<intyg>"
                + identifier("c:intygs-id", unit.value(), certificate)
                + coded("c:typ", "LISJP", "b64ea353-e8f6-4832-b563-fc7d46f29548")
                + "<c:version>1.3</c:version>"
                + signed
                + "<c:patient>"
                + identifier("c:person-id", "1.2.752.129.2.1.3.1", PATIENT)
                + text("c:fornamn", given)
                + text("c:efternamn", surname)
                + "<c:postadress/><c:postnummer/><c:postort/></c:patient><c:skapadAv>"
                + identifier("c:personal-id", HsaId.OID, "TSTNMT2321000156-1001")
                + "<c:fullstandigtNamn>Tina Testläkare</c:fullstandigtNamn><c:enhet>"
                + identifier("c:enhets-id", HsaId.OID, unit.value())
                + identifier(
                        "c:arbetsplatskod",
                        "1.2.752.29.4.71",
                        isBare ? "TEMPORARY ARBETSPLATSKOD" : "1234567890123")
                + "<c:enhetsnamn>Påhittets vårdcentral</c:enhetsnamn>"
                + text("c:postadress", isBare ? "" : "Provgatan 1")
                + text("c:postnummer", isBare ? "" : "12345")
                + text("c:postort", isBare ? "" : "Påhittby")
                + text("c:telefonnummer", isBare ? "" : "0701740605")
                + "<c:vardgivare>"
                + identifier("c:vardgivare-id", HsaId.OID, "TSTNMT2321000156-VG01")
                + "<c:vardgivarnamn>Region Påhitt</c:vardgivarnamn></c:vardgivare></c:enhet></c:skapadAv>"
                + "</intyg>";
    }

    private String event() {
        return "<handelse>"
                + coded("c:handelsekod", code, "dfd7bbad-dbe5-4a2f-ba25-f7b9b2cc6b14")
                + text("c:tidpunkt", time)
                + (code.equals("NYFRFM")
                        ? coded("c:amne", "KOMPLT", "ffa59d8f-8d7e-46ae-ac9e-31804e8e8499")
                        : "")
                + "</handelse>";
    }

    private static String questions(String name, int total) {
        return "<%s><c:totalt>%d</c:totalt><c:ejBesvarade>%d</c:ejBesvarade><c:besvarade>0</c:besvarade><c:hanterade>0</c:hanterade></%s>"
                .formatted(name, total, total, name);
    }

    private static String identifier(String name, String root, String extension) {
        return "<%s><t:root>%s</t:root><t:extension>%s</t:extension></%s>"
                .formatted(name, root, extension, name);
    }

    private static String coded(String name, String code, String system) {
        return "<%s><t:code>%s</t:code><t:codeSystem>%s</t:codeSystem></%s>"
                .formatted(name, code, system, name);
    }

    private static String text(String name, String text) {
        return "<%s>%s</%s>".formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"), name);
    }

    /** Event and certificate; nothing of the patient. */
    @Override
    public String toString() {
        return "StatusMessage[" + code + ", " + certificate + "]";
    }
}
