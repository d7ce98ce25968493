package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.conformance.SchemaSamples.Filling;

/** The samples are what they claim to be, before anything is measured by them. */
@NeedsOfficialContracts
class SchemaSamplesTest {

    static List<OfficialInteraction> interactions() {
        return OfficialContracts.all();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void everySample_ofRequestAndResponse_isValid(OfficialInteraction interaction) {
        OfficialSchema schema = OfficialSchema.of(interaction);

        for (QName root : List.of(interaction.request(), interaction.response())) {
            for (Filling filling : Filling.values()) {
                for (long seed : filling.seeds().toArray()) {
                    Document sample = SchemaSamples.sample(interaction, root, filling, seed);

                    assertThat(schema.violation(new DOMSource(sample)))
                            .as(() -> filling + " " + Xml.text(sample))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void samples_withAndWithoutOptionalElements_differInWhatTheySay(
            OfficialInteraction interaction) {
        QName root = interaction.request();

        List<String> least = form(interaction, root, Filling.NOTHING);
        List<String> most = form(interaction, root, Filling.EVERYTHING);
        List<String> extended = form(interaction, root, Filling.EXTENSIONS);

        assertThat(most).hasSizeGreaterThanOrEqualTo(least.size());
        assertThat(extended).isEqualTo(most);
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void sample_ofOneSeed_isAlwaysTheSame(OfficialInteraction interaction) {
        Stream<String> twice =
                LongStream.of(7, 7)
                        .mapToObj(
                                seed ->
                                        Xml.text(
                                                SchemaSamples.sample(
                                                        interaction,
                                                        interaction.response(),
                                                        Filling.RANDOM,
                                                        seed)));

        assertThat(twice.distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void violation_ofADocumentWithAnUnknownElement_isFound(OfficialInteraction interaction) {
        Document sample =
                SchemaSamples.sample(interaction, interaction.request(), Filling.NOTHING, 0);
        Element root = sample.getDocumentElement();
        root.appendChild(sample.createElementNS(interaction.namespace(), "notInTheContract"));

        assertThat(OfficialSchema.of(interaction).violation(new DOMSource(sample))).isPresent();
    }

    private static List<String> form(OfficialInteraction interaction, QName root, Filling filling) {
        return CanonicalForm.of(
                interaction,
                SchemaSamples.sample(interaction, root, filling, 0).getDocumentElement());
    }
}
