package se.ehealthsdk.siths.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testpki.TestPki;

/** Certificates that no authority should issue: read, or refused with their own reason. */
class OddCertificatesTest {

    private static final String HSA_ID = "SE2321000016-TESTSYS";

    @Test
    void serialNumber_twice_isAmbiguous() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.ofSystem()
                                .withSerialNumber("SE2321000016-ONE")
                                .withSerialNumber("SE2321000016-TWO")
                                .make());

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.SEVERAL_SERIAL_NUMBERS)
                .allMatch(CertificateProblem::concernsIdentity);
    }

    @Test
    void serialNumber_twiceInOneRdn_isAmbiguous() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("x")
                                .withTogether(
                                        attribute("SE2321000016-ONE"), attribute("191212121212"))
                                .make());

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.personId()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.SEVERAL_SERIAL_NUMBERS);
    }

    @Test
    void serialNumber_besideOneThatIsNoText_isAmbiguous() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.ofSystem()
                                .withSerialNumber(HSA_ID)
                                .with(BCStyle.SERIALNUMBER, new ASN1Integer(7))
                                .make());

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.SEVERAL_SERIAL_NUMBERS);
    }

    @Test
    void serialNumber_missing_isSaid() {
        assertProblem(HandmadeCertificate.ofSystem(), CertificateProblem.NO_SERIAL_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t \n"})
    void serialNumber_blank_isMissing(String blank) {
        assertProblem(
                HandmadeCertificate.ofSystem().withSerialNumber(blank),
                CertificateProblem.NO_SERIAL_NUMBER);
    }

    static Stream<ASN1Encodable> notTexts() {
        return Stream.of(
                new ASN1Integer(BigInteger.valueOf(191212121212L)),
                DERNull.INSTANCE,
                new DERBitString(HSA_ID.getBytes(UTF_8)),
                new DERBitString(new byte[] {1, 2, 3}),
                new DERSequence(new DERUTF8String(HSA_ID)),
                new DERUTF8String("SE2321000016-\u0000X"),
                new DERUTF8String("SE2321000016-X\nSERIALNUMBER=Y"),
                new DERUTF8String("SE2321000016-" + "X".repeat(20)));
    }

    @ParameterizedTest
    @MethodSource("notTexts")
    void serialNumber_thatIsNoIdentity_isSaid(ASN1Encodable value) {
        assertProblem(
                HandmadeCertificate.ofSystem().with(BCStyle.SERIALNUMBER, value),
                CertificateProblem.SERIAL_NUMBER_NOT_UNDERSTOOD);
    }

    @Test
    void serialNumber_withBytesThatAreNotUtf8_isSaid() {
        byte[] der = HandmadeCertificate.ofSystem().withSerialNumber("SE2321000016-QQQQ").der();
        replace(der, "QQQQ".getBytes(UTF_8), new byte[] {(byte) 0xc3, 0x28, (byte) 0xff, 0x28});

        SithsCertificate certificate = SithsCertificate.of(HandmadeCertificate.certificate(der));

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.SERIAL_NUMBER_NOT_UNDERSTOOD);
    }

    @Test
    void serialNumber_afterAThousandOtherAttributes_isRead() {
        HandmadeCertificate handmade = HandmadeCertificate.issuedBy("x");
        for (int i = 0; i < 1_000; i++) {
            handmade.with(BCStyle.OU, "unit " + i);
        }

        assertThat(SithsCertificate.parse(handmade.withSerialNumber(HSA_ID).der()).hsaId())
                .contains(HsaId.of(HSA_ID));
    }

    @Test
    void of_certificateLargerThanAnyOther_isRefused() {
        byte[] der =
                HandmadeCertificate.issuedBy("x")
                        .with(BCStyle.O, "Å".repeat(40_000))
                        .withSerialNumber(HSA_ID)
                        .der();

        assertRefused(der, "larger than 65536 bytes");
        assertRefused(new byte[200_000], "larger than 131072 bytes");
    }

    @Test
    void number_thatIsNegativeOrZero_isRead() {
        for (long number : new long[] {-1, 0, Long.MIN_VALUE}) {
            byte[] der =
                    HandmadeCertificate.ofSystem()
                            .withSerialNumber(HSA_ID)
                            .number(BigInteger.valueOf(number))
                            .der();

            SithsCertificate certificate = SithsCertificate.parse(der);

            assertThat(certificate.serialNumber()).isEqualTo(BigInteger.valueOf(number));
            assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        }
    }

    @Test
    void extension_unknownAndCritical_isLeftToValidation() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.ofSystem()
                                .withSerialNumber(HSA_ID)
                                .extension("1.2.3.4.5", true, new DERUTF8String("x"))
                                .make());

        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(certificate.certificate().getCriticalExtensionOIDs()).contains("1.2.3.4.5");
    }

    @Test
    void version1_withoutExtensions_isRead() {
        SithsCertificate certificate =
                SithsCertificate.parse(
                        HandmadeCertificate.ofSystem().withSerialNumber(HSA_ID).version1());

        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(certificate.keyUsages()).isEmpty();
        assertThat(certificate.policies()).isEmpty();
    }

    @Test
    void subject_empty_identifiesNobody() {
        SithsCertificate certificate =
                SithsCertificate.of(HandmadeCertificate.issuedBy("x").make());

        assertThat(certificate.kind()).isEqualTo(CertificateKind.UNKNOWN);
        assertThat(certificate.commonName()).isEmpty();
        assertThat(certificate.problems()).containsExactly(CertificateProblem.NO_SERIAL_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5.29.15", "2.5.29.37", "2.5.29.32", "2.5.29.19"})
    void extension_thatDecides_damaged_isRefused(String oid) {
        for (byte[] damaged : damages()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("%s: %s", oid, Arrays.toString(damaged))
                    .isThrownBy(
                            () ->
                                    SithsCertificate.parse(
                                            HandmadeCertificate.ofSystem()
                                                    .withSerialNumber(HSA_ID)
                                                    .rawExtension(oid, false, damaged)
                                                    .der()))
                    .satisfies(
                            refused ->
                                    assertThat(refused.problem())
                                            .isIn(
                                                    "has a damaged extension " + oid,
                                                    "is damaged, or something else"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5.29.17", "2.5.29.9", "1.2.752.34.2.1"})
    void extension_thatDecidesNothing_damaged_isAProblem(String oid) {
        for (byte[] damaged : damages()) {
            SithsCertificate certificate =
                    SithsCertificate.of(
                            HandmadeCertificate.ofSystem()
                                    .withSerialNumber(HSA_ID)
                                    .rawExtension(oid, false, damaged)
                                    .make());

            assertThat(certificate.problems())
                    .hasSize(1)
                    .noneMatch(CertificateProblem::concernsIdentity);
            assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        }
    }

    /** Nothing, cut short, another type, a value that begins well, and values within values. */
    private static List<byte[]> damages() {
        List<byte[]> damages = new ArrayList<>();
        damages.add(new byte[0]);
        damages.add(new byte[] {0x30, 0x05, 0x06});
        damages.add(new byte[] {0x02, 0x01, 0x05});
        damages.add(new byte[] {0x30, 0x02, 0x05, 0x00, 0x00});
        damages.add(new byte[] {0x30, 0x02, 0x05, 0x00});
        damages.add(new byte[] {0x1f, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f});
        damages.add(nested(10_000));
        return damages;
    }

    private static byte[] nested(int depth) {
        byte[] value = {0x05, 0x00};
        ByteArrayOutputStream heads = new ByteArrayOutputStream();
        List<byte[]> levels = new ArrayList<>();
        int length = value.length;
        for (int i = 0; i < depth; i++) {
            byte[] head =
                    length < 0x80
                            ? new byte[] {0x30, (byte) length}
                            : new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length};
            levels.add(head);
            length += head.length;
        }
        for (int i = levels.size() - 1; i >= 0; i--) {
            heads.writeBytes(levels.get(i));
        }
        heads.writeBytes(value);
        return heads.toByteArray();
    }

    @Test
    void subject_damagedBmpString_isReadOrRefused_neverACrash() {
        byte[] der = HandmadeCertificate.ofSystem().withSerialNumber("SE2321000016-TESTS").der();
        byte[] utf8 = {0x0c, 18, 'S', 'E', '2', '3'};
        // the same odd-sized bytes, called a BMPString
        replace(der, utf8, new byte[] {0x1e, 18, 'S', 'E', '2', '3'});
        assertThat(SithsCertificate.parse(der).hsaId()).isNotEqualTo(HSA_ID);

        byte[] odd = HandmadeCertificate.ofSystem().withSerialNumber("SE2321000016-TEST").der();
        replace(odd, new byte[] {0x0c, 17, 'S'}, new byte[] {0x1e, 17, 'S'});
        assertRefused(odd, "damaged");
    }

    @Test
    void parse_whatIsNoCertificate_isRefusedWithoutItsContent() throws Exception {
        byte[] der = TestPki.shared().function(HSA_ID).certificate().getEncoded();
        byte[] twice = Arrays.copyOf(der, der.length * 2);
        System.arraycopy(der, 0, twice, der.length, der.length);
        String pem = Pem.of(der);

        assertRefused(new byte[0], "none");
        assertRefused("SE2321000016-HEMLIG".getBytes(UTF_8), "none");
        assertRefused(new byte[] {0x30}, "damaged");
        assertRefused(Arrays.copyOf(der, der.length - 1), "damaged");
        assertRefused(Arrays.copyOf(der, der.length + 1), "damaged");
        assertRefused(twice, "damaged");
        assertRefused((pem + pem).getBytes(UTF_8), "several");
        assertRefused(pem.substring(0, 200).getBytes(UTF_8), "damaged");
        assertRefused(pem.replace("-----END", "=HEMLIG=-----END").getBytes(UTF_8), "damaged");
        assertRefused(
                "-----BEGIN CERTIFICATE-----\nåäö-----END CERTIFICATE-----".getBytes(ISO_8859_1),
                "damaged");
    }

    @Test
    void parse_everyCutCertificate_isRefused() {
        byte[] der = HandmadeCertificate.ofSystem().withSerialNumber(HSA_ID).keyUsage(0x80).der();
        for (int length = 0; length < der.length; length++) {
            assertRefused(Arrays.copyOf(der, length), "");
        }
        assertThat(SithsCertificate.parse(der).hsaId()).contains(HsaId.of(HSA_ID));
    }

    private static void assertRefused(byte[] encoded, String reason) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SithsCertificate.parse(encoded))
                .withMessageContaining(reason)
                .satisfies(
                        refused ->
                                assertThat(refused + refused.remedy())
                                        .doesNotContain("HEMLIG", "SE2321000016"))
                .withNoCause();
    }

    private static void assertProblem(HandmadeCertificate handmade, CertificateProblem problem) {
        SithsCertificate certificate = SithsCertificate.of(handmade.make());

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.personId()).isEmpty();
        assertThat(certificate.problems()).containsExactly(problem);
        assertThat(problem.concernsIdentity()).isTrue();
        assertThat(problem.message()).isNotBlank();
    }

    private static AttributeTypeAndValue attribute(String value) {
        return new AttributeTypeAndValue(BCStyle.SERIALNUMBER, new DERPrintableString(value));
    }

    private static void replace(byte[] in, byte[] search, byte[] with) {
        for (int i = 0; i <= in.length - search.length; i++) {
            if (Arrays.equals(in, i, i + search.length, search, 0, search.length)) {
                System.arraycopy(with, 0, in, i, with.length);
                return;
            }
        }
        throw new AssertionError("not found");
    }
}
