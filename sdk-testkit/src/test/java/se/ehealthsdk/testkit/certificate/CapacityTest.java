package se.ehealthsdk.testkit.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.testkit.certificate.Calls.DOCTOR;
import static se.ehealthsdk.testkit.certificate.Calls.PATIENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.NationalServices;

/** What is kept is bounded, and what has been forgotten is counted. */
class CapacityTest {

    @Test
    void certificates_moreThanCapacity_theOldestAreForgottenAndCounted() throws Exception {
        try (NationalServices services = NationalServices.start();
                Calls calls = new Calls(services)) {
            CertificateStandIn certificates = services.certificates();
            certificates.rules(CertificateRules.NONE);
            for (int i = 0; i < 5; i++) {
                calls.createDraft("LISJP", PATIENT, DOCTOR, "<ref>journal-" + i + "</ref>");
            }
            List<String> all = ids(certificates);
            assertThat(all).hasSize(5);
            assertThat(certificates.forgotten()).isZero();

            certificates.capacity(3);

            assertThat(ids(certificates)).containsExactlyElementsOf(all.subList(2, 5));
            assertThat(certificates.forgotten()).isEqualTo(2);

            calls.createDraft("LISJP", PATIENT, DOCTOR, "<ref>journal-5</ref>");

            assertThat(ids(certificates)).hasSize(3).doesNotContain(all.get(2));
            assertThat(certificates.forgotten()).isEqualTo(3);
            assertThat(certificates.stored(all.get(0))).isEmpty();

            certificates.reset();

            assertThat(certificates.forgotten()).isZero();
            assertThatThrownBy(() -> certificates.capacity(0))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    private static List<String> ids(CertificateStandIn certificates) {
        return certificates.stored().stream().map(StoredCertificate::id).toList();
    }
}
