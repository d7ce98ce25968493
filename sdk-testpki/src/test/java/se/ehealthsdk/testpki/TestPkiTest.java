package se.ehealthsdk.testpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestPkiTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final TestPki PKI = TestPki.shared();

    @Test
    void function_certificate_isShapedAsSiths() throws Exception {
        X509Certificate certificate = PKI.function(HSA_ID).certificate();

        List<String> types =
                new LdapName(certificate.getSubjectX500Principal().getName())
                        .getRdns().stream().map(Rdn::getType).toList();
        assertThat(types).containsExactly("C", "L", "O", "CN", "2.5.4.5");
        assertThat(certificate.getSubjectX500Principal().toString())
                .contains("SERIALNUMBER=" + HSA_ID);
        assertThat(certificate.getIssuerX500Principal().getName())
                .contains("CN=SDKTEST SITHS e-id Function CA v1")
                .doesNotContain("Inera");
        assertThat(certificate.getKeyUsage()[0]).isTrue();
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.15");
        assertThat(certificate.getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "system.example.test"));
    }

    @Test
    void everyGoodCertificate_validatesToTheRoot() throws Exception {
        for (IssuedCertificate each :
                List.of(
                        PKI.function(HSA_ID),
                        PKI.server("localhost"),
                        PKI.person(HSA_ID),
                        PKI.personById("191212121212"),
                        PKI.personSigning(HSA_ID))) {
            validate(each, PKI);
        }
    }

    @Test
    void signer_certificate_isShapedAsASignatureServices() throws Exception {
        IssuedCertificate signer =
                PKI.signerBuilder(HSA_ID, "Testa", "Påhittsson")
                        .authenticationContext("urn:type", "<a/>")
                        .issue();

        X509Certificate certificate = signer.certificate();
        List<String> types =
                new LdapName(certificate.getSubjectX500Principal().getName())
                        .getRdns().stream().map(Rdn::getType).toList();
        assertThat(types).containsExactly("2.5.4.42", "2.5.4.4", "2.5.4.5", "CN");
        assertThat(certificate.getKeyUsage())
                .containsExactly(false, true, false, false, false, false, false, false, false);
        assertThat(certificate.getExtensionValue("1.2.752.201.5.1")).isNotNull();
        assertThatThrownBy(() -> validate(signer, PKI)).isInstanceOf(Exception.class);
        assertThat(PKI.signatureServiceCa()).isSameAs(PKI.signatureServiceCa());
    }

    @Test
    void expired_failsOnDate() {
        assertThatThrownBy(() -> validate(PKI.expired(HSA_ID), PKI))
                .hasCauseInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void notYetValid_failsOnDate() {
        assertThatThrownBy(() -> validate(PKI.notYetValid(HSA_ID), PKI))
                .hasCauseInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void fromUntrustedCa_isTrustedOnlyByItsOwnRoot() throws Exception {
        IssuedCertificate certificate = PKI.fromUntrustedCa(HSA_ID);

        assertThatThrownBy(() -> validate(certificate, PKI)).hasMessageContaining("trust anchor");
        validate(certificate, PKI.untrusted());
    }

    @Test
    void twoPkis_doNotTrustEachOther() {
        TestPki another = TestPki.create();

        assertThat(another.root().certificate().getSubjectX500Principal())
                .isEqualTo(PKI.root().certificate().getSubjectX500Principal());
        assertThatThrownBy(() -> validate(another.function(HSA_ID), PKI)).isNotNull();
    }

    @Test
    void create_countsValidityFromItsClock() {
        Instant then = Instant.parse("2031-05-01T12:00:00Z");
        TestPki pki = TestPki.create(Clock.fixed(then, ZoneOffset.UTC));

        X509Certificate certificate = pki.function(HSA_ID).certificate();
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo("2031-04-30T12:00:00Z");
        assertThat(pki.expired(HSA_ID).certificate().getNotAfter().toInstant()).isBefore(then);
    }

    @Test
    void faultyCertificates_haveTheirFault() throws Exception {
        assertThat(PKI.withoutSerialNumber().certificate().getSubjectX500Principal().toString())
                .doesNotContain("SERIALNUMBER");
        assertThat(PKI.withoutDigitalSignature(HSA_ID).certificate().getKeyUsage()[0]).isFalse();
        assertThat(PKI.withoutClientAuth(HSA_ID).certificate().getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(PKI.serverWithWrongHostName().certificate().getSubjectAlternativeNames())
                .containsExactly(List.of(2, "wrong-host.example.test"));
        boolean[] signing = PKI.personSigning(HSA_ID).certificate().getKeyUsage();
        assertThat(signing[0]).isFalse();
        assertThat(signing[1]).isTrue();
    }

    @ParameterizedTest
    @EnumSource(StringType.class)
    void serialNumber_isEncodedInTheTypeAskedFor(StringType type) {
        byte[] subject =
                PKI.functionBuilder("")
                        .serialNumber("AB-1", type)
                        .issue()
                        .certificate()
                        .getSubjectX500Principal()
                        .getEncoded();

        String expected =
                switch (type) {
                    case PRINTABLE -> "130441422d31";
                    case UTF8 -> "0c0441422d31";
                    case BMP -> "1e0800410042002d0031";
                    case TELETEX -> "140441422d31";
                    case IA5 -> "160441422d31";
                    case UNIVERSAL -> "1c1000000041000000420000002d00000031";
                };
        assertThat(HexFormat.of().formatHex(subject)).contains("0603550405" + expected);
    }

    @Test
    void serialNumberBesideCommonName_makesOneMultiValuedRdn() throws Exception {
        X509Certificate certificate =
                PKI.functionBuilder(HSA_ID).serialNumberBesideCommonName().issue().certificate();

        List<Rdn> names = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
        assertThat(names.get(names.size() - 1).size()).isEqualTo(2);
    }

    @Test
    void keyAlgorithm_rsa_givesRsaKeyWithKeyEncipherment() throws Exception {
        IssuedCertificate issued =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();

        assertThat(issued.key().getAlgorithm()).isEqualTo("RSA");
        assertThat(issued.certificate().getKeyUsage()[2]).isTrue();
        validate(issued, PKI);
    }

    @Test
    void revocationList_listsTheRevokedOnly() throws Exception {
        X509Certificate revoked = PKI.function(HSA_ID).certificate();
        X509Certificate good = PKI.function(HSA_ID).certificate();

        X509CRL list =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(
                                        new ByteArrayInputStream(
                                                PKI.functionCa()
                                                        .revocationList(Instant.now(), revoked)));
        list.verify(PKI.functionCa().certificate().getPublicKey());
        assertThat(list.isRevoked(revoked)).isTrue();
        assertThat(list.isRevoked(good)).isFalse();
    }

    @Test
    void writeTo_writesFilesThatCanBeRead(@TempDir Path directory) throws Exception {
        PKI.writeTo(directory);

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("function.p12"))) {
            store.load(in, TestPki.PASSWORD.toCharArray());
        }
        assertThat(store.getKey(IssuedCertificate.ALIAS, TestPki.PASSWORD.toCharArray()))
                .isNotNull();
        assertThat(store.getCertificateChain(IssuedCertificate.ALIAS)).hasSize(2);
        try (InputStream in = Files.newInputStream(directory.resolve("issuing-cas.pem"))) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificates(in)).hasSize(3);
        }
        try (var files = Files.list(directory.resolve("faulty"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".p12"))).hasSize(7);
        }
        assertThat(Files.readString(directory.resolve("README.txt"), StandardCharsets.UTF_8))
                .contains("faulty/function-expired");
    }

    @Test
    void toString_hidesTheKey() {
        IssuedCertificate issued = PKI.function(HSA_ID);

        assertThat(issued.toString()).startsWith("function [").doesNotContain("PrivateKey");
    }

    private static void validate(IssuedCertificate issued, TestPki pki) throws Exception {
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(pki.root().certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(new Date());
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(issued.chain()),
                        parameters);
    }

    @Test
    void pemKey_holdsThePublicPart_whichSomeProgramsNeed(@TempDir Path directory) throws Exception {
        IssuedCertificate issued = TestPki.create().function("SE2321000016-TEST");

        String pem = Files.readString(issued.writePem(directory).key());

        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        byte[] publicInfo = issued.certificate().getPublicKey().getEncoded();
        // the last 65 bytes are the point of the curve
        String point =
                HexFormat.of().formatHex(publicInfo, publicInfo.length - 65, publicInfo.length);
        assertThat(HexFormat.of().formatHex(der)).contains(point);
        var read =
                (ECPrivateKey)
                        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(read.getS()).isEqualTo(((ECPrivateKey) issued.key()).getS());
    }
}
