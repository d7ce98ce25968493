package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.RevocationReason;
import se.ehealthsdk.testpki.RevocationServices;

/** A signature that was made an hour after its certificate was issued, judged later. */
class ReferenceTimeTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final RevocationServices services = RevocationServices.start(clock, 0);
    private final IssuedCertificate signer = services.pki().personSigning("SE2321000016-39KJ");
    private final Instant signed = clock.instant().plus(HOUR);

    @AfterEach
    void close() {
        services.close();
    }

    private CheckResult judge(boolean lists, boolean soft) {
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.of(services.pki().trustedRoots()))
                        .timeout(Duration.ofSeconds(20))
                        .clock(clock);
        if (lists) {
            builder.listsOnly();
        }
        if (soft) {
            builder.softFailRevocation();
        }
        try (CertificateValidator validator = builder.build()) {
            ValidationResult result = validator.validate(signer.chain(), Purpose.SIGNATURE, signed);
            assertThat(result.at()).isEqualTo(signed);
            assertThat(result.check(Check.VALIDITY).orElseThrow().outcome())
                    .isEqualTo(Outcome.PASSED);
            return result.check(Check.REVOCATION).orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void certificate_thatIsGoodNow_wasGoodThen(boolean lists) {
        clock.advance(Duration.ofDays(100));

        assertThat(judge(lists, false).outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "UNSPECIFIED, PASSED",
        "SUPERSEDED, PASSED",
        "AFFILIATION_CHANGED, PASSED",
        "CESSATION_OF_OPERATION, PASSED",
        "CERTIFICATE_HOLD, PASSED",
        "KEY_COMPROMISE, FAILED",
        "CA_COMPROMISE, FAILED"
    })
    void certificate_thatWasRevokedLater_isJudgedByTheReason(
            RevocationReason reason, Outcome outcome) {
        services.revoke(signer.certificate(), reason, signed.plus(HOUR));
        clock.advance(Duration.ofDays(100));

        for (boolean lists : new boolean[] {false, true}) {
            CheckResult check = judge(lists, false);
            assertThat(check.outcome()).isEqualTo(outcome);
            assertThat(check.message()).contains("revoked since " + signed.plus(HOUR));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void certificate_thatWasRevokedBefore_fails(boolean lists) {
        services.revoke(signer.certificate(), RevocationReason.SUPERSEDED, signed.minus(HOUR));
        clock.advance(Duration.ofDays(100));

        assertThat(judge(lists, false).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void certificate_thatIsRevoked_failsNow_whateverTheTimeInTheAnswer() {
        clock.advance(HOUR);
        services.revoke(
                signer.certificate(), RevocationReason.SUPERSEDED, clock.instant().plus(HOUR));

        assertThat(judge(false, false).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void certificate_thatHasExpiredSince_cannotBeFoundOutAbout() {
        clock.advance(Duration.ofDays(800));

        CheckResult strict = judge(false, false);
        assertThat(strict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(strict.message()).contains("has expired since then");
        assertThat(judge(true, true).outcome()).isEqualTo(Outcome.WARNING);
    }

    @Test
    void certificate_thatHasExpiredSince_andWasRevokedBefore_fails() {
        services.revoke(signer.certificate(), RevocationReason.SUPERSEDED, signed.minus(HOUR));
        clock.advance(Duration.ofDays(800));

        assertThat(judge(false, true).outcome()).isEqualTo(Outcome.FAILED);
    }
}
