package se.ehealthsdk.siths.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import se.ehealthsdk.core.error.EHealthException;

/** What a fuzz test asks of what came through. */
final class Accessors {

    private Accessors() {}

    /** A certificate that could be read answers everything, and hides whom it is about. */
    static void callAll(SithsCertificate certificate) {
        assertThat(certificate.kind()).isNotNull();
        assertThat(certificate.environment()).isNotNull();
        assertThat(certificate.serialNumber()).isNotNull();
        assertThat(certificate.issuerName()).isNotNull();
        assertThat(certificate.validTo()).isNotNull();
        certificate.validAt(Instant.EPOCH);
        certificate.commonName();
        certificate.givenName();
        certificate.surname();
        certificate.organisation();
        certificate.locality();
        certificate.assuranceLevel();
        certificate.issuerCommonName();
        certificate.cardNumber();
        assertThat(certificate.titles()).doesNotContainNull();
        assertThat(certificate.emailAddresses()).doesNotContainNull();
        assertThat(certificate.policies()).doesNotContainNull();
        for (KeyUsage usage : KeyUsage.values()) {
            certificate.allows(usage);
        }
        certificate.allows(ExtendedKeyUsage.CLIENT_AUTH);
        boolean identified = certificate.hsaId().isPresent() || certificate.personId().isPresent();
        boolean excused =
                certificate.problems().stream().anyMatch(CertificateProblem::concernsIdentity);
        assertThat(identified).isNotEqualTo(excused);
        assertThat(certificate.hashCode()).isEqualTo(certificate.hashCode());
        certificate
                .personId()
                .ifPresent(id -> assertThat(certificate.toString()).doesNotContain(id.value()));
    }

    static void requireNoContent(EHealthException refused) {
        assertThat(refused.getCause()).isNull();
        assertThat(refused.remedy()).isNotBlank();
        assertThat(refused.getMessage().length()).isLessThan(200);
    }
}
