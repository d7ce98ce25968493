package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.OcspFault;
import se.ehealthsdk.testpki.RevocationListFault;
import se.ehealthsdk.testpki.RevocationServices;

/** The answers of the services hold for an hour by the clock, which stands still until it is moved. */
class RevocationCacheTest {

    private static final String HSA_ID = "SE2321000016-39KJ";

    private final SettableClock clock = new SettableClock();
    private final RevocationServices services = RevocationServices.start(clock, 0);
    private final IssuedCertificate leaf = services.pki().function(HSA_ID);

    @AfterEach
    void close() {
        services.close();
    }

    private CertificateValidator.Builder builder() {
        return CertificateValidator.trusting(TrustAnchors.of(services.pki().trustedRoots()))
                .timeout(Duration.ofSeconds(20))
                .clock(clock);
    }

    private Outcome revocation(CertificateValidator validator, IssuedCertificate certificate) {
        return validator
                .validate(certificate.chain(), Purpose.FUNCTION)
                .check(Check.REVOCATION)
                .orElseThrow()
                .outcome();
    }

    @Test
    void answer_isAskedForOnce_untilItsTimeIsOver() {
        try (CertificateValidator validator =
                builder().cache(RevocationCache.STANDARD.keeping(Duration.ofMinutes(10))).build()) {
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
            assertThat(services.ocspRequests()).isEqualTo(2);

            services.revoke(leaf.certificate());
            clock.advance(Duration.ofMinutes(9));
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
            assertThat(services.ocspRequests()).isEqualTo(2);

            clock.advance(Duration.ofMinutes(1));
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.FAILED);
            assertThat(services.ocspRequests()).isEqualTo(4);
        }
    }

    @Test
    void falseList_isNotKept_longerThanAFailure() {
        try (CertificateValidator validator = builder().listsOnly().build()) {
            services.fault(RevocationListFault.WRONG_SIGNER);
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.FAILED);

            services.repair();
            clock.advance(Duration.ofSeconds(31));
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void answer_isNotKept_longerThanItHolds() {
        try (CertificateValidator validator =
                builder().cache(RevocationCache.STANDARD.keeping(Duration.ofDays(3))).build()) {
            revocation(validator, leaf);
            clock.advance(Duration.ofMinutes(59));
            revocation(validator, leaf);
            assertThat(services.ocspRequests()).isEqualTo(2);

            clock.advance(Duration.ofMinutes(2));
            revocation(validator, leaf);
            assertThat(services.ocspRequests()).isEqualTo(4);
        }
    }

    @Test
    void everyCertificate_isAskedForByItself() {
        IssuedCertificate other = services.pki().function(HSA_ID);
        services.revoke(other.certificate());
        try (CertificateValidator validator = builder().build()) {
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
            assertThat(revocation(validator, other)).isEqualTo(Outcome.FAILED);
            assertThat(services.ocspRequests()).isEqualTo(3);
        }
    }

    @Test
    void answers_thatAreTooMany_makeRoom() {
        IssuedCertificate other = services.pki().function(HSA_ID);
        try (CertificateValidator validator =
                builder()
                        .withoutIssuerRevocationAtOwnRisk()
                        .cache(
                                new RevocationCache(
                                        1, 1, Duration.ofHours(1), Duration.ofSeconds(30)))
                        .build()) {
            revocation(validator, leaf);
            revocation(validator, other);
            revocation(validator, other);
            assertThat(services.ocspRequests()).isEqualTo(2);

            revocation(validator, leaf);
            assertThat(services.ocspRequests()).isEqualTo(3);
        }
    }

    @Test
    void list_isFetchedOnce_forAllCertificatesOfItsIssuer() {
        IssuedCertificate other = services.pki().function(HSA_ID);
        services.revoke(other.certificate());
        try (CertificateValidator validator = builder().listsOnly().build()) {
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
            assertThat(revocation(validator, other)).isEqualTo(Outcome.FAILED);
            assertThat(services.listRequests()).isEqualTo(2);

            clock.advance(Duration.ofMinutes(61));
            assertThat(revocation(validator, other)).isEqualTo(Outcome.FAILED);
            assertThat(services.listRequests()).isEqualTo(4);
        }
    }

    @Test
    void failure_isRemembered_forAShortTime() {
        services.fault(OcspFault.HTTP_ERROR);
        services.fault(RevocationListFault.HTTP_ERROR);
        try (CertificateValidator validator =
                builder().withoutIssuerRevocationAtOwnRisk().build()) {
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.FAILED);
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.FAILED);
            assertThat(services.ocspRequests()).isEqualTo(1);

            services.repair();
            clock.advance(Duration.ofSeconds(29));
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.FAILED);
            clock.advance(Duration.ofSeconds(1));
            assertThat(revocation(validator, leaf)).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void many_whoAskTheSameAtOnce_askOnce() throws Exception {
        services.fault(OcspFault.NO_ANSWER);
        int callers = 12;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (CertificateValidator validator =
                builder().withoutIssuerRevocationAtOwnRisk().build()) {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                outcomes.add(threads.submit(() -> revocation(validator, leaf)));
            }
            while (services.ocspRequests() == 0) {
                Thread.onSpinWait();
            }
            services.repair();

            for (Future<Outcome> each : outcomes) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.PASSED);
            }
            assertThat(services.ocspRequests()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void waitingThread_thatIsInterrupted_findsNothingOut() throws Exception {
        services.fault(OcspFault.NO_ANSWER);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (CertificateValidator validator =
                builder().withoutIssuerRevocationAtOwnRisk().build()) {
            Future<Outcome> asking = threads.submit(() -> revocation(validator, leaf));
            while (services.ocspRequests() == 0) {
                Thread.onSpinWait();
            }
            Future<Boolean> waiting =
                    threads.submit(
                            () -> {
                                Thread.currentThread().interrupt();
                                ValidationResult result =
                                        validator.validate(leaf.chain(), Purpose.FUNCTION);
                                return Thread.interrupted()
                                        && result.check(Check.REVOCATION)
                                                .orElseThrow()
                                                .message()
                                                .contains("interrupted");
                            });

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
            services.repair();
            assertThat(asking.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.PASSED);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void caches_belongToOneValidator() {
        try (CertificateValidator one = builder().build();
                CertificateValidator other = builder().build()) {
            revocation(one, leaf);
            services.revoke(leaf.certificate());

            assertThat(revocation(other, leaf)).isEqualTo(Outcome.FAILED);
            assertThat(revocation(one, leaf)).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void limits_thatMakeNoSense_areTheCallersMistake() {
        assertThatThrownBy(() -> new RevocationCache(0, 1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RevocationCache.STANDARD.keeping(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> RevocationCache.STANDARD.keepingFailures(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class);
    }
}
