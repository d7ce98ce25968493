package se.ehealthsdk.siths.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A document in which there is exactly one certificate (intyg): alone, or in a message. That there is no other,
 * and nothing else with its id, is what binds a signature, which selects by id, to this element.
 *
 * @param intyg the element
 * @param id what its {@code intygs-id} says in {@code extension}
 * @param signatures every ds:Signature in the document
 */
record IntygDocument(Element intyg, String id, List<Element> signatures) {

    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** Finds the {@code intyg}. */
    static IntygDocument of(Document document) throws Refusal {
        List<Element> all = new ArrayList<>();
        collect(document.getDocumentElement(), all);
        List<Element> certificates = all.stream().filter(each -> is(each, "intyg")).toList();
        if (certificates.isEmpty()) {
            throw new Refusal(SignatureFinding.NO_CERTIFICATE, "There is no intyg in the document");
        }
        if (certificates.size() > 1) {
            throw new Refusal(
                    SignatureFinding.SEVERAL_CERTIFICATES,
                    "There is more than one intyg in the document");
        }
        Element intyg = certificates.get(0);
        checkNamespaces(intyg);
        if (all.stream().anyMatch(each -> each.hasAttributeNS(XML, "space"))) {
            throw new Refusal(
                    SignatureFinding.WHITE_SPACE_RULED, "The document has an attribute xml:space");
        }
        Element extension = idOf(intyg);
        String id = extension.getTextContent();
        boolean elsewhere =
                all.stream()
                        .anyMatch(
                                each ->
                                        each != extension
                                                && is(each, "extension")
                                                && maySay(each, id.strip()));
        if (elsewhere) {
            throw new Refusal(
                    SignatureFinding.DUPLICATE_ID,
                    "Another extension in the document carries the id of the intyg");
        }
        List<Element> signatures =
                all.stream()
                        .filter(
                                each ->
                                        is(each, "Signature")
                                                && SignatureParts.DS.equals(each.getNamespaceURI()))
                        .toList();
        return new IntygDocument(intyg, id, signatures);
    }

    /** The one signature, in the {@code intyg} or in its {@code underskrift}. */
    Element signature() throws Refusal {
        if (signatures.isEmpty()) {
            throw new Refusal(SignatureFinding.NOT_SIGNED, "There is no signature in the document");
        }
        if (signatures.size() > 1) {
            throw new Refusal(
                    SignatureFinding.SEVERAL_SIGNATURES,
                    "There is more than one signature in the document");
        }
        Element signature = signatures.get(0);
        if (signature.getParentNode() != intyg && !inUnderskrift(signature)) {
            throw new Refusal(
                    SignatureFinding.SIGNATURE_MISPLACED,
                    "The signature is neither in the intyg nor in its underskrift");
        }
        return signature;
    }

    /** Whether a signature is in the {@code underskrift} of the {@code intyg}. */
    boolean inUnderskrift(Element signature) {
        return signature.getParentNode() instanceof Element parent
                && is(parent, "underskrift")
                && parent.getParentNode() == intyg;
    }

    /** The elements around the {@code intyg}. */
    List<Element> around() {
        List<Element> around = new ArrayList<>();
        for (Node parent = intyg.getParentNode();
                parent instanceof Element element;
                parent = parent.getParentNode()) {
            around.add(element);
        }
        return around;
    }

    private static Element idOf(Element intyg) throws Refusal {
        return only(only(intyg, "intygs-id"), "extension");
    }

    private static Element only(Element parent, String localName) throws Refusal {
        List<Element> found =
                Children.of(parent).stream().filter(each -> is(each, localName)).toList();
        if (found.size() != 1 || (localName.equals("extension") && !isText(found.get(0)))) {
            throw new Refusal(
                    SignatureFinding.NO_ID,
                    "The intyg has not exactly one intygs-id with an extension");
        }
        return found.get(0);
    }

    private static boolean isText(Element extension) {
        return Children.of(extension).isEmpty() && !extension.getTextContent().isBlank();
    }

    /**
     * Whether an element has this id as a text, however it is cut up and padded. The transforms leave out elements
     * and blank text and so join what stands around them: whatever could become the id counts.
     */
    private static boolean maySay(Element element, String id) {
        StringBuilder text = new StringBuilder();
        boolean cutUp = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text.append(child.getNodeValue());
                case Node.COMMENT_NODE -> {
                    // It does not keep texts apart.
                }
                default -> cutUp = true;
            }
        }
        return cutUp
                ? withoutBlanks(text).contains(withoutBlanks(id))
                : text.toString().strip().equals(id);
    }

    private static String withoutBlanks(CharSequence text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    private static void checkNamespaces(Element element) throws Refusal {
        String namespace = element.getNamespaceURI();
        if (SignatureParts.DS.equals(namespace) && is(element, "Signature")) {
            return;
        }
        if (namespace == null || !namespace.startsWith(DOMAIN)) {
            throw new Refusal(
                    SignatureFinding.FOREIGN_NAMESPACE,
                    "An element of the intyg is in a namespace outside " + DOMAIN + "*");
        }
        for (Element child : Children.of(element)) {
            checkNamespaces(child);
        }
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Element child : Children.of(element)) {
            collect(child, all);
        }
    }

    private static boolean is(Element element, String localName) {
        return localName.equals(element.getLocalName());
    }
}
