package se.ehealthsdk.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.document.SampleIntyg.register;
import static se.ehealthsdk.certificate.document.SampleIntyg.utf8;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class IntygReadTest {

    @Test
    void registerCertificate_everyFieldIsRead() {
        Intyg intyg = Intyg.read(utf8(register(SampleIntyg.CONTENT)));

        assertThat(intyg.certificateId()).isEqualTo(SampleIntyg.ID);
        assertThat(intyg.type()).isEqualTo(CertificateType.LISJP);
        assertThat(intyg.version()).isEqualTo("2.0");
        assertThat(intyg.signedAt()).contains(LocalDateTime.of(2026, 3, 2, 10, 11, 12));
        assertThat(intyg.patient().personId()).isPresent();
        assertThat(intyg.issuer().unit().careProvider().name()).isEqualTo("Givaren");
        assertThat(intyg.answers("6").get(0).content("6.1"))
                .contains(new Content.Text("Påhittad text & mer, 50 < 100."));
    }
}
