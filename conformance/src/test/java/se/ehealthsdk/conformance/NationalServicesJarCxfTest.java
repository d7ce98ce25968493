package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stand-in services' jar, called by an independent SOAP stack with the files that it writes: by the official WSDLs,
 * with a client certificate, and with every answer validated by the official schemas.
 */
@NeedsOfficialContracts
class NationalServicesJarCxfTest {

    private static final String NATIONAL = "SE165565594230-1000";
    private static final String PATIENT = "191212121212";

    @TempDir static Path folder;

    private static ServicesJar jar;
    private static CxfClient cxf;

    @BeforeAll
    static void start() {
        jar = ServicesJar.start(folder, "--contracts", System.getProperty("contracts.dir"));
        cxf =
                new CxfClient(
                        MutualTls.of(
                                jar.certificates().resolve("function.p12"),
                                "testpki",
                                jar.certificates().resolve("trusted-roots.pem")));
    }

    @AfterAll
    static void stop() {
        if (cxf != null) {
            cxf.close();
        }
        if (jar != null) {
            jar.close();
        }
    }

    private static String call(
            String operation, String version, String logicalAddress, String request) {
        OfficialInteraction interaction = OfficialContracts.newest(operation, version);
        URI address = URI.create(jar.url("Platform (SOAP)") + "/any/path");
        return cxf.call(interaction, address, logicalAddress, request);
    }

    @Test
    void hsa_tellsOfThePersona() {
        String answer =
                call(
                        "GetEmployeeIncludingProtectedPerson",
                        "4.0",
                        NATIONAL,
                        "<g:GetEmployeeIncludingProtectedPerson xmlns:g=\"urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:4\">"
                                + "<g:personHsaId>TSTNMT2321000156-1001</g:personHsaId>"
                                + "</g:GetEmployeeIncludingProtectedPerson>");

        assertThat(answer).contains("TSTNMT2321000156-1001", "Distriktsläkare");
    }

    @Test
    void logService_storesARecord_andRefusesItsIdASecondTime() {
        String id = UUID.randomUUID().toString();

        assertThat(call("StoreLog", "2.0", NATIONAL, storeLog(id))).contains(">OK<");
        assertThat(call("StoreLog", "2.0", NATIONAL, storeLog(id))).contains(">VALIDATION_ERROR<");
    }

    private static String storeLog(String id) {
        return """
                <s:StoreLog xmlns:s="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2"
                    xmlns:l="urn:riv:informationsecurity:auditing:log:2"><s:log>
                  <l:logId>%s</l:logId>
                  <l:system><l:systemId>SE2321000016-TESTSYS</l:systemId></l:system>
                  <l:activity><l:activityType>Läsa</l:activityType><l:startDate>%s</l:startDate>
                    <l:purpose>Vård och behandling</l:purpose></l:activity>
                  <l:user><l:userId>TSTNMT2321000156-1001</l:userId>
                    <l:careProvider><l:careProviderId>TSTNMT2321000156-VG01</l:careProviderId></l:careProvider>
                    <l:careUnit><l:careUnitId>TSTNMT2321000156-VE01</l:careUnitId></l:careUnit></l:user>
                  <l:resources><l:resource><l:resourceType>Intyg</l:resourceType>
                    <l:patient><l:patientId><l:root>1.2.752.129.2.1.3.1</l:root><l:extension>%s</l:extension></l:patientId></l:patient>
                    <l:careProvider><l:careProviderId>TSTNMT2321000156-VG01</l:careProviderId></l:careProvider>
                  </l:resource></l:resources>
                </s:log></s:StoreLog>
                """
                .formatted(id, LocalDate.now().minusDays(1) + "T10:15:30", PATIENT);
    }

    @Test
    void intygstjanster_keepsACertificate() {
        String register =
                Xml.text(
                        CertificateSamples.all(LocalDate.now())
                                .get("lisjp.v1")
                                .get(2)
                                .document()
                                .getDocumentElement());

        assertThat(call("RegisterCertificate", "3.0", "5565594230", register)).contains(">OK<");
        assertThat(
                        call(
                                "ListCertificatesForCare",
                                "3.0",
                                "5565594230",
                                """
                                <l:ListCertificatesForCare xmlns:l="urn:riv:clinicalprocess:healthcond:certificate:ListCertificatesForCareResponder:3"
                                    xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
                                  <l:person-id><t:root>1.2.752.129.2.1.3.1</t:root><t:extension>191212121212</t:extension></l:person-id>
                                  <l:enhets-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>SE2321000016-H489</t:extension></l:enhets-id>
                                </l:ListCertificatesForCare>
                                """))
                .contains("LISJP", "SE2321000016-H489");
    }

    @Test
    void persons_areToldOf() {
        String answer =
                call(
                        "GetPersonsForProfile",
                        "5.0",
                        NATIONAL,
                        """
                        <g:GetPersonsForProfile xmlns:g="urn:riv:strategicresourcemanagement:persons:person:GetPersonsForProfileResponder:5"
                            xmlns:c="urn:riv:strategicresourcemanagement:persons:person:5">
                          <g:personId><c:root>1.2.752.129.2.1.3.1</c:root><c:extension>189001069807</c:extension></g:personId>
                          <g:profile>P3</g:profile>
                          <g:ignoreReferredIdentity>false</g:ignoreReferredIdentity>
                        </g:GetPersonsForProfile>
                        """);

        assertThat(answer).contains("Nordin", "Elsa");
    }

    @Test
    void unknownLogicalAddress_isRefusedByThePlatform() {
        SoapFault fault =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        SoapFault.class,
                        () ->
                                call(
                                        "GetEmployeeIncludingProtectedPerson",
                                        "4.0",
                                        "SE0000000000-NOBODY",
                                        "<x/>"));

        assertThat(fault).hasMessageContaining("VP004");
    }
}
