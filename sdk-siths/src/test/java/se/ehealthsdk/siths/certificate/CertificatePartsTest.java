package se.ehealthsdk.siths.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.siths.internal.x509.DerElement;

class CertificatePartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.9.2342",
                "1.2.752.34.2.1",
                "1.2.752.74.8.650",
                "1.2.840.113549.1.9.1",
                "2.5.4.5",
                "2.5.29.15",
                "2.25.44",
                "2.999.1",
                "2.16.840.1.113730.1.13",
                "2.25.329800735698586629295641978511506172918",
                "1.3.6.1.4.1.311.21.8.16143461.5.4.2.9.9.9.9.9.9.9.9"
            })
    void oid_isReadAsTheLibraryWroteIt(String dotted) throws IOException {
        byte[] encoded = new ASN1ObjectIdentifier(dotted).getEncoded();

        assertThat(CertificateParts.oid(DerElement.read(encoded))).isEqualTo(dotted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "060180", "0603550480", "0603558005", "0403550405"})
    void oid_thatIsNone_isRefused(String hex) {
        DerElement encoded = DerElement.read(HexFormat.of().parseHex(hex));

        assertThatThrownBy(() -> CertificateParts.oid(encoded)).isInstanceOf(IOException.class);
    }
}
