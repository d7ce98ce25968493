package se.ehealthsdk.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.admin.AdminServer;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.certificate.StoredCertificate;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.hsa.Persona;

/** Services with something of everything in them, and their console. */
final class ConsoleServices implements AutoCloseable {

    static final PersonId PATIENT = PersonId.parse("191212121212");
    static final CaseId CASE = CaseId.of("case-1");

    /** What a name must not be able to do. */
    static final String NASTY =
            "<script>document.title='run'</script>\"><img src=x onerror=\"document.title='run'\">${document.title='run'}";

    /** An override of direction and a zero-width space. */
    static final String UNSEEN = "Ab\u202Ecd\u200Bef";

    private static final String DOCTOR = "TSTNMT2321000156-1001";

    final NationalServices services;
    final AdminServer admin;
    final RivtaClient platform;
    private final HttpClient http;

    private ConsoleServices(NationalServices services, AdminServer admin) {
        this.services = services;
        this.admin = admin;
        this.platform = services.client();
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                services.credential().sslContext(services.environment().trust()))
                        .build();
    }

    static ConsoleServices start() {
        NationalServices services = NationalServices.start();
        return new ConsoleServices(services, AdminServer.start(services));
    }

    URI view(String name) {
        return URI.create(admin.url() + "/#/" + name);
    }

    /** As at the start, and then a look-up, a log record, a draft, a case, a fault and a person with a nasty name. */
    void fill() {
        services.reset();
        services.hsa()
                .add(
                        Persona.builder("NASTY", Personnummer.of("190002289809"), NASTY, UNSEEN)
                                .post(HsaId.of("TSTNMT2321000156-9001"))
                                .build());
        lookUp();
        platform.call(
                LogContracts.STORE_LOG_2,
                NationalServices.LOGICAL_ADDRESS,
                new StoreLog(List.of(record())));
        services.faults().next(Fault.vp("VP009"));
        lookUpInVain();
        lookUpInVain();
        draft();
        admit();
        services.faults().next(3, Fault.vp("VP010"));
    }

    /** A call as a client of the SDK makes it. */
    void lookUp() {
        HsaClient.on(platform).employee(HsaId.of(DOCTOR));
    }

    /** A message that is no XML; it meets a fault if one waits. */
    void lookUpInVain() {
        post("<not xml " + PATIENT.value());
    }

    private static AccessRecord record() {
        ActingUser user =
                new ActingUser(
                        HsaId.of(DOCTOR),
                        Optional.of("Åsa Lindgren"),
                        Optional.empty(),
                        Optional.of(
                                new ActingUser.Commission(
                                        HsaId.of("TSTNMT2321000156-VMU1"),
                                        Optional.empty(),
                                        "Vård och behandling")),
                        Optional.of(
                                new ActingUser.CareUnit(
                                        HsaId.of("TSTNMT2321000156-VE01"), Optional.empty())),
                        new ActingUser.CareProvider(
                                HsaId.of("TSTNMT2321000156-VG01"),
                                Optional.empty(),
                                Optional.empty()));
        return AccessRecord.reading(PATIENT)
                .by(user)
                .in(HsaId.of(NationalServices.SYSTEM_HSA_ID))
                .resource(ResourceType.CERTIFICATE)
                .at(Instant.now().minusSeconds(60))
                .build();
    }

    private void draft() {
        String draft = newDraft();
        services.certificates().webcert().sign(draft, HsaId.of(DOCTOR));
        services.certificates().webcert().send(draft, "FKASSA", HsaId.of(DOCTOR));
    }

    /** A draft that nobody has signed, the newest of the certificates. */
    String newDraft() {
        String id =
                "<c:%s xmlns:c='urn:riv:clinicalprocess:healthcond:certificate:3'><t:root>%s</t:root><t:extension>%s</t:extension></c:%s>";
        post(
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
                  <s:Header><a:LogicalAddress xmlns:a="urn:riv:itintegration:registry:1">%s</a:LogicalAddress></s:Header>
                  <s:Body>
                    <CreateDraftCertificate xmlns="urn:riv:clinicalprocess:healthcond:certificate:CreateDraftCertificateResponder:3"
                        xmlns:c="urn:riv:clinicalprocess:healthcond:certificate:3" xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
                      <intyg>
                        <typAvIntyg><t:code>LISJP</t:code><t:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</t:codeSystem></typAvIntyg>
                        <patient>%s<c:fornamn>Tolvan</c:fornamn><c:efternamn>Tolvansson</c:efternamn><c:postadress/><c:postnummer/><c:postort/></patient>
                        <skapadAv>
                          <personal-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>%s</t:extension></personal-id>
                          <fullstandigtNamn>Åsa Lindgren</fullstandigtNamn>
                          <enhet><enhets-id><t:root>1.2.752.129.2.1.4.1</t:root><t:extension>TSTNMT2321000156-VE01</t:extension></enhets-id>
                            <enhetsnamn>Vårdcentralen Ängen</enhetsnamn></enhet>
                        </skapadAv>
                      </intyg>
                    </CreateDraftCertificate>
                  </s:Body>
                </s:Envelope>
                """
                        .formatted(
                                CertificateStandIn.WEBCERT.value(),
                                id.formatted(
                                        "person-id",
                                        "1.2.752.129.2.1.3.1",
                                        PATIENT.value(),
                                        "person-id"),
                                DOCTOR));
        return services.certificates().stored().stream()
                .filter(StoredCertificate::draft)
                .map(StoredCertificate::id)
                .findFirst()
                .orElseThrow();
    }

    /** The certificate that is there. */
    String draftId() {
        return services.certificates().stored().stream()
                .map(StoredCertificate::id)
                .findFirst()
                .orElseThrow();
    }

    /** Long ago enough for obligations to be late. */
    private void admit() {
        RegionalDischargeSystem region = services.discharge();
        region.connect(
                HsaId.of("TSTNMT2321000156-EHR1"),
                // nobody listens there, which hinders nothing
                URI.create("https://localhost:1/exchange"),
                Set.of(RegionalDischargeSystem.HEALTH_CENTRE.unit()));
        region.send(
                EventWriter.of(CASE, PATIENT, RegionalDischargeSystem.WARD)
                        .send(
                                new AdmissionNotice(
                                        Admission.needing(
                                                Instant.now().minus(Duration.ofDays(3)),
                                                CareForm.SOMATIC,
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        new Patient(
                                                PATIENT,
                                                Optional.of("Tolvan Tolvansson"),
                                                Optional.empty(),
                                                Protection.NONE,
                                                Residence.UNKNOWN),
                                        Optional.of(LocalDate.now().plusDays(2))),
                                Instant.now().minus(Duration.ofDays(3)),
                                RegionalDischargeSystem.HEALTH_CENTRE,
                                RegionalDischargeSystem.SOCIAL_SERVICES));
    }

    private void post(String message) {
        try {
            http.send(
                    HttpRequest.newBuilder(services.url())
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString(message))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        platform.close();
        admin.close();
        services.close();
    }
}
