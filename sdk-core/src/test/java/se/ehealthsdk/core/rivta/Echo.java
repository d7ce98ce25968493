package se.ehealthsdk.core.rivta;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** An invented contract, declared with a codec and with JAXB classes. */
final class Echo {

    static final String NAMESPACE = "urn:riv:test:echo:EchoResponder:1";

    static final MessageCodec<String> TEXT =
            new MessageCodec<>() {
                @Override
                public void write(String message, ElementWriter out) throws XMLStreamException {
                    out.text("text", message);
                }

                @Override
                public String read(ElementReader in) throws XMLStreamException {
                    String text = "";
                    while (in.nextChild()) {
                        if (in.name().equals("text")) {
                            text = in.text();
                        } else {
                            in.skip();
                        }
                    }
                    return text;
                }
            };

    static final RivtaContract<String, String> QUERY =
            RivtaContract.query("test:echo", "Echo", 1, TEXT, TEXT);

    static final RivtaContract<String, String> UPDATE =
            RivtaContract.update("test:echo", "Echo", 1, TEXT, TEXT);

    static final RivtaContract<EchoType, EchoType> JAXB =
            RivtaContract.query("test:echo", "Echo", 1, EchoType.class, EchoType.class);

    private Echo() {}

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class EchoType {
        @XmlElement(namespace = NAMESPACE)
        String text = "";

        static EchoType of(String text) {
            EchoType echo = new EchoType();
            echo.text = text;
            return echo;
        }
    }

    static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                + body
                + "</soap:Body></soap:Envelope>";
    }

    static String answer(String text) {
        return envelope(
                "<EchoResponse xmlns=\""
                        + NAMESPACE
                        + "\"><text>"
                        + text
                        + "</text></EchoResponse>");
    }

    static String fault(String code, String string, String detail) {
        return envelope(
                "<soap:Fault><faultcode>soap:"
                        + code
                        + "</faultcode><faultstring>"
                        + string
                        + "</faultstring><detail><detailString>"
                        + detail
                        + "</detailString></detail></soap:Fault>");
    }
}
