package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.siths.validation.OddCa.holder;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;
import se.ehealthsdk.testpki.CertificateBuilder;
import se.ehealthsdk.testpki.ExtendedKeyUse;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.KeyUse;
import se.ehealthsdk.testpki.StringType;
import se.ehealthsdk.testpki.TestPki;

/** Everything but revocation, which is switched off here. */
class CertificateValidatorTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final TestPki PKI = TestPki.shared();
    private static final OddCa ODD = OddCa.root("Odd Root CA");
    private static final CertificateValidator VALIDATOR = validator(PKI.trustedRoots());
    private static final CertificateValidator ODD_VALIDATOR = validator(List.of(ODD.certificate));

    private static CertificateValidator validator(List<X509Certificate> anchors) {
        return CertificateValidator.trusting(TrustAnchors.of(anchors))
                .withoutRevocationAtOwnRisk()
                .build();
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of(PKI.function(HSA_ID), Purpose.FUNCTION),
                Arguments.of(PKI.server("localhost"), Purpose.FUNCTION),
                Arguments.of(PKI.person(HSA_ID), Purpose.AUTHENTICATION),
                Arguments.of(PKI.personById("191212121212"), Purpose.AUTHENTICATION),
                Arguments.of(PKI.personSigning(HSA_ID), Purpose.SIGNATURE));
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodCertificate_passesEveryCheck(IssuedCertificate good, Purpose purpose) {
        ValidationResult result = VALIDATOR.validate(good.chain(), purpose);

        assertThat(result.trusted()).isTrue();
        assertThat(result.checks()).extracting(CheckResult::check).containsExactly(Check.values());
        assertThat(result.checks().subList(0, 9))
                .allMatch(each -> each.outcome() == Outcome.PASSED && each.remedy().isEmpty());
        assertThat(result.checks().subList(9, 11))
                .allMatch(each -> each.outcome() == Outcome.NOT_MADE);
        assertThat(result.path())
                .containsExactly(good.certificate(), good.chain().get(1), PKI.root().certificate());
        assertThat(result.orThrow()).isSameAs(result);
    }

    @Test
    void rsaCertificate_passes() {
        IssuedCertificate rsa =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();

        assertThat(VALIDATOR.validate(rsa.chain(), Purpose.FUNCTION).trusted()).isTrue();
    }

    @Test
    void issuers_inAnyOrderAmongOthers_areFound() {
        IssuedCertificate function = PKI.function(HSA_ID);
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(PKI.root().certificate());
        chain.add(PKI.personIdCa().certificate());
        chain.add(PKI.untrusted().functionCa().certificate());
        chain.add(function.chain().get(1));
        chain.add(function.certificate());
        Collections.reverse(chain);

        assertThat(VALIDATOR.validate(chain, Purpose.FUNCTION).trusted()).isTrue();
        Collections.reverse(chain.subList(1, chain.size()));
        assertThat(VALIDATOR.validate(chain, Purpose.FUNCTION).trusted()).isTrue();
    }

    @Test
    void issuers_thatDidNotCome_areTakenFromTheConfiguredOnes() {
        X509Certificate alone = PKI.function(HSA_ID).certificate();

        assertThat(VALIDATOR.validate(alone, Purpose.FUNCTION).failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.PATH);
        CertificateValidator configured =
                CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots()))
                        .intermediates(
                                List.of(
                                        PKI.untrusted().functionCa().certificate(),
                                        PKI.functionCa().certificate()))
                        .withoutRevocationAtOwnRisk()
                        .build();
        assertThat(configured.validate(alone, Purpose.FUNCTION).trusted()).isTrue();
    }

    @Test
    void issuingCa_asAnchor_isEnough() {
        CertificateValidator direct = validator(List.of(PKI.functionCa().certificate()));

        ValidationResult result = direct.validate(PKI.function(HSA_ID).chain(), Purpose.FUNCTION);

        assertThat(result.trusted()).isTrue();
        assertThat(result.path()).hasSize(2);
        assertThat(direct.validate(PKI.person(HSA_ID).chain(), Purpose.AUTHENTICATION).trusted())
                .isFalse();
    }

    @Test
    void certificate_ofAnotherPki_hasNoPath() {
        ValidationResult result =
                VALIDATOR.validate(PKI.fromUntrustedCa(HSA_ID).chain(), Purpose.FUNCTION);

        assertFailed(result, Check.PATH, "No path leads");
        assertThat(result.path()).hasSize(1);
        assertThat(result.check(Check.SIGNATURES))
                .hasValueSatisfying(
                        check -> assertThat(check.outcome()).isEqualTo(Outcome.NOT_MADE));
    }

    @Test
    void certificate_ofAnotherPkiWithTheSameNames_hasASignatureThatDoesNotHold() {
        TestPki another = TestPki.create();

        assertFailed(
                VALIDATOR.validate(another.function(HSA_ID).chain(), Purpose.FUNCTION),
                Check.SIGNATURES,
                "\"SDKTEST SITHS e-id Function CA v1\" is not signed");
        assertFailed(
                VALIDATOR.validate(
                        List.of(
                                another.function(HSA_ID).certificate(),
                                PKI.functionCa().certificate()),
                        Purpose.FUNCTION),
                Check.SIGNATURES,
                "The certificate is not signed");
    }

    @Test
    void changedCertificate_hasASignatureThatDoesNotHold() throws Exception {
        IssuedCertificate function = PKI.function(HSA_ID);

        assertFailed(
                VALIDATOR.validate(
                        List.of(changed(function.certificate()), function.chain().get(1)),
                        Purpose.FUNCTION),
                Check.SIGNATURES,
                "The certificate is not signed");
    }

    /** With another HSA-id. */
    private static X509Certificate changed(X509Certificate certificate) throws Exception {
        byte[] der = certificate.getEncoded();
        byte[] id = HSA_ID.getBytes(StandardCharsets.US_ASCII);
        der[indexOf(der, id) + id.length - 1]++;
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; ; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
    }

    @Test
    void time_outsideTheValidity_fails() {
        assertFailed(
                VALIDATOR.validate(PKI.expired(HSA_ID).chain(), Purpose.FUNCTION),
                Check.VALIDITY,
                "The certificate expired ");
        assertFailed(
                VALIDATOR.validate(PKI.notYetValid(HSA_ID).chain(), Purpose.FUNCTION),
                Check.VALIDITY,
                "The certificate is not valid until ");
    }

    @Test
    void time_thatHasPassed_isTheOneJudgedAt() {
        List<X509Certificate> expired = PKI.expired(HSA_ID).chain();
        Instant then = Instant.now().minus(Duration.ofDays(100));

        ValidationResult result = VALIDATOR.validate(expired, Purpose.FUNCTION, then);

        assertThat(result.trusted()).isTrue();
        assertThat(result.at()).isEqualTo(then);
        assertThat(
                        VALIDATOR
                                .validate(
                                        expired,
                                        Purpose.FUNCTION,
                                        Instant.now().minus(Duration.ofDays(800)))
                                .trusted())
                .isFalse();
    }

    @Test
    void issuer_thatHasExpired_fails_underItsName() {
        Instant farAhead = Instant.now().plus(Duration.ofDays(3700));
        IssuedCertificate longLived =
                PKI.functionBuilder(HSA_ID)
                        .validTo(Instant.now().plus(Duration.ofDays(4000)))
                        .issue();

        assertFailed(
                VALIDATOR.validate(longLived.chain(), Purpose.FUNCTION, farAhead),
                Check.VALIDITY,
                "The issuer's certificate \"SDKTEST SITHS e-id Function CA v1\" expired ");
    }

    @Test
    void path_thatWasAcceptedBefore_isStillJudgedByTimeUseAndEveryByte() throws Exception {
        IssuedCertificate function = PKI.function(HSA_ID);
        CertificateValidator fresh = validator(PKI.trustedRoots());
        for (int i = 0; i < 2; i++) {
            assertThat(fresh.validate(function.chain(), Purpose.FUNCTION).trusted()).isTrue();
        }

        assertFailed(
                fresh.validate(
                        function.chain(),
                        Purpose.FUNCTION,
                        Instant.now().plus(Duration.ofDays(900))),
                Check.VALIDITY,
                "expired");
        assertFailed(
                fresh.validate(function.chain(), Purpose.SIGNATURE),
                Check.KEY_USAGE,
                "non-repudiation");
        assertFailed(
                fresh.validate(
                        List.of(changed(function.certificate()), function.chain().get(1)),
                        Purpose.FUNCTION),
                Check.SIGNATURES,
                "not signed");
    }

    @Test
    void severalFaults_areAllNamed() {
        IssuedCertificate faulty =
                PKI.functionBuilder(HSA_ID)
                        .withoutSerialNumber()
                        .keyUse(KeyUse.KEY_AGREEMENT)
                        .validTo(Instant.now().minus(Duration.ofHours(1)))
                        .certificateSerial(BigInteger.valueOf(-7))
                        .extension("2.25.42", true, new byte[] {5, 0})
                        .issue();

        ValidationResult result = VALIDATOR.validate(faulty.chain(), Purpose.FUNCTION);

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(
                        Check.VALIDITY,
                        Check.PROFILE,
                        Check.CRITICAL_EXTENSIONS,
                        Check.KEY_USAGE,
                        Check.IDENTITY);
        assertThat(result.failures()).noneMatch(each -> each.remedy().isBlank());
        assertThatThrownBy(result::orThrow)
                .isInstanceOf(UntrustedException.class)
                .isInstanceOfSatisfying(
                        CertificateUntrustedException.class,
                        thrown -> {
                            assertThat(thrown.result()).isSameAs(result);
                            assertThat(thrown).hasMessageContaining("expired");
                            assertThat(thrown).hasMessageContaining("2.25.42");
                            assertThat(thrown.remedy()).isNotBlank();
                        });
    }

    @Test
    void criticalExtension_thatIsUnknown_failsThatCheckOnly() {
        IssuedCertificate odd =
                PKI.functionBuilder(HSA_ID).extension("2.25.42", true, new byte[] {5, 0}).issue();

        assertFailed(
                VALIDATOR.validate(odd.chain(), Purpose.FUNCTION),
                Check.CRITICAL_EXTENSIONS,
                "2.25.42");
        IssuedCertificate harmless =
                PKI.functionBuilder(HSA_ID).extension("2.25.42", false, new byte[] {5, 0}).issue();
        assertThat(VALIDATOR.validate(harmless.chain(), Purpose.FUNCTION).trusted()).isTrue();
    }

    @Test
    void criticalExtension_ofAnIssuer_thatIsUnknown_fails() throws Exception {
        OddCa ca =
                ODD.ca(
                        "Odd CA",
                        OddCa.ISSUING,
                        new BasicConstraints(0),
                        extension("2.25.43", true, DERNull.INSTANCE));

        assertFailed(odd(ca.leaf(holder(HSA_ID)), ca), Check.CRITICAL_EXTENSIONS, "\"Odd CA\"");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, not positive",
        "0, not positive",
        "1606938044258990275541962092341162602522202993782792835301376, more than 20 bytes"
    })
    void serial_thatRfc5280Forbids_fails(BigInteger serial, String message) {
        IssuedCertificate odd = PKI.functionBuilder(HSA_ID).certificateSerial(serial).issue();

        assertFailed(VALIDATOR.validate(odd.chain(), Purpose.FUNCTION), Check.PROFILE, message);
    }

    @Test
    void version1_failsItsForm() throws Exception {
        ValidationResult result =
                ODD_VALIDATOR.validate(ODD.versionOne(holder(HSA_ID)), Purpose.FUNCTION);

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.PROFILE, Check.KEY_USAGE);
    }

    @Test
    void hugeSubject_failsItsForm() {
        IssuedCertificate huge =
                PKI.functionBuilder(HSA_ID).organisation("Å".repeat(10_000)).issue();

        assertFailed(
                VALIDATOR.validate(huge.chain(), Purpose.FUNCTION), Check.PROFILE, "8192 bytes");
    }

    @Test
    void hugeExtension_failsItsForm() {
        IssuedCertificate huge =
                PKI.functionBuilder(HSA_ID).extension("2.25.44", false, new byte[70_000]).issue();

        ValidationResult result = VALIDATOR.validate(huge.chain(), Purpose.FUNCTION);
        assertFailedFirst(result, Check.PROFILE, "65536 bytes");
        assertIdentifiesNobody(result);
    }

    @Test
    void sha1_isTooWeak() throws Exception {
        OddCa sha1 = OddCa.root("Sha1 Root CA", "RSA", 2048, "SHA1withRSA");

        ValidationResult result =
                validator(List.of(sha1.certificate))
                        .validate(sha1.leaf(holder(HSA_ID)), Purpose.FUNCTION);

        assertFailed(result, Check.ALGORITHMS, "SHA-1 with RSA");
    }

    @Test
    void keys_thatAreShort_areTooWeak() throws Exception {
        X509Certificate leaf =
                ODD.issue(
                        holder(HSA_ID),
                        OddCa.keys("RSA", 1024).getPublic(),
                        OddCa.SIGNING,
                        new BasicConstraints(false));
        OddCa weakRoot = OddCa.root("Weak Root CA", "RSA", 1024, "SHA256withRSA");

        assertFailed(odd(leaf), Check.ALGORITHMS, "The certificate has an RSA key of 1024 bits");
        assertFailed(
                validator(List.of(weakRoot.certificate))
                        .validate(weakRoot.leaf(holder(HSA_ID)), Purpose.FUNCTION),
                Check.ALGORITHMS,
                "\"Weak Root CA\" has an RSA key of 1024 bits");
    }

    @Test
    void pss_passesWithSha256_notWithSha1() throws Exception {
        OddCa pss = OddCa.root("Pss Root CA", "RSA", 2048, "PSS with SHA-256");

        assertThat(
                        validator(List.of(pss.certificate))
                                .validate(pss.leaf(holder(HSA_ID)), Purpose.FUNCTION)
                                .trusted())
                .isTrue();
        OddCa weak = OddCa.root("Pss Sha1 Root CA", "RSA", 2048, "PSS with SHA-1");
        assertFailed(
                validator(List.of(weak.certificate))
                        .validate(weak.leaf(holder(HSA_ID)), Purpose.FUNCTION),
                Check.ALGORITHMS,
                "RSASSA-PSS without SHA-2");
    }

    @Test
    void issuer_thatIsNoCa_fails() throws Exception {
        OddCa noCa = ODD.ca("No CA", OddCa.SIGNING, new BasicConstraints(false));
        OddCa noSigner = ODD.ca("No Signer", OddCa.SIGNING, new BasicConstraints(true));

        assertFailed(
                odd(noCa.leaf(holder(HSA_ID)), noCa), Check.ISSUERS, "not that of a certificate");
        assertFailed(
                odd(noSigner.leaf(holder(HSA_ID)), noSigner),
                Check.ISSUERS,
                "does not allow signing certificates");
    }

    @Test
    void functionCertificate_asIssuer_fails_andItsNameIsNotSaid() throws Exception {
        OddCa person = ODD.ca("Testa Påhittsson", OddCa.SIGNING, new BasicConstraints(false));

        ValidationResult result = odd(person.leaf(holder(HSA_ID)), person);

        assertThat(result.trusted()).isFalse();
        assertThat(result.failures().toString()).doesNotContain("Påhittsson");
    }

    @Test
    void pathLength_thatIsExceeded_fails() throws Exception {
        OddCa upper = ODD.ca("Upper CA", OddCa.ISSUING, new BasicConstraints(0));
        OddCa lower = upper.ca("Lower CA", OddCa.ISSUING, new BasicConstraints(0));

        assertFailed(
                odd(lower.leaf(holder(HSA_ID)), lower, upper),
                Check.ISSUERS,
                "\"Upper CA\" allows no more than 0");
        OddCa wide = ODD.ca("Wide CA", OddCa.ISSUING, new BasicConstraints(1));
        OddCa below = wide.ca("Below CA", OddCa.ISSUING, new BasicConstraints(0));
        assertThat(odd(below.leaf(holder(HSA_ID)), wide, below).trusted()).isTrue();
    }

    @Test
    void nameConstraints_thatAreBroken_failThePath() throws Exception {
        Extension others =
                extension(
                        "2.5.29.30",
                        true,
                        new NameConstraints(
                                new GeneralSubtree[] {
                                    new GeneralSubtree(
                                            new GeneralName(GeneralName.dNSName, "region.example"))
                                },
                                null));
        OddCa bound = ODD.ca("Bound CA", OddCa.ISSUING, new BasicConstraints(0), others);
        Extension inside = alternativeName("a.region.example");
        Extension outside = alternativeName("evil.example");

        assertThat(odd(bound.leaf(holder(HSA_ID), inside), bound).trusted()).isTrue();
        assertFailed(odd(bound.leaf(holder(HSA_ID), outside), bound), Check.PATH, "RFC 5280");
    }

    @Test
    void anchor_thatIsNoCa_vouchesForNobody() throws Exception {
        OddCa system = ODD.ca("system", OddCa.SIGNING, new BasicConstraints(false));

        ValidationResult result =
                validator(List.of(system.certificate))
                        .validate(system.leaf(holder(HSA_ID)), Purpose.FUNCTION);

        assertFailed(result, Check.ISSUERS, "basic constraints");
    }

    @Test
    void anchor_withAPathLength_isHeldToIt() throws Exception {
        OddCa anchor = ODD.ca("Anchor CA", OddCa.ISSUING, new BasicConstraints(0));
        OddCa below = anchor.ca("Below CA", OddCa.ISSUING, new BasicConstraints(0));
        CertificateValidator validator = validator(List.of(anchor.certificate));

        assertThat(validator.validate(anchor.leaf(holder(HSA_ID)), Purpose.FUNCTION).trusted())
                .isTrue();
        assertFailed(
                validator.validate(
                        List.of(below.leaf(holder(HSA_ID)), below.certificate), Purpose.FUNCTION),
                Check.ISSUERS,
                "path length");
    }

    @Test
    void root_withNameConstraints_isHeldToThem() throws Exception {
        Extension others =
                extension(
                        "2.5.29.30",
                        true,
                        new NameConstraints(
                                new GeneralSubtree[] {
                                    new GeneralSubtree(
                                            new GeneralName(GeneralName.dNSName, "region.example"))
                                },
                                null));
        OddCa root = OddCa.root("Bound Root", "EC", 256, "SHA256withECDSA", others);
        CertificateValidator validator = validator(List.of(root.certificate));
        X509Certificate inside = root.leaf(holder(HSA_ID), alternativeName("a.region.example"));
        X509Certificate outside = root.leaf(holder(HSA_ID), alternativeName("evil.example"));

        assertThat(validator.validate(inside, Purpose.FUNCTION).trusted()).isTrue();
        assertFailed(validator.validate(outside, Purpose.FUNCTION), Check.PATH, "RFC 5280");
    }

    @Test
    void anchor_asLeaf_fails() {
        ValidationResult result =
                VALIDATOR.validate(PKI.root().certificate(), Purpose.AUTHENTICATION);

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.PATH, Check.KEY_USAGE, Check.IDENTITY);
        assertThat(result.failures().get(0).message()).contains("itself a trust anchor");
    }

    @Test
    void issuingCa_asLeaf_fails() {
        ValidationResult result =
                VALIDATOR.validate(PKI.functionCa().certificate(), Purpose.FUNCTION);

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.KEY_USAGE, Check.IDENTITY);
    }

    @Test
    void selfSignedLeaf_fails() throws Exception {
        OddCa self = OddCa.root("Self");

        assertFailedFirst(odd(self.certificate), Check.PATH, "names itself as its issuer");
    }

    @Test
    void loop_amongIssuers_ends() throws Exception {
        OddCa one = OddCa.root("Loop One CA");
        OddCa two = OddCa.root("Loop Two CA");
        X509Certificate leaf = one.leaf(holder(HSA_ID));

        assertFailedFirst(
                ODD_VALIDATOR.validate(
                        List.of(leaf, one.cross(two), two.cross(one), leaf), Purpose.FUNCTION),
                Check.PATH,
                "No path leads");
    }

    @Test
    void thousandOthers_costABoundedTime() throws Exception {
        OddCa junk = OddCa.root("Odd Root CA");
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(ODD.leaf(holder(HSA_ID)));
        List<X509Certificate> sameName = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sameName.add(junk.cross(junk));
        }
        for (int i = 0; i < 1000; i++) {
            chain.add(sameName.get(i % sameName.size()));
        }

        assertThat(ODD_VALIDATOR.validate(chain, Purpose.FUNCTION).trusted()).isTrue();
        chain.set(0, junk.leaf(holder(HSA_ID)));
        assertThat(ODD_VALIDATOR.validate(chain, Purpose.FUNCTION).trusted()).isFalse();
    }

    @Test
    void issuer_withAnOldAndANewCertificate_isFoundByTheOneThatIsValid() throws Exception {
        OddCa ca = ODD.ca("Renewed CA", OddCa.ISSUING, new BasicConstraints(0));
        X509Certificate renewed =
                ODD.issue(
                        ca.name,
                        ca.keys.getPublic(),
                        OddCa.ISSUING,
                        new BasicConstraints(0),
                        extension("2.25.45", true, DERNull.INSTANCE));
        X509Certificate leaf = ca.leaf(holder(HSA_ID));

        ValidationResult result =
                ODD_VALIDATOR.validate(List.of(leaf, ca.certificate, renewed), Purpose.FUNCTION);

        assertThat(result.trusted()).isTrue();
        assertThat(result.path()).contains(ca.certificate);
    }

    @ParameterizedTest
    @CsvSource({
        "DIGITAL_SIGNATURE, AUTHENTICATION, true",
        "DIGITAL_SIGNATURE, FUNCTION, true",
        "DIGITAL_SIGNATURE, SIGNATURE, false",
        "NON_REPUDIATION, SIGNATURE, true",
        "NON_REPUDIATION, AUTHENTICATION, false",
        "NON_REPUDIATION, FUNCTION, false",
        "KEY_ENCIPHERMENT, AUTHENTICATION, false",
        "KEY_AGREEMENT, SIGNATURE, false"
    })
    void keyUsage_decidesByPurpose(KeyUse use, Purpose purpose, boolean allowed) {
        IssuedCertificate certificate =
                PKI.functionBuilder(HSA_ID).extendedKeyUse().keyUse(use).issue();

        ValidationResult result = VALIDATOR.validate(certificate.chain(), purpose);

        if (allowed) {
            assertThat(result.trusted()).isTrue();
        } else {
            assertFailed(result, Check.KEY_USAGE, "does not allow");
        }
    }

    @Test
    void keyUsage_thatIsMissing_fails() throws Exception {
        X509Certificate leaf =
                ODD.issue(
                        holder(HSA_ID),
                        OddCa.keys("EC", 256).getPublic(),
                        0,
                        new BasicConstraints(false));

        assertFailed(odd(leaf), Check.KEY_USAGE, "does not say");
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_AUTH, AUTHENTICATION, true",
        "CLIENT_AUTH, FUNCTION, true",
        "SERVER_AUTH, FUNCTION, true",
        "SERVER_AUTH, AUTHENTICATION, false",
        "EMAIL_PROTECTION, FUNCTION, false",
        "EMAIL_PROTECTION, AUTHENTICATION, false",
        "OCSP_SIGNING, FUNCTION, false"
    })
    void extendedKeyUsage_limitsWhenThere(ExtendedKeyUse use, Purpose purpose, boolean allowed) {
        IssuedCertificate certificate = PKI.functionBuilder(HSA_ID).extendedKeyUse(use).issue();

        ValidationResult result = VALIDATOR.validate(certificate.chain(), purpose);

        if (allowed) {
            assertThat(result.trusted()).isTrue();
        } else {
            assertFailed(result, Check.KEY_USAGE, "extended key usage");
        }
    }

    @Test
    void extendedKeyUsage_thatCannotBeRead_fails() throws Exception {
        X509Certificate leaf =
                ODD.leaf(holder(HSA_ID), extension("2.5.29.37", false, new DERUTF8String("?")));

        ValidationResult result = odd(leaf);
        assertFailedFirst(result, Check.KEY_USAGE, "cannot be read");
        assertIdentifiesNobody(result);
    }

    @Test
    void identity_thatIsMissing_fails() {
        assertFailed(
                VALIDATOR.validate(PKI.withoutSerialNumber().chain(), Purpose.FUNCTION),
                Check.IDENTITY,
                "identifies nobody");
    }

    @Test
    void identity_thatIsThereTwice_fails_alsoInOneName() throws Exception {
        X500Name twice =
                new X500NameBuilder()
                        .addRDN(BCStyle.SERIALNUMBER, HSA_ID)
                        .addRDN(BCStyle.CN, "system.example.test")
                        .addRDN(BCStyle.SERIALNUMBER, "SE2321000016-EVIL")
                        .build();
        X500Name beside =
                new X500NameBuilder()
                        .addMultiValuedRDN(
                                new ASN1ObjectIdentifier[] {
                                    BCStyle.SERIALNUMBER, BCStyle.SERIALNUMBER
                                },
                                new String[] {HSA_ID, "SE2321000016-EVIL"})
                        .build();

        assertFailed(odd(ODD.leaf(twice)), Check.IDENTITY, "several serialNumber attributes");
        assertFailed(odd(ODD.leaf(beside)), Check.IDENTITY, "several serialNumber attributes");
    }

    @ParameterizedTest
    @EnumSource(StringType.class)
    void identity_isReadInEveryEncoding(StringType type) {
        CertificateBuilder builder = PKI.functionBuilder(HSA_ID).serialNumber(HSA_ID, type);

        assertThat(VALIDATOR.validate(builder.issue().chain(), Purpose.FUNCTION).trusted())
                .isTrue();
        assertThat(
                        VALIDATOR
                                .validate(
                                        builder.serialNumberBesideCommonName().issue().chain(),
                                        Purpose.FUNCTION)
                                .trusted())
                .isTrue();
    }

    static Stream<ASN1Encodable> unreadable() {
        return Stream.of(
                new DERUTF8String(""),
                new DERUTF8String("   "),
                new DERUTF8String("SE2321000016-39KJ\nCN=other"),
                new DERUTF8String("S".repeat(33)),
                new DERBitString(new byte[] {1, 2, 3}),
                new DEROctetString(new byte[] {1}),
                DERNull.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void identity_thatCannotBeRead_fails(ASN1Encodable value) throws Exception {
        X500Name subject =
                new X500NameBuilder()
                        .addRDN(BCStyle.CN, "system.example.test")
                        .addRDN(BCStyle.SERIALNUMBER, value)
                        .build();

        assertFailed(odd(ODD.leaf(subject)), Check.IDENTITY, "serialNumber");
    }

    @Test
    void systemCertificate_ofAPerson_fails() {
        for (IssuedCertificate person :
                List.of(PKI.person(HSA_ID), PKI.personById("191212121212"))) {
            assertFailed(
                    VALIDATOR.validate(person.chain(), Purpose.FUNCTION),
                    Check.IDENTITY,
                    "a person's, not a system's");
        }
        IssuedCertificate nameless =
                PKI.functionBuilder(HSA_ID).serialNumber("191212121212").issue();
        assertFailed(
                VALIDATOR.validate(nameless.chain(), Purpose.FUNCTION),
                Check.IDENTITY,
                "a person's, not a system's");
    }

    @Test
    void result_saysNothingOfAPerson() {
        for (List<X509Certificate> chain :
                List.of(
                        PKI.personById("191212121212").chain(),
                        PKI.personById("191212121212").chain().subList(0, 1),
                        TestPki.create().personById("191212121212").chain())) {
            for (Purpose purpose : Purpose.values()) {
                ValidationResult result = VALIDATOR.validate(chain, purpose);
                assertThat(result + result.checks().toString())
                        .doesNotContain("191212121212")
                        .doesNotContain("Påhittsson");
                if (!result.trusted()) {
                    assertThatThrownBy(result::orThrow)
                            .message()
                            .doesNotContain("191212121212")
                            .doesNotContain("Påhittsson");
                }
            }
        }
    }

    @Test
    void emptyChain_isTheCallersMistake() {
        assertThatThrownBy(() -> VALIDATOR.validate(List.of(), Purpose.FUNCTION))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("chain: is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "connectTimeout", "answerMaxAge"})
    void times_thatAreNone_areTheCallersMistake(String field) {
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots()));
        switch (field) {
            case "timeout" -> builder.timeout(Duration.ZERO);
            case "connectTimeout" -> builder.connectTimeout(Duration.ofSeconds(-1));
            default -> builder.answerMaxAge(Duration.ZERO);
        }

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        thrown -> assertThat(thrown.field()).isEqualTo(field));
    }

    private static ValidationResult odd(X509Certificate leaf, OddCa... issuers) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(leaf);
        for (OddCa each : issuers) {
            chain.add(each.certificate);
        }
        return ODD_VALIDATOR.validate(chain, Purpose.FUNCTION);
    }

    private static Extension alternativeName(String host) throws Exception {
        return extension(
                "2.5.29.17", false, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
    }

    private static Extension extension(String oid, boolean critical, ASN1Encodable value)
            throws Exception {
        return new Extension(
                new ASN1ObjectIdentifier(oid), critical, value.toASN1Primitive().getEncoded());
    }

    private static void assertFailed(ValidationResult result, Check check, String message) {
        assertThat(result.failures()).extracting(CheckResult::check).containsExactly(check);
        assertFailedFirst(result, check, message);
    }

    /** A certificate that is damaged anywhere gives no identity either. */
    private static void assertIdentifiesNobody(ValidationResult result) {
        assertThat(result.failures())
                .hasSize(2)
                .last()
                .satisfies(
                        failure -> {
                            assertThat(failure.check()).isEqualTo(Check.IDENTITY);
                            assertThat(failure.message()).contains("cannot be read");
                        });
    }

    private static void assertFailedFirst(ValidationResult result, Check check, String message) {
        assertThat(result.trusted()).isFalse();
        assertThat(result.failures().get(0).check()).isEqualTo(check);
        assertThat(result.failures().get(0).message()).contains(message);
        assertThat(result.failures().get(0).remedy()).isNotBlank();
    }
}
