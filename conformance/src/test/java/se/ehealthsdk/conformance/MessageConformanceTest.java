package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import se.ehealthsdk.conformance.SchemaSamples.Filling;
import se.ehealthsdk.core.rivta.ContractBodies;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * What the official schemas allow is read without loss, and what is written from it is allowed by them:
 * each sample goes through the SDK's record, and comes out valid and saying the same.
 */
@NeedsOfficialContracts
class MessageConformanceTest {

    static List<OfficialInteraction> interactions() {
        return OfficialContracts.all();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void response_thatValidates_isReadWithoutLoss(OfficialInteraction interaction) {
        RivtaContract<?, ?> contract = SdkContracts.of(interaction);

        for (Filling filling : Filling.values()) {
            for (long seed : filling.seeds().toArray()) {
                String sample = sample(interaction, interaction.response(), filling, seed);

                assertSame(interaction, sample, ContractBodies.responseAgain(contract, sample));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void request_thatWeSend_validates(OfficialInteraction interaction) {
        RivtaContract<?, ?> contract = SdkContracts.of(interaction);

        for (Filling filling : Filling.values()) {
            for (long seed : filling.seeds().toArray()) {
                String sample = sample(interaction, interaction.request(), filling, seed);

                assertSame(interaction, sample, ContractBodies.requestAgain(contract, sample));
            }
        }
    }

    private static String sample(
            OfficialInteraction interaction, QName root, Filling filling, long seed) {
        return Xml.text(SchemaSamples.sample(interaction, root, filling, seed));
    }

    private static void assertSame(OfficialInteraction interaction, String read, String written) {
        Document again = Xml.parse(written);

        assertThat(OfficialSchema.of(interaction).violation(new DOMSource(again)))
                .as(() -> written)
                .isEmpty();
        assertThat(
                        CanonicalForm.difference(
                                CanonicalForm.withExtensions(
                                        interaction, Xml.parse(read).getDocumentElement()),
                                CanonicalForm.withExtensions(
                                        interaction, again.getDocumentElement())))
                .as(() -> read)
                .isEmpty();
    }
}
