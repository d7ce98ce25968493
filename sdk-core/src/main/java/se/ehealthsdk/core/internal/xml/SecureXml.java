package se.ehealthsdk.core.internal.xml;

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
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * XML parsers and writers, hardened and bounded. Woodstox is named and not looked up, so that no other
 * parser on the application's class path can take its place.
 */
public final class SecureXml {

    private static final XMLOutputFactory OUTPUT = outputFactory();

    private final XmlLimits limits;
    private final XMLInputFactory input;

    public SecureXml(XmlLimits limits) {
        this.limits = limits;
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
     * @param httpCharset what the Content-Type claims; null when it claims nothing
     */
    public XMLStreamReader reader(InputStream in, @Nullable String httpCharset)
            throws IOException, XMLStreamException {
        MessageEncoding encoded =
                MessageEncoding.of(new BoundedInputStream(in, limits.maxBytes()), httpCharset);
        return input.createXMLStreamReader(encoded.stream(), encoded.charset().name());
    }

    /** Writes UTF-8. */
    public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }
}
