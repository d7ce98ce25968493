package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** Contracts from before the schema rules 2.1, whose names do not all follow from domain and name. */
class RivtaContractTest {

    private static final RivtaContract<String, String> REGULAR =
            RivtaContract.query("old:domain:querying", "Ask", 1, new Names(), new Names());

    private static final RivtaContract<String, String> OLD =
            REGULAR.withRequestElement("AskRequest").withTypesOf("old:domain");

    /** Reads the names of all children, as the reader gives them. */
    private static final class Names implements MessageCodec<String> {

        @Override
        public void write(String message, ElementWriter out) throws XMLStreamException {
            out.text("said", message);
        }

        @Override
        public String read(ElementReader in) throws XMLStreamException {
            StringBuilder names = new StringBuilder();
            while (in.nextChild()) {
                names.append(in.name()).append(' ');
                in.skip();
            }
            return names.toString();
        }
    }

    @Test
    void soapAction_ofItsOwn_changesNothingElse() {
        RivtaContract<String, String> own = REGULAR.withSoapAction("urn:riv:old:Ask");

        assertThat(own.soapAction()).isEqualTo("urn:riv:old:Ask");
        assertThat(own.idempotent().withRequestElement("Q").withTypesOf("old:domain").soapAction())
                .isEqualTo("urn:riv:old:Ask");
        assertThat(own.namespace()).isEqualTo(REGULAR.namespace());
        assertThat(own.path()).isEqualTo(REGULAR.path());
        assertThat(own).isNotEqualTo(REGULAR);
        assertThatThrownBy(() -> REGULAR.withSoapAction("a\"b\r\nc"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void requestElement_ofItsOwnName_changesNothingElse() {
        String namespace = "urn:riv:old:domain:querying:AskResponder:1";

        assertThat(OLD.requestElement()).isEqualTo(new QName(namespace, "AskRequest"));
        assertThat(OLD.responseElement()).isEqualTo(new QName(namespace, "AskResponse"));
        assertThat(OLD.soapAction()).isEqualTo(namespace + ":Ask");
        assertThat(OLD.path()).isEqualTo(REGULAR.path());
        assertThat(OLD.isIdempotent()).isTrue();
        assertThat(OLD).isNotEqualTo(REGULAR);
    }

    @Test
    void requestElement_isKept_byAContractDeclaredIdempotent() {
        RivtaContract<String, String> update =
                RivtaContract.update("a:b", "Do", 1, new Names(), new Names())
                        .withRequestElement("DoRequest")
                        .idempotent();

        assertThat(update.requestElement().getLocalPart()).isEqualTo("DoRequest");
        assertThat(update.isIdempotent()).isTrue();
    }

    @Test
    void types_ofTheDomainAbove_areTheContractsOwn() {
        assertThat(namesRead(OLD, "AskRequest"))
                .contains("<said>inOld inOwn {urn:x}foreign </said>");
        assertThat(namesRead(REGULAR, "Ask"))
                .contains("<said>{urn:riv:old:domain:1}inOld inOwn {urn:x}foreign </said>");
    }

    private static String namesRead(RivtaContract<String, String> contract, String element) {
        String request =
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header>"
                        + "<a:LogicalAddress xmlns:a='urn:riv:itintegration:registry:1'>SE1"
                        + "</a:LogicalAddress></e:Header><e:Body><"
                        + element
                        + " xmlns='"
                        + contract.namespace()
                        + "'><o:inOld xmlns:o='urn:riv:old:domain:1'/><inOwn/>"
                        + "<x:foreign xmlns:x='urn:x'/></"
                        + element
                        + "></e:Body></e:Envelope>";
        try {
            EndpointResponse response =
                    RivtaEndpoint.builder()
                            .on(contract, (names, caller) -> names)
                            .build()
                            .handle(
                                    new EndpointRequest(
                                            "POST",
                                            Map.of("Content-Type", "text/xml; charset=utf-8"),
                                            new ByteArrayInputStream(
                                                    request.getBytes(StandardCharsets.UTF_8)),
                                            Optional.empty()));
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Test
    void names_thatCannotBeNames_areRefused() {
        assertThatThrownBy(() -> REGULAR.withRequestElement("Ask Request"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> REGULAR.withTypesOf("Old Domain"))
                .isInstanceOf(InvalidInputException.class);
    }
}
