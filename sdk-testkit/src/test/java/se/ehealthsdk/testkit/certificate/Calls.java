package se.ehealthsdk.testkit.certificate;

import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.NationalServices;

/** Calls of the certificate services with messages written by hand. */
final class Calls implements AutoCloseable {

    static final String PATIENT = "191212121212";
    static final String OTHER_PATIENT = "189001019802";
    static final String DOCTOR = "TSTNMT2321000156-1001";
    static final String UNIT = "TSTNMT2321000156-VE01";
    static final String PROVIDER = "TSTNMT2321000156-VG01";

    private static final String DECLARED =
            " xmlns:c=\"urn:riv:clinicalprocess:healthcond:certificate:3\""
                    + " xmlns:t=\"urn:riv:clinicalprocess:healthcond:certificate:types:3\""
                    + " xmlns:f=\"urn:riv:clinicalprocess:healthcond:certificate:3.3\"";

    private final RivtaClient client;

    Calls(NationalServices services) {
        client =
                RivtaClient.builder()
                        .environment(services.environment())
                        .credential(services.credential())
                        .options(options -> options.retry(RetryPolicy.NONE))
                        .build();
    }

    Node call(RivtaContract<Node, Node> contract, String content) {
        return call(contract, CertificateStandIn.INTYGSTJANSTER, content);
    }

    Node call(RivtaContract<Node, Node> contract, LogicalAddress address, String content) {
        String name = contract.requestElement().getLocalPart();
        return client.call(
                contract,
                address,
                XmlText.read(
                        "<"
                                + name
                                + " xmlns=\""
                                + contract.namespace()
                                + "\""
                                + DECLARED
                                + ">"
                                + content
                                + "</"
                                + name
                                + ">"));
    }

    /** Code, error id and text, as {@code ERROR VALIDATION_ERROR text}. */
    String result(RivtaContract<Node, Node> contract, String content) {
        return said(call(contract, content));
    }

    static String said(Node answer) {
        Result result = Result.of(answer);
        return (result.code()
                        + result.errorId().map(id -> " " + id).orElse("")
                        + result.text().map(text -> " " + text).orElse(""))
                .strip();
    }

    String register(String id, String type, String version, String person, String... answers) {
        return result(Wire.REGISTER, intyg(id, type, version, person, answers));
    }

    String register(String id) {
        return register(id, "LISJP", "1.3", PATIENT);
    }

    String send(String id) {
        return send(id, "FKASSA");
    }

    String send(String id, String recipient) {
        return result(
                Wire.SEND,
                sent()
                        + certificate(id)
                        + person("patientPerson-id", PATIENT)
                        + code("mottagare", recipient, Wire.PART_CODES)
                        + "<skickatAv><hosPersonal>"
                        + staff()
                        + "</hosPersonal></skickatAv>");
    }

    String revoke(String id) {
        return result(
                Wire.REVOKE,
                sent()
                        + certificate(id)
                        + person("patientPerson-id", PATIENT)
                        + "<skickatAv>"
                        + staff()
                        + "</skickatAv>");
    }

    Node get(String id, String part) {
        return call(Wire.GET, certificate(id) + code("part", part, Wire.PART_CODES));
    }

    /** A message to a recipient; what is between the patient and the sender, written by the caller. */
    String message(String id, String certificateId, String subject, String more) {
        return result(
                Wire.MESSAGE_TO_RECIPIENT,
                "<meddelande-id>"
                        + id
                        + "</meddelande-id>"
                        + sent()
                        + certificate(certificateId)
                        + person("patientPerson-id", PATIENT)
                        + "<logiskAdressMottagare>FKORG</logiskAdressMottagare>"
                        + code("amne", subject, Wire.SUBJECT_CODES)
                        + "<meddelande>En fråga</meddelande>"
                        + more
                        + "<skickatAv>"
                        + staff()
                        + "</skickatAv>");
    }

    /** A message to care, from Försäkringskassan itself. */
    String messageToCare(
            LogicalAddress address,
            String id,
            String certificateId,
            String subject,
            String person) {
        return messageToCare(address, id, certificateId, subject, person, "", "");
    }

    String messageToCare(
            LogicalAddress address,
            String id,
            String certificateId,
            String subject,
            String person,
            String references,
            String after) {
        return said(
                call(
                        Wire.MESSAGE_TO_CARE,
                        address,
                        "<meddelande-id>"
                                + id
                                + "</meddelande-id>"
                                + sent()
                                + certificate(certificateId)
                                + person("patientPerson-id", person)
                                + "<logiskAdressMottagare>"
                                + UNIT
                                + "</logiskAdressMottagare>"
                                + code("amne", subject, Wire.SUBJECT_CODES)
                                + "<meddelande>En fråga</meddelande>"
                                + references
                                + "<skickatAv>"
                                + code("part", "FKASSA", Wire.PART_CODES)
                                + "</skickatAv>"
                                + after));
    }

    String setStatus(String id, String part, String status) {
        return result(
                Wire.SET_STATUS,
                certificate(id)
                        + code("part", part, Wire.PART_CODES)
                        + code("status", status, Wire.STATUS_CODES)
                        + "<tidpunkt>2026-11-20T08:00:00</tidpunkt>");
    }

    Node list(String person) {
        return call(Wire.LIST, person("person-id", person) + hsaId("enhets-id", UNIT))
                .child("intygsLista")
                .orElseThrow();
    }

    Node listWithQa(String person) {
        return call(Wire.LIST_WITH_QA, person("person-id", person) + hsaId("enhets-id", UNIT))
                .child("list")
                .orElseThrow();
    }

    Node createDraft(String type, String person, String creator, String more) {
        return call(
                Wire.CREATE_DRAFT,
                CertificateStandIn.WEBCERT,
                draft(type, person, creator, "Åsa Lindgren", more));
    }

    static String draft(String type, String person, String creator, String name, String more) {
        return "<intyg>"
                + code("typAvIntyg", type, Wire.TYPE_CODES)
                + "<patient>"
                + person("c:person-id", person)
                + "<c:fornamn>Tolvan</c:fornamn><c:efternamn>Tolvansson</c:efternamn>"
                + "<c:postadress/><c:postnummer/><c:postort/></patient><skapadAv>"
                + hsaId("personal-id", creator)
                + "<fullstandigtNamn>"
                + name
                + "</fullstandigtNamn><enhet>"
                + hsaId("enhets-id", UNIT)
                + "<enhetsnamn>Vårdcentralen Ängen</enhetsnamn></enhet></skapadAv>"
                + more
                + "</intyg>";
    }

    static String intyg(String id, String type, String version, String person, String... answers) {
        return "<intyg>"
                + certificate("c:intygs-id", id)
                + code("c:typ", type, Wire.TYPE_CODES)
                + "<c:version>"
                + version
                + "</c:version><c:signeringstidpunkt>2026-11-20T08:00:00</c:signeringstidpunkt>"
                + "<c:patient>"
                + person("c:person-id", person)
                + "<c:fornamn/><c:efternamn/><c:postadress/><c:postnummer/><c:postort/></c:patient>"
                + "<c:skapadAv>"
                + staff()
                + "</c:skapadAv>"
                + String.join("", answers)
                + "</intyg>";
    }

    static String sickLeave(String degree, String start, String end) {
        return "<c:svar id=\"32\"><c:instans>1</c:instans><c:delsvar id=\"32.1\"><t:cv><t:code>"
                + degree
                + "</t:code><t:codeSystem>KV_FKMU_0003</t:codeSystem></t:cv></c:delsvar>"
                + "<c:delsvar id=\"32.2\"><t:datePeriod><t:start>"
                + start
                + "</t:start><t:end>"
                + end
                + "</t:end></t:datePeriod></c:delsvar></c:svar>";
    }

    static String staff() {
        return hsaId("c:personal-id", DOCTOR)
                + "<c:fullstandigtNamn>Åsa Lindgren</c:fullstandigtNamn><c:enhet>"
                + hsaId("c:enhets-id", UNIT)
                + identifier("c:arbetsplatskod", "1.2.752.29.4.71", "1234567")
                + "<c:enhetsnamn>Vårdcentralen Ängen</c:enhetsnamn><c:postadress>Ängsvägen 1"
                + "</c:postadress><c:postnummer>12345</c:postnummer><c:postort>Påhittad</c:postort>"
                + "<c:telefonnummer>0100000001</c:telefonnummer><c:vardgivare>"
                + hsaId("c:vardgivare-id", PROVIDER)
                + "<c:vardgivarnamn>Region Påhitt</c:vardgivarnamn></c:vardgivare></c:enhet>";
    }

    static String sent() {
        return "<skickatTidpunkt>2026-11-20T09:00:00</skickatTidpunkt>";
    }

    static String certificate(String id) {
        return certificate("intygs-id", id);
    }

    static String certificate(String name, String id) {
        return identifier(name, UNIT, id);
    }

    static String person(String name, String number) {
        return identifier(name, "1.2.752.129.2.1.3.1", number);
    }

    static String hsaId(String name, String id) {
        return identifier(name, "1.2.752.129.2.1.4.1", id);
    }

    static String identifier(String name, String root, String extension) {
        return "<%s><t:root>%s</t:root><t:extension>%s</t:extension></%s>"
                .formatted(name, root, extension, name);
    }

    static String code(String name, String code, String codeSystem) {
        return "<%s><t:code>%s</t:code><t:codeSystem>%s</t:codeSystem></%s>"
                .formatted(name, code, codeSystem, name);
    }

    @Override
    public void close() {
        client.close();
    }
}
