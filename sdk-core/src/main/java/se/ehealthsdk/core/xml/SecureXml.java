package se.ehealthsdk.core.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.internal.xml.BoundedInputStream;
import se.ehealthsdk.core.internal.xml.MessageEncoding;

/**
 * XML parsers and writers, hardened and bounded, the same for messages and for documents that are kept or
 * handed over on their own: no DOCTYPE, no external entity, limits that are ours and not the JDK's, which
 * differ from one JDK to the next. Safe for use by many threads; what it makes is not.
 */
public final class SecureXml {

    private static final XMLOutputFactory OUTPUT = outputFactory();

    private final XmlLimits limits;
    private final XMLInputFactory input;

    /**
     * @param limits what is refused while it is read
     */
    public SecureXml(XmlLimits limits) {
        this.limits = limits;
        // Named and not looked up, so that no other parser on the class path can take its place.
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        factory.setProperty(
                WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.maxAttributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.maxTextLength());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) limits.maxTextLength());
        this.input = factory;
    }

    private static XMLOutputFactory outputFactory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        // only a writer that closes its stream gives its buffer back
        factory.setProperty(XMLOutputFactory2.P_AUTO_CLOSE_OUTPUT, true);
        return factory;
    }

    /**
     * Reads a message in the character set that its bytes show.
     *
     * @param in read as it is needed; not closed
     * @param httpCharset what the Content-Type claims; null when it claims nothing
     * @throws IOException if the stream fails, is larger than the limit, or has bytes that are none in its
     *     character set
     * @throws XMLStreamException if the beginning is not well-formed
     */
    public XMLStreamReader reader(InputStream in, @Nullable String httpCharset)
            throws IOException, XMLStreamException {
        MessageEncoding encoded =
                MessageEncoding.of(new BoundedInputStream(in, limits.maxBytes()), httpCharset);
        return input.createXMLStreamReader(encoded.stream(), encoded.charset().name());
    }

    /**
     * Writes UTF-8.
     *
     * @param out closed with the writer
     * @throws XMLStreamException if the stream fails
     */
    public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }
}
