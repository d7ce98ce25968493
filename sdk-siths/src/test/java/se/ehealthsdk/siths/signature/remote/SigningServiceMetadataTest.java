package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ConfigurationException;

class SigningServiceMetadataTest {

    private static final X509Certificate FIRST =
            Configured.PKI.function("SE2321000016-FIRST").certificate();
    private static final X509Certificate SECOND =
            Configured.PKI.function("SE2321000016-SECOND").certificate();

    @Test
    void parse_metadata_takesKeysForSigningAndForAnyUse() throws Exception {
        SigningServiceMetadata metadata =
                parse(
                        entity(
                                key("use=\"signing\"", FIRST)
                                        + key("", SECOND)
                                        + key("use=\"signing\"", FIRST)
                                        + key(
                                                "use=\"encryption\"",
                                                Configured.service()
                                                        .signingCertificates()
                                                        .get(0))));

        assertThat(metadata.entityId()).isEqualTo("urn:a");
        assertThat(metadata.signingCertificates()).containsExactly(FIRST, SECOND);
        assertThat(metadata.validUntil()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a/>",
                "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\"/>",
                "<!DOCTYPE a><a/>"
            })
    void parse_whatIsNoMetadata_isRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("signing service's metadata");
    }

    @Test
    void parse_brokenParts_isRefused() throws Exception {
        String good = entity(key("", FIRST));
        for (String broken :
                new String[] {
                    good.replace("MII", "MI"),
                    good.replace("2030-01-01T00:00:00Z", "tomorrow"),
                    good.replace("urn:a", " "),
                    entity("")
                }) {
            assertThatThrownBy(() -> parse(broken)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void parse_entities_areNotResolved() throws Exception {
        String attack =
                "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + entity(key("", FIRST)).replace("urn:a", "&x;");

        assertThatThrownBy(() -> parse(attack)).isInstanceOf(ConfigurationException.class);
    }

    private static SigningServiceMetadata parse(String text) {
        return SigningServiceMetadata.parse(text.getBytes(UTF_8));
    }

    private static String entity(String keys) {
        return "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"urn:a\""
                + " validUntil=\"2030-01-01T00:00:00Z\"><md:SPSSODescriptor>"
                + keys
                + "</md:SPSSODescriptor></md:EntityDescriptor>";
    }

    private static String key(String use, X509Certificate certificate) throws Exception {
        return "<md:KeyDescriptor "
                + use
                + "><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    }
}
