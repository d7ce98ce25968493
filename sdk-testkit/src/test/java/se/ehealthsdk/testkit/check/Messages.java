package se.ehealthsdk.testkit.check;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.ehealthsdk.testpki.TestPki;

/** Right messages, to break one rule at a time in. */
final class Messages {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final String PERSON = "191212121212";
    static final String COORDINATION = "197010632391";
    static final String HSA = "SE165565594230-1000";
    static final String GUID = "0b7a8e5c-6b1f-4a55-9a1e-8d5b2f6f0c11";

    static final String STORE_LOG = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    static final String GET_LOGS = "urn:riv:informationsecurity:auditing:log:GetLogsResponder:2";
    static final String GET_EMPLOYEE =
            "urn:riv:infrastructure:directory:employee:GetEmployeeResponder:4";
    static final String GET_UNIT =
            "urn:riv:infrastructure:directory:organization:GetUnitResponder:5";
    static final String MEMBERS =
            "urn:riv:infrastructure:directory:employee:GetCommissionMembersResponder:2";
    static final String PERSONS =
            "urn:riv:strategicresourcemanagement:persons:person:GetPersonsForProfileResponder:5";
    static final String PLANS =
            "urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2";
    static final String UPDATE = "urn:riv:itintegration:engagementindex:UpdateResponder:1";
    static final String REGISTER =
            "urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3";
    static final String LIST_WITH_QA =
            "urn:riv:clinicalprocess:healthcond:certificate:ListCertificatesForCareWithQAResponder:3";
    static final String DRAFT =
            "urn:riv:clinicalprocess:healthcond:certificate:CreateDraftCertificateResponder:3";

    private Messages() {}

    static String envelope(String address, String body) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
                <s:Header><r:LogicalAddress xmlns:r="urn:riv:itintegration:registry:1">%s</r:LogicalAddress></s:Header>
                <s:Body>
                %s
                </s:Body></s:Envelope>"""
                .formatted(address, body);
    }

    static String storeLog(String... logs) {
        return envelope(
                HSA,
                "<StoreLog xmlns=\""
                        + STORE_LOG
                        + "\" xmlns:c=\"urn:riv:informationsecurity:auditing:log:2\">"
                        + String.join("", logs)
                        + "</StoreLog>");
    }

    static String log(String id) {
        return """
                <log><c:logId>%s</c:logId><c:system><c:systemId>SE2321000016-A12C</c:systemId></c:system>
                <c:activity><c:activityType>Läsa</c:activityType><c:activityLevel>Journal</c:activityLevel>
                <c:startDate>2026-03-02T12:59:00.000</c:startDate><c:purpose>Vård och behandling</c:purpose></c:activity>
                <c:user><c:userId>SE2321000016-A12D</c:userId><c:assignment>Läkare</c:assignment>
                <c:careProvider><c:careProviderId>SE2321000016-VG</c:careProviderId></c:careProvider>
                <c:careUnit><c:careUnitId>SE2321000016-VE</c:careUnitId></c:careUnit></c:user>
                <c:resources><c:resource><c:resourceType>Intyg</c:resourceType>
                <c:patient><c:patientId><c:root>1.2.752.129.2.1.3.1</c:root><c:extension>191212121212</c:extension></c:patientId></c:patient>
                <c:careProvider><c:careProviderId>SE2321000016-VG</c:careProviderId></c:careProvider></c:resource></c:resources></log>"""
                .formatted(id);
    }

    static String getLogs() {
        return envelope(
                HSA,
                "<GetLogs xmlns=\""
                        + GET_LOGS
                        + "\"><careProviderId>SE2321000016-VG</careProviderId>"
                        + "<fromDate>2026-01-01T00:00:00</fromDate><toDate>2026-02-01T00:00:00</toDate></GetLogs>");
    }

    static String employee(String inside) {
        return envelope(
                HSA, "<GetEmployee xmlns=\"" + GET_EMPLOYEE + "\">" + inside + "</GetEmployee>");
    }

    static String unit(String inside) {
        return envelope(
                HSA,
                "<GetUnit xmlns=\""
                        + GET_UNIT
                        + "\"><unitHsaId>SE2321000016-VE</unitHsaId>"
                        + inside
                        + "</GetUnit>");
    }

    static String members() {
        return envelope(
                HSA,
                "<GetCommissionMembers xmlns=\""
                        + MEMBERS
                        + "\"><healthCareUnitHsaId>SE2321000016-VE</healthCareUnitHsaId>"
                        + "<commissionRights>Läsa;alla;SJF</commissionRights></GetCommissionMembers>");
    }

    static String persons() {
        return envelope(
                HSA,
                "<GetPersonsForProfile xmlns=\""
                        + PERSONS
                        + "\" xmlns:c=\"urn:riv:strategicresourcemanagement:persons:person:5\">"
                        + "<personId><c:root>1.2.752.129.2.1.3.1</c:root><c:extension>191212121212</c:extension></personId>"
                        + "<profile>P2</profile><ignoreReferredIdentity>true</ignoreReferredIdentity></GetPersonsForProfile>");
    }

    static String plans() {
        return envelope(
                "SE2321000016-PLAN",
                "<GetCarePlans xmlns=\""
                        + PLANS
                        + "\" xmlns:c=\"urn:riv:clinicalprocess:logistics:logistics:3\">"
                        + "<patientId><c:id>191212121212</c:id><c:type>1.2.752.129.2.1.3.1</c:type></patientId>"
                        + "<datePeriod><c:start>20260101</c:start><c:end>20260201</c:end></datePeriod>"
                        + "<sourceSystemHSAId>SE2321000016-PLAN</sourceSystemHSAId></GetCarePlans>");
    }

    static String update() {
        return envelope(
                "SE2321000016-EI",
                "<Update xmlns=\""
                        + UPDATE
                        + "\" xmlns:c=\"urn:riv:itintegration:engagementindex:1\"><engagementTransaction>"
                        + "<c:deleteFlag>false</c:deleteFlag><c:engagement>"
                        + "<c:registeredResidentIdentification>191212121212</c:registeredResidentIdentification>"
                        + "<c:serviceDomain>riv:clinicalprocess:logistics:logistics</c:serviceDomain>"
                        + "<c:categorization>cll-cp</c:categorization><c:logicalAddress>SE2321000016-PLAN</c:logicalAddress>"
                        + "<c:businessObjectInstanceIdentifier>NA</c:businessObjectInstanceIdentifier>"
                        + "<c:clinicalProcessInterestId>NA</c:clinicalProcessInterestId>"
                        + "<c:mostRecentContent>20260301120000</c:mostRecentContent><c:sourceSystem>SE2321000016-PLAN</c:sourceSystem>"
                        + "<c:dataController>SE2321000016-VG</c:dataController></c:engagement></engagementTransaction></Update>");
    }

    static String register() {
        return envelope(
                "5565594230",
                """
                <RegisterCertificate xmlns="%s" xmlns:c="urn:riv:clinicalprocess:healthcond:certificate:3"><intyg>
                <c:intygs-id><c:root>SE2321000016-VE</c:root><c:extension>%s</c:extension></c:intygs-id>
                <c:typ><c:code>LISJP</c:code><c:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</c:codeSystem></c:typ>
                <c:version>1.0</c:version>
                <c:signeringstidpunkt>2026-03-02T12:00:00</c:signeringstidpunkt>
                <c:skickatTidpunkt>2026-03-02T12:30:00</c:skickatTidpunkt>
                <c:patient><c:person-id><c:root>1.2.752.129.2.1.3.1</c:root><c:extension>191212121212</c:extension></c:person-id></c:patient>
                <c:skapadAv><c:personal-id><c:root>1.2.752.129.2.1.4.1</c:root><c:extension>SE2321000016-A12D</c:extension></c:personal-id>
                <c:enhet><c:enhets-id><c:root>1.2.752.129.2.1.4.1</c:root><c:extension>SE2321000016-VE</c:extension></c:enhets-id>
                <c:arbetsplatskod><c:root>1.2.752.29.4.71</c:root><c:extension>1234567</c:extension></c:arbetsplatskod>
                <c:epost>enhet@example.test</c:epost></c:enhet></c:skapadAv>
                <c:relation><c:typ><c:code>FRLANG</c:code><c:codeSystem>c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146</c:codeSystem></c:typ></c:relation>
                </intyg></RegisterCertificate>"""
                        .formatted(REGISTER, GUID));
    }

    static String listWithQa(String inside) {
        return envelope(
                "SE2321000016-WC",
                "<ListCertificatesForCareWithQA xmlns=\""
                        + LIST_WITH_QA
                        + "\" xmlns:c=\"urn:riv:clinicalprocess:healthcond:certificate:types:3\">"
                        + inside
                        + "</ListCertificatesForCareWithQA>");
    }

    static String draft(String namespace) {
        return envelope(
                "SE2321000016-WC",
                "<CreateDraftCertificate xmlns=\""
                        + DRAFT
                        + "\"><intyg><f:forifyllnad xmlns:f=\"urn:riv:clinicalprocess:healthcond:certificate:3.3\">"
                        + "<n:svar xmlns:n=\""
                        + namespace
                        + "\" id=\"1\"/></f:forifyllnad></intyg></CreateDraftCertificate>");
    }

    static String id(String name, String value) {
        return "<"
                + name
                + "><c:root>1.2.752.129.2.1.4.1</c:root><c:extension>"
                + value
                + "</c:extension></"
                + name
                + ">";
    }

    /** What a good client sends beside a message. */
    static Map<String, String> headers(String message) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", "text/xml;charset=UTF-8");
        int body = message.indexOf("Body>");
        int from = message.indexOf("urn:riv:", body);
        if (body >= 0 && from >= 0) {
            String namespace = message.substring(from, message.indexOf('"', from));
            headers.put("SOAPAction", "\"" + namespace + ":X\"");
        }
        headers.put("x-skltp-correlation-id", GUID);
        return headers;
    }

    static Inspector inspector() {
        return new Inspector(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static X509Certificate certificate() {
        return TestPki.shared().function(TestPki.SYSTEM_HSA_ID).certificate();
    }

    static List<Finding> findings(
            Inspector inspector, String target, Map<String, String> headers, byte[] body) {
        try (Inspection inspection =
                inspector.open(target, headers, body, Optional.of(certificate()))) {
            inspection.request();
            return inspection.found();
        }
    }

    static List<Finding> findings(String message) {
        return findings(
                inspector(), "/vp", headers(message), message.getBytes(StandardCharsets.UTF_8));
    }
}
