package se.ehealthsdk.siths.internal.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.siths.internal.x509.DerElement;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.OcspSigner;
import se.ehealthsdk.testpki.RevocationServices;

/** Answers and lists whose signed part was changed are never taken, and nothing but refused. */
class RevocationFuzzTest {

    private static final int ROUNDS = 4_000;
    private static final Clock CLOCK =
            Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    private static final RevocationServices SERVICES = RevocationServices.start(CLOCK, 0);
    private static final IssuedCertificate LEAF = SERVICES.pki().function("SE2321000016-39KJ");
    private static final X509Certificate CA = SERVICES.pki().functionCa().certificate();
    private static final RevocationSettings SETTINGS =
            new RevocationSettings(
                    CLOCK,
                    Duration.ofMinutes(5),
                    Duration.ofDays(1),
                    false,
                    null,
                    UnaryOperator.identity(),
                    List.of(),
                    false,
                    Duration.ofHours(1),
                    Duration.ofSeconds(30),
                    10,
                    10,
                    null,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20));
    private static final Freshness FRESHNESS =
            new Freshness(CLOCK, SETTINGS.skew(), SETTINGS.maxAge());
    private static final RevocationListSource LISTS = new RevocationListSource(SETTINGS, FRESHNESS);

    @AfterAll
    static void close() {
        LISTS.close();
        SERVICES.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUER", "DELEGATE"})
    void ocspAnswer_thatWasChanged_isRefused(OcspSigner signer) throws Exception {
        SERVICES.sign(signer);
        OcspQuestion question = OcspQuestion.about(LEAF.certificate(), CA);
        byte[] good;
        try (Fetching fetching = new Fetching(SETTINGS, 64 * 1024)) {
            good =
                    fetching.post(
                            SERVICES.url().resolve("/ocsp"),
                            "application/ocsp-request",
                            question.encoded());
        }
        OcspAnswer reader =
                new OcspAnswer(question, FRESHNESS, false, new OcspSigners(CLOCK, LISTS));
        assertThat(reader.read(good).value()).isInstanceOf(RevocationStatus.Good.class);

        byte[] signed =
                signedPart(
                        OCSPResponse.getInstance(good)
                                .getResponseBytes()
                                .getResponse()
                                .getOctets());
        assertRefused(good, signed, changed -> reader.read(changed).value());
    }

    @Test
    void list_thatWasChanged_isRefused() throws Exception {
        byte[] good =
                SERVICES.pki()
                        .functionCa()
                        .revocationList(
                                CLOCK.instant(),
                                SERVICES.pki().function("SE2321000016-AAAA").certificate());
        assertThat(status(good)).isInstanceOf(RevocationStatus.Good.class);

        assertRefused(good, signedPart(good), RevocationFuzzTest::status);
    }

    private static RevocationStatus status(byte[] list) throws UnusableException {
        return RevocationList.read(list).status(LEAF.certificate(), CA, FRESHNESS).value();
    }

    private static byte[] signedPart(byte[] whole) {
        return DerElement.read(whole).children().get(0).encoded();
    }

    private interface Reader {
        RevocationStatus read(byte[] changed) throws UnusableException;
    }

    private static void assertRefused(byte[] good, byte[] signed, Reader reader) {
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= (byte) (1 << at % 8);
            check(reader, changed, signed, "bit " + at % 8 + " of byte " + at + " turned over");
        }
        for (int length = 0; length < good.length; length++) {
            check(reader, Arrays.copyOf(good, length), signed, "cut at " + length);
        }
        for (long seed = 0; seed < ROUNDS; seed++) {
            check(reader, mutated(good, new Random(seed)), signed, "seed " + seed);
        }
    }

    /** What is taken has its signed part whole: only the wrapping was changed. */
    private static void check(Reader reader, byte[] changed, byte[] signed, String how) {
        Optional<RevocationStatus> status = read(reader, changed);
        if (status.isPresent()) {
            assertThat(status).as(how).containsInstanceOf(RevocationStatus.Good.class);
            assertThat(new String(changed, StandardCharsets.ISO_8859_1))
                    .as(how)
                    .contains(new String(signed, StandardCharsets.ISO_8859_1));
        }
    }

    /** Empty when it is refused as it should be; everything else that is thrown fails the test. */
    private static Optional<RevocationStatus> read(Reader reader, byte[] changed) {
        try {
            return Optional.of(reader.read(changed));
        } catch (UnusableException refused) {
            assertThat(refused.why()).isNotBlank();
            assertThat(refused.remedy()).isNotBlank();
            return Optional.empty();
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] changed = good.clone();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(5)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> changed[at] += (byte) (random.nextBoolean() ? 1 : -1);
                case 2 -> changed = Arrays.copyOf(changed, changed.length + 1 + random.nextInt(9));
                case 3 -> {
                    byte[] shorter = new byte[changed.length - 1];
                    System.arraycopy(changed, 0, shorter, 0, at);
                    System.arraycopy(changed, at + 1, shorter, at, shorter.length - at);
                    changed = shorter;
                }
                default -> {
                    int from = random.nextInt(changed.length);
                    int length = Math.min(random.nextInt(32), changed.length - Math.max(at, from));
                    System.arraycopy(changed, from, changed, at, length);
                }
            }
        }
        return changed;
    }
}
