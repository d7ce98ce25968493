package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.document.Intyg;

/** What the SDK writes of a certificate is valid by the official schema, and read as it was built. */
@NeedsOfficialContracts
class IntygDocumentTest {

    private static final int DOCUMENTS = 300;

    private static Optional<String> violation(byte[] document) {
        return OfficialSchema.of(
                        OfficialContracts.file(
                                "clinicalprocess.healthcond.certificate/interactions/RegisterCertificateInteraction/RegisterCertificateResponder_3.1.xsd"))
                .violation(new StreamSource(new ByteArrayInputStream(document)));
    }

    private static List<Object> content(Intyg intyg) {
        return Arrays.asList(
                intyg.id(),
                intyg.recipients(),
                intyg.typeCode(),
                intyg.version(),
                intyg.signedAt(),
                intyg.sentAt(),
                intyg.patient(),
                intyg.issuer(),
                intyg.relations(),
                intyg.statuses(),
                intyg.answers(),
                intyg.signature());
    }

    @Test
    void everythingThatTheSchemaAllows_isWrittenValid_andReadAsItWasBuilt() {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            Intyg built = RandomIntyg.of(seed);
            byte[] xml = built.xml();
            Intyg read = Intyg.read(xml);

            assertThat(violation(xml)).as("schema, seed %d", seed).isEmpty();
            assertThat(content(read).equals(content(built))).as("content, seed %d", seed).isTrue();
            assertThat(read.xml()).as("bytes, seed %d", seed).isEqualTo(xml);
            assertThat(read.toBuilder().build().xml())
                    .as("built anew, seed %d", seed)
                    .isEqualTo(xml);
        }
    }

    @Test
    void schema_refusesWhatIsWrong() {
        Intyg built = RandomIntyg.of(1);

        assertThat(
                        violation(
                                new String(built.xml(), StandardCharsets.UTF_8)
                                        .replace("gn:patient>", "gn:patienten>")
                                        .getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
