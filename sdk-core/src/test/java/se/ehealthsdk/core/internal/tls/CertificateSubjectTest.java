package se.ehealthsdk.core.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.testpki.StringType;
import se.ehealthsdk.testpki.TestPki;

class CertificateSubjectTest {

    private static final TestPki PKI = TestPki.shared();

    @ParameterizedTest
    @EnumSource(StringType.class)
    void hsaId_inAnyStringType_isReadAsWritten(StringType type) {
        var issued = PKI.functionBuilder("").serialNumber("SE2321000016-39KJ", type).issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).contains("SE2321000016-39KJ");
    }

    @ParameterizedTest
    @CsvSource({"UTF8,Å€𝄞-1", "BMP,Å€-1", "TELETEX,Å-1", "UNIVERSAL,Å€𝄞-1"})
    void hsaId_beyondAscii_isReadAsWritten(StringType type, String value) {
        var issued = PKI.functionBuilder("").serialNumber(value, type).issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).contains(value);
    }

    @Test
    void hsaId_longerThan127Bytes_isReadWhole() {
        String value = "T-SERVICES-".repeat(15);
        var issued = PKI.functionBuilder(value).issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).contains(value);
    }

    @Test
    void hsaId_inMultiValuedRdn_isFound() {
        var issued =
                PKI.functionBuilder("SE2321000016-39KJ").serialNumberBesideCommonName().issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).contains("SE2321000016-39KJ");
    }

    @Test
    void hsaId_writtenInsideAnotherAttribute_isNotTaken() {
        var issued =
                PKI.functionBuilder("")
                        .withoutSerialNumber()
                        .organisation("X, SERIALNUMBER=SE1-FALSE")
                        .commonName("2.5.4.5=SE1-FALSE")
                        .issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).isEmpty();
    }

    @Test
    void hsaId_withoutSerialNumber_isEmpty() {
        assertThat(CertificateSubject.hsaId(PKI.withoutSerialNumber().certificate())).isEmpty();
    }

    @Test
    void hsaId_surroundedByBlanks_isStripped() {
        var issued = PKI.functionBuilder(" SE2321000016-39KJ ").issue();

        assertThat(CertificateSubject.hsaId(issued.certificate())).contains("SE2321000016-39KJ");
    }

    @Test
    void hsaId_personalIdentityNumber_isNotAnHsaId() {
        var certificate = PKI.personById("191212121212").certificate();

        assertThat(CertificateSubject.hsaId(certificate)).isEmpty();
        assertThat(CertificateSubject.isPerson(certificate)).isTrue();
    }

    @Test
    void isPerson_tellsPersonsFromSystems() {
        assertThat(CertificateSubject.isPerson(PKI.person("SE2321000016-P1").certificate()))
                .isTrue();
        assertThat(CertificateSubject.isPerson(PKI.function("SE2321000016-39KJ").certificate()))
                .isFalse();
    }
}
