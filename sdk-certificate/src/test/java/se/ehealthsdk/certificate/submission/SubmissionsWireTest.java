package se.ehealthsdk.certificate.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.CertificateClient;
import se.ehealthsdk.certificate.Sample;
import se.ehealthsdk.certificate.WireService;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.RegisterCertificate;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.contract.RevokeCertificate;
import se.ehealthsdk.certificate.contract.SendCertificateToRecipient;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.LogicalAddress;

/** Submissions with a real client, over mutual TLS. */
class SubmissionsWireTest {

    private static final WireService SERVICE = new WireService();
    private static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";

    private final World world = new World();
    private final Submissions submissions =
            Submissions.builder(
                            CertificateClient.builder(SERVICE.platform)
                                    .intygstjanster(LogicalAddress.of("TEST-INTYGSTJANSTER"))
                                    .clock(world.clock)
                                    .build(),
                            world.saved)
                    .clock(world.clock)
                    .signer(world.signer)
                    .build();

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private static void answering(Result register) {
        SERVICE.answer(CertificateContracts.REGISTER_CERTIFICATE_3, any -> register);
        SERVICE.answer(CertificateContracts.SEND_CERTIFICATE_TO_RECIPIENT_2, any -> Result.ok());
        SERVICE.answer(CertificateContracts.REVOKE_CERTIFICATE_2, any -> Result.ok());
    }

    @Test
    void submit_andRevoke_overTheWire() {
        answering(Result.ok());
        Intyg earlier = Sample.igrav("earlier");

        submissions.complement(Sample.igrav(ID), earlier, MessageReference.of("m-1"));
        submissions.revoke(ID, Sample.DOCTOR, Optional.of("Fel patient"));

        assertThat(SERVICE.requests).hasSize(3);
        RegisterCertificate registered = (RegisterCertificate) SERVICE.requests.get(0);
        assertThat(registered.answerTo()).contains(MessageReference.of("m-1"));
        assertThat(registered.certificate().signature()).isPresent();
        assertThat(registered.certificate().relations().get(0).certificate())
                .isEqualTo(earlier.id());
        assertThat(SERVICE.requests.get(1)).isInstanceOf(SendCertificateToRecipient.class);
        assertThat(((RevokeCertificate) SERVICE.requests.get(2)).message()).contains("Fel patient");
    }

    @Test
    void submit_thatIsStoppedByTheCheck_sendsAndSavesNothing() {
        answering(Result.ok());

        assertThatThrownBy(() -> submissions.submit(Sample.igrav(ID, LocalDate.of(2020, 1, 1))))
                .isInstanceOf(FindingsException.class);

        assertThat(SERVICE.requests).isEmpty();
        assertThat(submissions.find(ID)).isEmpty();
    }

    @Test
    void resume_doesNotCheckAgain_whenTheDayHasComeToBreakARule() {
        answering(Result.error(Result.TECHNICAL_ERROR, "Senare"));
        submissions.submit(Sample.igrav(ID, Sample.TODAY.plusDays(1)));
        answering(Result.info("Certificate already exists"));
        world.wait(Duration.ofDays(30));

        assertThat(submissions.resume().get(0).state()).isEqualTo(SubmissionState.SENT);
    }
}
