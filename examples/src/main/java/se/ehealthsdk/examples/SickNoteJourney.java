package se.ehealthsdk.examples;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import se.ehealthsdk.certificate.CertificateClient;
import se.ehealthsdk.certificate.care.CareEvents;
import se.ehealthsdk.certificate.care.CertificateOverview;
import se.ehealthsdk.certificate.care.InMemoryCareEventStore;
import se.ehealthsdk.certificate.care.ReceivedQuestion;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.form.Basis;
import se.ehealthsdk.certificate.form.Degree;
import se.ehealthsdk.certificate.form.Fk7804V1;
import se.ehealthsdk.certificate.form.Issuer;
import se.ehealthsdk.certificate.form.Prognosis;
import se.ehealthsdk.certificate.form.WorkMeasure;
import se.ehealthsdk.certificate.submission.MemorySubmissionStore;
import se.ehealthsdk.certificate.submission.Submission;
import se.ehealthsdk.certificate.submission.Submissions;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.webcert.WebcertReadiness;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.certificate.CertificateFault;
import se.ehealthsdk.testkit.certificate.CertificateMessage.Completion;
import se.ehealthsdk.testkit.certificate.CertificateStandIn;
import se.ehealthsdk.testkit.certificate.RecipientStandIn;
import se.ehealthsdk.testkit.certificate.StatusUpdates;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/**
 * A sick note (läkarintyg för sjukpenning, FK 7804) from the first line to the answer that Försäkringskassan asked
 * for: is the doctor ready, is the note right, is it signed, registered and sent once and only once, and what does the
 * care system know of it afterwards.
 *
 * <p>It is one of version 1, which Intygstjänster takes from a care system directly; version 2 is made in Webcert.
 */
final class SickNoteJourney {

    private static final PersonId PATIENT = Personnummer.of("189001019802");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Narrator tell;
    private final NationalServices services;
    private final CertificateStandIn standIn;
    private final RivtaClient platform;
    private final ActingUser user;
    private final CertificateClient client;
    private final Submissions submissions;
    private final InMemoryCareEventStore store = new InMemoryCareEventStore();

    /**
     * @param user who has logged in, and acts for a care unit
     */
    SickNoteJourney(
            Narrator tell, RivtaClient platform, NationalServices services, ActingUser user) {
        this.tell = tell;
        this.platform = platform;
        this.services = services;
        this.standIn = services.certificates();
        this.user = user;
        this.client =
                CertificateClient.builder(platform)
                        .intygstjanster(CertificateStandIn.INTYGSTJANSTER)
                        .webcert(CertificateStandIn.WEBCERT)
                        .build();
        IssuedCertificate card = services.pki().personSigning(user.employee().value());
        char[] password = TestPki.PASSWORD.toCharArray();
        this.submissions =
                Submissions.builder(client, new MemorySubmissionStore())
                        .signer(
                                XmlDocumentSigner.with(
                                        Credential.keyStore(card.keyStore(password), password)))
                        .build();
    }

    void walk() {
        CareEvents events = CareEvents.into(store);
        try (RivtaServer careSystem =
                RivtaServer.start(
                        events.on(RivtaEndpoint.builder()).build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        services.credential(services.pki().server("localhost")),
                        TrustAnchors.of(services.pki().trustedRoots()))) {
            standIn.webcertFollowsRegistrations();
            standIn.deliverMessagesTo(careSystem.url());
            standIn.statusUpdates().deliverTo(careSystem.url());
            standIn.statusUpdates().integrate(unit());
            ready();
            Intyg sickNote = write();
            submit(sickNote);
            String question = completionRequested(sickNote);
            answer(sickNote, question);
            events(sickNote);
        }
    }

    private HsaId unit() {
        return user.careUnit().orElseThrow().hsaId();
    }

    private void ready() {
        WebcertReadiness readiness =
                tell.step(
                        "Is the doctor ready to work with certificates at the unit?",
                        () ->
                                WebcertReadiness.check(
                                        HsaClient.on(platform),
                                        user.employee(),
                                        unit(),
                                        Instant.now()));
        tell.answer(
                readiness.verdict()
                        + readiness.role().map(decision -> ", as " + decision.reason()).orElse(""));
        readiness.findings().forEach(finding -> tell.answer(finding.toString()));
    }

    private Intyg write() {
        Fk7804V1.Builder form = form();
        List<Finding> missing =
                tell.step("A sick note is written, and checked before it is signed:", form::check);
        missing.forEach(finding -> tell.answer(finding.toString()));
        form.workMeasure(WorkMeasure.NOT_RELEVANT);
        tell.answer("with that answered: " + form.check().size() + " findings");
        return form.build().intyg();
    }

    private Fk7804V1.Builder form() {
        LocalDate today = LocalDate.now(SWEDEN);
        return Fk7804V1.builder(PATIENT, issuer())
                .textVersion("1.3")
                .basedOn(Basis.EXAMINATION, today)
                .currentWork("Undersköterska, förflyttar patienter")
                .diagnosis("M545", "Ländryggssmärta")
                .impairment("Smärta i ländryggen vid belastning.")
                .activityLimitation("Kan inte böja sig eller lyfta.")
                .unableToWork(Degree.FULL, today, today.plusDays(13))
                .prognosis(Prognosis.fullReturn());
    }

    private HealthcareProfessional issuer() {
        return Issuer.of(user)
                .title("201010", "Distriktsläkare/Specialist allmänmedicin")
                .workplaceCode("1234567")
                .address("Ängsvägen 1", "12345", "Påhittad")
                .telephone("0100000001")
                .build();
    }

    private void submit(Intyg sickNote) {
        standIn.next(CertificateFault.answerLost());
        Submission sent =
                tell.step(
                        "It is signed, registered and sent to Försäkringskassan; the first answer is lost on the"
                                + " way:",
                        () -> submissions.submit(sickNote));
        tell.answer(
                sent.state()
                        + "; registered: "
                        + standIn.stored().size()
                        + ", received by Försäkringskassan: "
                        + forsakringskassan().received().size());
    }

    private RecipientStandIn forsakringskassan() {
        return standIn.recipient("FKASSA");
    }

    private String completionRequested(Intyg sickNote) {
        RecipientStandIn.MessageReceipt asked =
                tell.step(
                        "Försäkringskassan asks for a completion (KOMPLT). What does the care system know?",
                        () ->
                                forsakringskassan()
                                        .requestCompletion(
                                                sickNote.certificateId(),
                                                Completion.of(
                                                        "17",
                                                        "Beskriv hur förmågan att gå påverkas.")));
        CertificateOverview now = overview(sickNote);
        tell.answer("the message was answered " + asked.resultCode());
        for (ReceivedQuestion each : now.questions()) {
            tell.answer(
                    each.question().subject().code()
                            + ", "
                            + each.status()
                            + ": question "
                            + each.question().completions().get(0).questionId());
        }
        return asked.messageId();
    }

    private CertificateOverview overview(Intyg sickNote) {
        return CertificateOverview.of(
                sickNote.certificateId(), store.events(sickNote.certificateId()));
    }

    private void answer(Intyg sickNote, String question) {
        Intyg completed =
                Fk7804V1.builder(PATIENT, issuer())
                        .complement(sickNote)
                        .activityLimitation("Kan inte böja sig eller lyfta; går högst 200 meter.")
                        .build()
                        .intyg();
        Submission sent =
                tell.step(
                        "The doctor completes it; the new one is the answer to the request:",
                        () ->
                                submissions.complement(
                                        completed, sickNote, MessageReference.of(question)));
        RecipientStandIn.Delivery received = forsakringskassan().received().get(1);
        tell.answer(
                sent.state()
                        + "; Försäkringskassan has it as the answer to its request: "
                        + received.answerTo().filter(question::equals).isPresent());
    }

    private void events(Intyg sickNote) {
        List<StatusUpdates.Attempt> attempts =
                tell.step(
                        "Webcert tells of what has happened, newest first and each thing twice:",
                        () ->
                                standIn.statusUpdates()
                                        .deliver(
                                                due ->
                                                        StatusUpdates.doubled()
                                                                .apply(
                                                                        StatusUpdates.reversed()
                                                                                .apply(due))));
        tell.answer(
                attempts.stream()
                        .map(each -> each.event().code() + " " + each.outcome())
                        .collect(Collectors.joining(", ")));
        CertificateOverview now = overview(sickNote);
        tell.answer(
                "the care system's own view: "
                        + now.state()
                        + now.signedAt().map(time -> ", signed " + minutes(time)).orElse("")
                        + now.sentAt().map(time -> ", sent " + minutes(time)).orElse("")
                        + ", questions that wait for care: "
                        + now.openReceived());
    }

    private static LocalDateTime minutes(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
