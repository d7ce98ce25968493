package se.ehealthsdk.certificate.internal.wire;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Attribute;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;
import se.ehealthsdk.core.error.InvalidInputException;

/** What XML 1.0 can carry; checked before anything is written. */
public final class XmlText {

    private static final int MAX_DEPTH = 90;

    private static final String NAME_START =
            "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D"
                    + "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\x{10000}-\\x{EFFFF}";

    /** NCName of Namespaces in XML 1.0. */
    private static final Pattern NAME =
            Pattern.compile(
                    "["
                            + NAME_START
                            + "]["
                            + NAME_START
                            + ".0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-]*+");

    private XmlText() {}

    /**
     * @return the text
     * @throws InvalidInputException if it holds a character that XML has no place for
     */
    static String check(String field, String text) {
        int wrong = firstUnwritable(text);
        if (wrong >= 0) {
            throw new InvalidInputException(
                    field,
                    "holds the character U+%04X at position %d, which XML cannot carry"
                            .formatted((int) text.charAt(wrong), wrong + 1),
                    "text without control characters");
        }
        return text;
    }

    private static int firstUnwritable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < '\uD800' || c == '\n' || c == '\t' || c == '\r') {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (c < ' ' || Character.isSurrogate(c) || c > '\uFFFD') {
                return i;
            }
        }
        return -1;
    }

    /**
     * @return the element
     * @throws InvalidInputException if it cannot be written
     */
    public static XmlElement check(String field, XmlElement element) {
        check(field, element, 0);
        return element;
    }

    /** A node that was kept as it came, or made by hand. */
    static XmlNode check(String field, XmlNode node) {
        check(field, node, 0);
        return node;
    }

    private static void check(String field, XmlNode node, int depth) {
        if (node instanceof XmlElement element) {
            check(field, element, depth);
        } else if (node instanceof XmlNode.Text text) {
            check(field, text.value());
        } else if (node instanceof XmlNode.Comment comment) {
            check(field, comment.value());
            if (comment.value().contains("--") || comment.value().endsWith("-")) {
                throw unwritable(field, "a comment with two hyphens");
            }
        } else if (node instanceof XmlNode.Instruction instruction) {
            check(field, instruction.data());
            if (!isName(instruction.target())
                    || instruction.target().equalsIgnoreCase("xml")
                    || instruction.data().contains("?>")) {
                throw unwritable(field, "a processing instruction that is none");
            }
        }
    }

    private static void check(String field, XmlElement element, int depth) {
        if (depth > MAX_DEPTH) {
            throw unwritable(field, "elements more than " + MAX_DEPTH + " levels deep");
        }
        checkName(field, element.name());
        Set<String> prefixes = new HashSet<>(0);
        for (Declaration each : element.namespaces()) {
            check(field, each.namespace());
            if (!prefixes.add(each.prefix()) || isReserved(each.namespace())) {
                throw unwritable(field, "a namespace declaration that is none, or is there twice");
            }
            boolean takenBack = each.namespace().isEmpty() && !each.prefix().isEmpty();
            if (takenBack || !each.prefix().isEmpty() && !isPrefix(each.prefix())) {
                throw unwritable(field, "a namespace declaration that is none");
            }
            if (each.prefix().isEmpty()
                    && element.name().getNamespaceURI().isEmpty()
                    && !each.namespace().isEmpty()) {
                throw unwritable(field, "an element that is outside the namespace it declares");
            }
        }
        Set<QName> names = new HashSet<>(0);
        for (Attribute each : element.attributes()) {
            checkName(field, each.name());
            if (!names.add(each.name())) {
                throw unwritable(field, "an attribute that is there twice");
            }
            check(field, each.value());
        }
        for (XmlNode each : element.children()) {
            check(field, each, depth + 1);
        }
    }

    private static void checkName(String field, QName name) {
        check(field, name.getNamespaceURI());
        boolean prefixed = !name.getPrefix().isEmpty();
        boolean xml = name.getPrefix().equals(XMLConstants.XML_NS_PREFIX);
        if (!isName(name.getLocalPart())
                || prefixed && !xml && !isPrefix(name.getPrefix())
                || xml != name.getNamespaceURI().equals(XMLConstants.XML_NS_URI)
                || name.getNamespaceURI().equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
            throw unwritable(field, "a name that is none in XML");
        }
    }

    private static boolean isReserved(String namespace) {
        return namespace.equals(XMLConstants.XML_NS_URI)
                || namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
    }

    private static boolean isPrefix(String text) {
        return isName(text)
                && !text.equals(XMLConstants.XML_NS_PREFIX)
                && !text.equals(XMLConstants.XMLNS_ATTRIBUTE);
    }

    /** Nearly every name is of ASCII letters, which need no regular expression. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || i > 0 && (c >= '0' && c <= '9' || c == '-');
            if (!plain) {
                return NAME.matcher(text).matches();
            }
        }
        return !text.isEmpty();
    }

    private static InvalidInputException unwritable(String field, String problem) {
        return new InvalidInputException(
                field, "holds " + problem, "elements that can be written as XML");
    }
}
