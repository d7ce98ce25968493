package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import se.ehealthsdk.conformance.SchemaSamples.Filling;

/** CXF against CXF: the measure itself lets through what is right and refuses what is not. */
class CxfHarnessTest {

    private static final String ADDRESS = "SE165565594230-1000";

    private static CxfServer server;
    private static CxfClient client;

    @BeforeAll
    static void start() {
        server = CxfServer.start(Parties.cxfServer());
        client = new CxfClient(Parties.cxfClient());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    static List<OfficialInteraction> interactions() {
        return OfficialContracts.all();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void call_withEverythingFilled_getsTheAnswer(OfficialInteraction interaction) {
        Document answer = sample(interaction, false, Filling.EVERYTHING);
        URI address = server.serve(interaction, request -> Xml.text(answer));

        String got =
                client.call(
                        interaction,
                        address,
                        ADDRESS,
                        Xml.text(sample(interaction, true, Filling.EVERYTHING)));

        assertThat(CanonicalForm.of(interaction, Xml.parse(got).getDocumentElement()))
                .isEqualTo(CanonicalForm.of(interaction, answer.getDocumentElement()));
    }

    @Test
    void call_withAnElementNotInTheContract_isRefusedByTheServer() {
        OfficialInteraction getUnit = OfficialContracts.newest("GetUnit", "5.0");
        Document answer = sample(getUnit, false, Filling.EVERYTHING);
        URI address = server.serve(getUnit, request -> Xml.text(answer));
        Document request = sample(getUnit, true, Filling.NOTHING);
        request.getDocumentElement()
                .appendChild(request.createElementNS(getUnit.namespace(), "notInTheContract"));

        assertThatThrownBy(() -> client.call(getUnit, address, ADDRESS, Xml.text(request)))
                .isInstanceOf(SoapFault.class)
                .hasMessageContaining("notInTheContract");
    }

    @Test
    void call_withAnAnswerNotInTheContract_isRefusedByTheClient() {
        OfficialInteraction getUnit = OfficialContracts.newest("GetUnit", "5.0");
        Document answer = sample(getUnit, false, Filling.EVERYTHING);
        answer.getDocumentElement()
                .appendChild(answer.createElementNS(getUnit.namespace(), "notInTheContract"));
        URI address = server.serve(getUnit, SchemaValidationType.NONE, request -> Xml.text(answer));
        String request = Xml.text(sample(getUnit, true, Filling.NOTHING));

        assertThatThrownBy(() -> client.call(getUnit, address, ADDRESS, request))
                .hasMessageContaining("notInTheContract");
    }

    private static Document sample(
            OfficialInteraction interaction, boolean request, Filling filling) {
        return SchemaSamples.sample(
                interaction, request ? interaction.request() : interaction.response(), filling, 1);
    }
}
