package se.ehealthsdk.siths.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.internal.xml.ExclusiveC14n;

/**
 * An {@code intyg} cut out of its document and reduced to what a signature can see: no comments, no processing
 * instructions, no blank text, text in one piece. The digest is taken of this very tree, and this very tree is
 * handed out: what is read is what was signed, but for the elements that the form of signature leaves out.
 */
final class CoveredContent {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final int MAX_DECLARATIONS = 500;

    private final Element intyg;

    private CoveredContent(Element intyg) {
        this.intyg = intyg;
    }

    /**
     * Cuts an {@code intyg} out; its document is left as it is.
     *
     * @throws InvalidInputException when more namespaces are declared around it than in any real document
     */
    static CoveredContent of(Element intyg) {
        Document cutOut =
                intyg.getOwnerDocument().getImplementation().createDocument(null, null, null);
        Element copy = (Element) cutOut.importNode(intyg, true);
        declareAsAround(intyg, copy);
        cutOut.appendChild(copy);
        reduce(copy);
        return new CoveredContent(copy);
    }

    /** The tree. */
    Element intyg() {
        return intyg;
    }

    /** The digest as a form of signature wants it. */
    byte[] digest(SignatureProfile profile) {
        Predicate<Element> leftOut = element -> isSignature(element) || profile.leavesOut(element);
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ExclusiveC14n.withoutNamespaces(intyg, leftOut));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }

    /**
     * Refuses elements that the form of signature leaves out, when they are anywhere else than directly in the
     * {@code intyg}, where their schema has them: deeper down, they would put words between the signer's.
     */
    void checkPlaces(SignatureProfile profile) throws Refusal {
        for (Element child : Children.of(intyg)) {
            if (!isSignature(child) && !profile.leavesOut(child)) {
                refuseLeftOutIn(child, profile);
            }
        }
    }

    private static void refuseLeftOutIn(Element element, SignatureProfile profile) throws Refusal {
        for (Element child : Children.of(element)) {
            if (profile.leavesOut(child)) {
                throw new Refusal(
                        SignatureFinding.UNCOVERED_MISPLACED,
                        "An element that the signature does not cover stands within one that it covers");
            }
            refuseLeftOutIn(child, profile);
        }
    }

    /**
     * In this order: comments and the signature go, and join the text around them; processing instructions and
     * elements separate texts; then texts that are blank go. Canonical XML and XSLT 1.0 (section 3.4) do it so.
     */
    private static void reduce(Element element) {
        Text run = null;
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            switch (child.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> {
                    text.append(child.getNodeValue());
                    if (run == null) {
                        run = child.getOwnerDocument().createTextNode("");
                        element.replaceChild(run, child);
                    } else {
                        element.removeChild(child);
                    }
                }
                case Node.COMMENT_NODE -> element.removeChild(child);
                case Node.ELEMENT_NODE -> {
                    if (!isSignature((Element) child)) {
                        end(run, text);
                        run = null;
                        reduce((Element) child);
                    }
                }
                default -> {
                    end(run, text);
                    run = null;
                    element.removeChild(child);
                }
            }
            child = next;
        }
        end(run, text);
    }

    private static void end(@Nullable Text run, StringBuilder text) {
        if (run != null) {
            if (Blank.is(text)) {
                run.getParentNode().removeChild(run);
            } else {
                run.setData(text.toString());
            }
            text.setLength(0);
        }
    }

    /** The nearest declaration of a prefix is the one in force. */
    private static void declareAsAround(Element intyg, Element copy) {
        Map<String, Attr> inForce = new LinkedHashMap<>();
        for (Node around = intyg.getParentNode();
                around instanceof Element;
                around = around.getParentNode()) {
            NamedNodeMap attributes = around.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                if (XMLNS.equals(attribute.getNamespaceURI())) {
                    inForce.putIfAbsent(attribute.getLocalName(), attribute);
                }
            }
        }
        // Each that is added to an element is looked for among all that it has.
        if (inForce.size() > MAX_DECLARATIONS) {
            throw new InvalidInputException(
                    "document",
                    "declares more than " + MAX_DECLARATIONS + " namespaces around the intyg",
                    "a document of usual size");
        }
        inForce.forEach(
                (prefix, attribute) -> {
                    if (!copy.hasAttributeNS(XMLNS, prefix)) {
                        copy.setAttributeNS(XMLNS, attribute.getName(), attribute.getValue());
                    }
                });
    }

    private static boolean isSignature(Element element) {
        return SignatureParts.DS.equals(element.getNamespaceURI())
                && "Signature".equals(element.getLocalName());
    }
}
