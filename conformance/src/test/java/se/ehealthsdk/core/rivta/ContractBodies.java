package se.ehealthsdk.core.rivta;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.internal.soap.BodyCodec;

/**
 * Reads a body by a contract and writes it again, without envelope and network. In this package because
 * a contract keeps its codecs to itself.
 */
public final class ContractBodies {

    private static final XMLInputFactory READERS = XMLInputFactory.newFactory();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private ContractBodies() {}

    /** The request as the SDK understood it, written again. */
    public static String requestAgain(RivtaContract<?, ?> contract, String xml) {
        return again(contract.request(), contract.requestElement(), xml);
    }

    /** The response as the SDK understood it, written again. */
    public static String responseAgain(RivtaContract<?, ?> contract, String xml) {
        return again(contract.response(), contract.responseElement(), xml);
    }

    private static <T> String again(BodyCodec<T> codec, QName root, String xml) {
        try {
            XMLStreamReader in = READERS.createXMLStreamReader(new StringReader(xml));
            in.nextTag();
            T message = codec.read(in);
            StringWriter text = new StringWriter();
            XMLStreamWriter out = WRITERS.createXMLStreamWriter(text);
            codec.write(message, root, out);
            out.close();
            return text.toString();
        } catch (XMLStreamException cause) {
            throw new AssertionError(cause.getMessage() + " in " + xml, cause);
        }
    }
}
