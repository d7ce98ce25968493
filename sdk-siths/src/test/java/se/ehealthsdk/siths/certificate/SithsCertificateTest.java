package se.ehealthsdk.siths.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.StringType;
import se.ehealthsdk.testpki.TestPki;

class SithsCertificateTest {

    private static final String HSA_ID = "SE2321000016-TESTSYS";
    private static final String PERSONNUMMER = "191212121212";

    private final TestPki pki = TestPki.shared();

    private static SithsCertificate of(IssuedCertificate issued) {
        return SithsCertificate.of(issued.certificate());
    }

    @Test
    void of_functionCertificate_tellsAllAboutTheSystem() {
        SithsCertificate certificate = of(pki.function(HSA_ID));

        assertThat(certificate.kind()).isEqualTo(CertificateKind.FUNCTION);
        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(certificate.personId()).isEmpty();
        assertThat(certificate.commonName()).contains("system.example.test");
        assertThat(certificate.organisation()).contains("Region Påhitt");
        assertThat(certificate.locality()).contains("Påhittad");
        assertThat(certificate.policies()).containsExactly("1.2.752.74.8.650", "2.23.140.1.2.2");
        assertThat(certificate.assuranceLevel()).isEmpty();
        assertThat(certificate.environment()).isEqualTo(SithsEnvironment.TEST);
        assertThat(certificate.issuerCommonName()).contains("SDKTEST SITHS e-id Function CA v1");
        assertThat(certificate.keyUsages()).contains(Set.of(KeyUsage.DIGITAL_SIGNATURE));
        assertThat(certificate.extendedKeyUsages())
                .contains(Set.of(ExtendedKeyUsage.SERVER_AUTH, ExtendedKeyUsage.CLIENT_AUTH));
        assertThat(certificate.problems()).isEmpty();
    }

    @Test
    void of_personWithHsaId_tellsThePersonAndTheLevel() {
        SithsCertificate certificate = of(pki.person(HSA_ID));

        assertThat(certificate.kind()).isEqualTo(CertificateKind.PERSON_HSA_ID);
        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(certificate.givenName()).contains("Testa");
        assertThat(certificate.surname()).contains("Påhittsson");
        assertThat(certificate.assuranceLevel()).contains(AssuranceLevel.LOA3);
        assertThat(certificate.allows(KeyUsage.DIGITAL_SIGNATURE)).isTrue();
        assertThat(certificate.allows(KeyUsage.NON_REPUDIATION)).isFalse();
        assertThat(certificate.allows(ExtendedKeyUsage.CLIENT_AUTH)).isTrue();
        assertThat(certificate.allows(ExtendedKeyUsage.SERVER_AUTH)).isFalse();
    }

    @Test
    void of_signatureCertificate_allowsNonRepudiationOnly_andEveryRole() {
        SithsCertificate certificate = of(pki.personSigning(HSA_ID));

        assertThat(certificate.keyUsages()).contains(Set.of(KeyUsage.NON_REPUDIATION));
        assertThat(certificate.extendedKeyUsages()).isEmpty();
        assertThat(certificate.allows(ExtendedKeyUsage.CLIENT_AUTH)).isTrue();
    }

    @Test
    void of_personWithPersonalNumber_hasNoHsaId() {
        SithsCertificate certificate = of(pki.personById(PERSONNUMMER));

        assertThat(certificate.kind()).isEqualTo(CertificateKind.PERSON_PERSONAL_NUMBER);
        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.personId()).contains(Personnummer.of(PERSONNUMMER));
        assertThat(certificate.assuranceLevel()).contains(AssuranceLevel.LOA3);
    }

    @Test
    void toString_ofAPerson_hasNoNameAndNoNumber() {
        assertThat(of(pki.personById(PERSONNUMMER)).toString())
                .doesNotContain("1212")
                .doesNotContain("Testa")
                .doesNotContain("Påhittsson");
        assertThat(of(pki.person(HSA_ID)).toString())
                .contains("PERSON_HSA_ID", "SDKTEST SITHS e-id Person HSA-id 3 CA v1", HSA_ID)
                .doesNotContain("Testa");
    }

    @Test
    void toString_ofASelfSignedPerson_namesNobody() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("Testa Påhittsson")
                                .with(BCStyle.C, "SE")
                                .with(BCStyle.O, "Påhittad utfärdare")
                                .with(BCStyle.CN, "Testa Påhittsson")
                                .make());

        assertThat(certificate.toString()).contains("itself").doesNotContain("Testa", "Påhitt");
    }

    @ParameterizedTest
    @EnumSource(StringType.class)
    void hsaId_inEveryStringType_isRead(StringType type) {
        IssuedCertificate issued = pki.functionBuilder(HSA_ID).serialNumber(HSA_ID, type).issue();

        assertThat(of(issued).hsaId()).contains(HsaId.of(HSA_ID));
    }

    @ParameterizedTest
    @EnumSource(
            value = StringType.class,
            names = {"UTF8", "BMP", "TELETEX", "UNIVERSAL"})
    void hsaId_withLettersBeyondAscii_isRead(StringType type) {
        IssuedCertificate issued =
                pki.functionBuilder(HSA_ID).serialNumber("SE2321000016-ÅÄÖ", type).issue();

        assertThat(of(issued).hsaId()).contains(HsaId.of("SE2321000016-ÅÄÖ"));
    }

    @Test
    void hsaId_besideTheCommonName_isRead() {
        IssuedCertificate issued =
                pki.functionBuilder(HSA_ID).serialNumberBesideCommonName().issue();

        assertThat(of(issued).hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(of(issued).commonName()).contains("system.example.test");
    }

    @Test
    void subject_inReverseOrder_isReadTheSame() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("SITHS e-id Function CA v1")
                                .withSerialNumber(HSA_ID)
                                .with(BCStyle.CN, "system.example.test")
                                .with(BCStyle.O, "Region Påhitt")
                                .with(BCStyle.C, new DERPrintableString("SE"))
                                .make());

        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
        assertThat(certificate.organisation()).contains("Region Påhitt");
        assertThat(certificate.environment()).isEqualTo(SithsEnvironment.PRODUCTION);
    }

    @Test
    void subject_thatLooksLikeAnotherAttributeInAValue_isNotFooled() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.ofSystem()
                                .with(BCStyle.O, "x, SERIALNUMBER=SE0000000000-FAKE, 2.5.4.5=FAKE")
                                .withSerialNumber(HSA_ID)
                                .make());

        assertThat(certificate.hsaId()).contains(HsaId.of(HSA_ID));
    }

    @Test
    void values_longerThan127Bytes_areRead() {
        String organisation = "Å".repeat(3000);

        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("x")
                                .with(BCStyle.O, organisation)
                                .withSerialNumber(HSA_ID)
                                .make());

        assertThat(certificate.organisation()).contains(organisation);
    }

    @Test
    void titles_inSubjectAndDirectoryAttributes_areJoined() {
        DERSequence attribute =
                new DERSequence(
                        new org.bouncycastle.asn1.ASN1Encodable[] {
                            BCStyle.T,
                            new DERSet(
                                    new org.bouncycastle.asn1.ASN1Encodable[] {
                                        new DERUTF8String("läkare"), new DERUTF8String("överläkare")
                                    })
                        });
        SithsCertificate certificate =
                SithsCertificate.of(
                        person().with(BCStyle.T, "läkare")
                                .extension("2.5.29.9", false, new DERSequence(attribute))
                                .make());

        assertThat(certificate.titles()).containsExactly("läkare", "överläkare");
    }

    @Test
    void emailAddresses_inSubjectAndAlternativeNames_areJoined() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        person().with(BCStyle.EmailAddress, "a@example.test")
                                .extension(
                                        "2.5.29.17",
                                        false,
                                        new GeneralNames(
                                                new GeneralName[] {
                                                    new GeneralName(
                                                            GeneralName.dNSName, "example.test"),
                                                    new GeneralName(
                                                            GeneralName.rfc822Name,
                                                            "b@example.test")
                                                }))
                                .make());

        assertThat(certificate.emailAddresses())
                .containsExactly("a@example.test", "b@example.test");
    }

    @Test
    void cardNumber_inItsExtension_isRead() {
        assertThat(
                        SithsCertificate.of(
                                        person().extension(
                                                        "1.2.752.34.2.1",
                                                        false,
                                                        new DERPrintableString(
                                                                "9752268600000000000"))
                                                .make())
                                .cardNumber())
                .contains("9752268600000000000");
    }

    @Test
    void cardNumber_thatIsNoText_isAProblem_andTheRestIsRead() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        person().extension(
                                        "1.2.752.34.2.1", false, new DEROctetString(new byte[] {1}))
                                .make());

        assertThat(certificate.cardNumber()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.CARD_NUMBER_NOT_UNDERSTOOD);
        assertThat(certificate.hsaId()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "SITHS e-id Person HSA-id 3 CA v1, PERSON_HSA_ID, 3, PRODUCTION",
        "TEST SITHS e-id Person HSA-id 3 CA v1, PERSON_HSA_ID, 3, TEST",
        "SYSTEMTEST SITHS e-id Person HSA-id 2 CA v1, PERSON_HSA_ID, 2, TEST",
        "SITHS e-id Person ID 3 CA v1, PERSON_PERSONAL_NUMBER, 3, PRODUCTION",
        "TEST SITHS e-id Person ID 2 CA v1, PERSON_PERSONAL_NUMBER, 2, TEST",
        "SITHS e-id Person ID Mobile CA v1, MOBILE, 3, PRODUCTION",
        "test siths e-id person id mobile ca v1, MOBILE, 3, TEST",
        "SITHS e-id Function CA v1, FUNCTION, , PRODUCTION",
        "SITHS Type 1 CA v1 PP, PERSON_HSA_ID, , TEST",
        "SITHS Type 3 CA v1, FUNCTION, , PRODUCTION",
        "EVIL SITHS e-id Person HSA-id 3 CA v1, PERSON_HSA_ID, , UNKNOWN",
        "SITHS e-id Person HSA-id 3 CA v1 TEST, PERSON_HSA_ID, , UNKNOWN",
        "Some CA, PERSON_HSA_ID, , UNKNOWN"
    })
    void issuer_byItsName_tellsKindLevelAndEnvironment(
            String issuer, CertificateKind kind, Integer level, SithsEnvironment environment) {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy(issuer)
                                .with(BCStyle.SURNAME, "Påhittsson")
                                .withSerialNumber(HSA_ID)
                                .make());

        assertThat(certificate.kind()).isEqualTo(kind);
        assertThat(certificate.assuranceLevel().map(AssuranceLevel::level).orElse(null))
                .isEqualTo(level);
        assertThat(certificate.environment()).isEqualTo(environment);
    }

    @Test
    void policy_goesBeforeTheIssuer() {
        SithsCertificate mobile =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("SITHS e-id Person HSA-id 3 CA v1")
                                .withSerialNumber(HSA_ID)
                                .extension("2.5.29.32", false, policies("1.2.752.74.8.512"))
                                .make());

        assertThat(mobile.kind()).isEqualTo(CertificateKind.MOBILE);
        assertThat(mobile.assuranceLevel()).contains(AssuranceLevel.LOA3);
    }

    @Test
    void table_withRowsOfTheCallers_decides() {
        CertificateTable table =
                CertificateTable.standard()
                        .withPolicyLevel("1.2.752.74.8.999", AssuranceLevel.LOA2)
                        .withPolicyLevel("1.2.752.74.8.998", AssuranceLevel.of(4))
                        .withPolicyKind("1.2.752.74.8.999", CertificateKind.MOBILE)
                        .withIssuerLevel("Our CA", AssuranceLevel.LOA3)
                        .withIssuerKind("Our CA", CertificateKind.PERSON_HSA_ID)
                        .withIssuerEnvironment("Our CA", SithsEnvironment.PRODUCTION)
                        .withTestPrefix("ACCEPTANCE");
        HandmadeCertificate byIssuer =
                HandmadeCertificate.issuedBy("ACCEPTANCE Our CA").withSerialNumber(HSA_ID);
        HandmadeCertificate byPolicies =
                HandmadeCertificate.issuedBy("Our CA")
                        .withSerialNumber(HSA_ID)
                        .extension(
                                "2.5.29.32",
                                false,
                                policies("1.2.752.74.8.998", "1.2.752.74.8.999"));

        SithsCertificate first = SithsCertificate.of(byIssuer.make(), table);
        SithsCertificate second = SithsCertificate.of(byPolicies.make(), table);

        assertThat(first.kind()).isEqualTo(CertificateKind.PERSON_HSA_ID);
        assertThat(first.assuranceLevel()).contains(AssuranceLevel.LOA3);
        assertThat(first.environment()).isEqualTo(SithsEnvironment.TEST);
        assertThat(second.kind()).isEqualTo(CertificateKind.MOBILE);
        assertThat(second.assuranceLevel())
                .as("of several policies the lowest level")
                .contains(AssuranceLevel.LOA2);
        assertThat(second.environment()).isEqualTo(SithsEnvironment.PRODUCTION);
        assertThat(SithsCertificate.of(byPolicies.make()).assuranceLevel())
                .as("the standard table is unchanged")
                .isEmpty();
    }

    @Test
    void kind_ofAnUnknownIssuer_followsTheSubject() {
        assertThat(kind(HandmadeCertificate.issuedBy("x").withSerialNumber(HSA_ID)))
                .isEqualTo(CertificateKind.FUNCTION);
        assertThat(kind(HandmadeCertificate.issuedBy("x").withSerialNumber(PERSONNUMMER)))
                .isEqualTo(CertificateKind.PERSON_PERSONAL_NUMBER);
        assertThat(kind(HandmadeCertificate.issuedBy("x").with(BCStyle.CN, "y")))
                .isEqualTo(CertificateKind.UNKNOWN);
    }

    @Test
    void kind_ofACertificateAuthority_isUnknown() {
        SithsCertificate authority = SithsCertificate.of(pki.functionCa().certificate());

        assertThat(authority.kind()).isEqualTo(CertificateKind.UNKNOWN);
        assertThat(authority.environment()).isEqualTo(SithsEnvironment.TEST);
        assertThat(authority.allows(KeyUsage.KEY_CERT_SIGN)).isTrue();
        assertThat(authority.allows(KeyUsage.DIGITAL_SIGNATURE)).isFalse();
    }

    @Test
    void validity_isOfBothEnds() {
        SithsCertificate certificate = of(pki.expired(HSA_ID));

        assertThat(certificate.validAt(certificate.validFrom())).isTrue();
        assertThat(certificate.validAt(certificate.validTo())).isTrue();
        assertThat(certificate.validAt(certificate.validTo().plusSeconds(1))).isFalse();
        assertThat(certificate.validAt(certificate.validFrom().minusSeconds(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1212121212",
                "121212-1212",
                "19121212 1212",
                "191212121213",
                "PNOSE-191212121212",
                "pnose-19121212-1212"
            })
    void identity_likeAPersonalNumberButNotOne_isNeitherHsaIdNorPerson(String serialNumber) {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("x").withSerialNumber(serialNumber).make());

        assertThat(certificate.hsaId()).isEmpty();
        assertThat(certificate.personId()).isEmpty();
        assertThat(certificate.problems())
                .containsExactly(CertificateProblem.SERIAL_NUMBER_NOT_UNDERSTOOD);
        assertThat(certificate.toString()).doesNotContain("1212");
    }

    @Test
    void identity_personalNumberWithHyphen_isThePerson() {
        SithsCertificate certificate =
                SithsCertificate.of(
                        HandmadeCertificate.issuedBy("x").withSerialNumber("19121212-1212").make());

        assertThat(certificate.personId()).contains(Personnummer.of(PERSONNUMMER));
        assertThat(certificate.hsaId()).isEmpty();
    }

    @Test
    void assuranceLevel_asUri_isReadBack() {
        assertThat(AssuranceLevel.LOA3.uri()).isEqualTo("http://id.sambi.se/loa/loa3");
        assertThat(AssuranceLevel.ofUri("http://id.sambi.se/loa/loa2"))
                .isEqualTo(AssuranceLevel.LOA2);
        assertThat(AssuranceLevel.LOA3.meets(AssuranceLevel.LOA2)).isTrue();
        assertThat(AssuranceLevel.LOA2.meets(AssuranceLevel.LOA3)).isFalse();
        assertThat(
                        List.of(
                                "loa3",
                                "http://id.sambi.se/loa/loa33",
                                "http://id.sambi.se/loa/loax",
                                ""))
                .allMatch(uri -> AssuranceLevel.tryOfUri(uri).isEmpty());
    }

    @Test
    void parse_pemAndDer_areTheSame() throws Exception {
        IssuedCertificate issued = pki.function(HSA_ID);
        byte[] der = issued.certificate().getEncoded();

        assertThat(SithsCertificate.parse(der)).isEqualTo(of(issued));
        assertThat(SithsCertificate.parse(("Subject: x\n" + Pem.of(der) + "\n").getBytes(UTF_8)))
                .isEqualTo(of(issued))
                .hasSameHashCodeAs(of(issued));
    }

    private static CertificateKind kind(HandmadeCertificate certificate) {
        return SithsCertificate.of(certificate.make()).kind();
    }

    private static HandmadeCertificate person() {
        return HandmadeCertificate.issuedBy("SITHS Type 1 CA v1 PP")
                .with(BCStyle.SURNAME, "Påhittsson")
                .withSerialNumber(HSA_ID);
    }

    private static CertificatePolicies policies(String... oids) {
        return new CertificatePolicies(
                java.util.Arrays.stream(oids)
                        .map(ASN1ObjectIdentifier::new)
                        .map(PolicyInformation::new)
                        .toArray(PolicyInformation[]::new));
    }
}
