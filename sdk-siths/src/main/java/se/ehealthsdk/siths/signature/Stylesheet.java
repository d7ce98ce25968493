package se.ehealthsdk.siths.signature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a stylesheet in a signature does, read from its structure: it is never executed. All that is understood
 * is one that rebuilds every element without namespace, strips blank text, keeps attributes, and leaves out
 * elements of some names; see {@code docs/decisions/0011-signature-profiles.md} for the grammar.
 *
 * @param rule by which name elements are left out
 * @param leftOut the names of elements that are left out with all in them
 */
record Stylesheet(Rule rule, Set<String> leftOut) {

    static final String NAMESPACE = "http://www.w3.org/1999/XSL/Transform";

    private static final SignatureFinding CODE = SignatureFinding.STYLESHEET_REFUSED;
    private static final int MAX_EXPRESSION = 500;
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final Pattern NAME_LIST = Pattern.compile("\\s*'\\|((?:[\\w-]+\\|)+)'\\s*");
    private static final Pattern IN_NAME_LIST =
            Pattern.compile(
                    "\\s*contains\\s*\\(\\s*\\$([\\w-]+)\\s*,\\s*concat\\s*\\(\\s*'\\|'\\s*,"
                            + "\\s*(name|local-name)\\s*\\(\\s*\\.?\\s*\\)\\s*,\\s*'\\|'\\s*\\)\\s*\\)\\s*");
    private static final Pattern LOCAL_NAME_OF_CONTEXT =
            Pattern.compile("\\{\\s*local-name\\s*\\(\\s*\\.?\\s*\\)\\s*\\}");
    private static final Pattern CHILDREN_AND_ATTRIBUTES =
            Pattern.compile(
                    "\\s*(node\\s*\\(\\s*\\)\\s*\\|\\s*@\\s*\\*|@\\s*\\*\\s*\\|\\s*node\\s*\\(\\s*\\))\\s*");

    /** How names are compared. */
    enum Rule {
        /** Nothing is left out. */
        NONE,
        /** By the name as it is written, with any prefix. */
        QUALIFIED_NAME,
        /** By the name without prefix. */
        LOCAL_NAME
    }

    /** Whether it leaves an element out. */
    boolean leavesOut(Element element) {
        return switch (rule) {
            case NONE -> false;
            case QUALIFIED_NAME -> leftOut.contains(element.getNodeName());
            case LOCAL_NAME -> leftOut.contains(element.getLocalName());
        };
    }

    /** Understands a stylesheet, or refuses it. */
    static Stylesheet of(Element stylesheet) throws Refusal {
        refuseDefaultNamespaces(stylesheet);
        Parts parts = Parts.of(stylesheet, CODE, "version");
        expect(stylesheet.getAttribute("version").equals("1.0"), "is not of version 1.0");
        boolean stripsBlankText = false;
        Optional<Element> parameter = Optional.empty();
        boolean keepsAttributes = false;
        Optional<Element> output = Optional.empty();
        Element elementTemplate = null;
        for (Optional<Element> each = parts.takeAny(); each.isPresent(); each = parts.takeAny()) {
            Element part = each.get();
            expect(
                    NAMESPACE.equals(part.getNamespaceURI()),
                    "has an element that is no instruction");
            switch (part.getLocalName()) {
                case "output" -> {
                    expect(output.isEmpty(), "has two outputs");
                    checkOutput(part);
                    output = each;
                }
                case "strip-space" -> {
                    expect(!stripsBlankText, "strips twice");
                    Parts.of(part, CODE, "elements").end();
                    expect(part.getAttribute("elements").equals("*"), "strips some elements only");
                    stripsBlankText = true;
                }
                case "param" -> {
                    expect(parameter.isEmpty(), "has two parameters");
                    parameter = each;
                }
                case "template" -> {
                    String match = part.getAttribute("match").strip();
                    if (match.equals("@*")) {
                        expect(!keepsAttributes, "has two templates for attributes");
                        checkAttributeTemplate(part);
                        keepsAttributes = true;
                    } else {
                        expect(match.equals("*"), "has a template for something else");
                        expect(elementTemplate == null, "has two templates for elements");
                        elementTemplate = part;
                    }
                }
                default -> expect(false, "has an instruction that none of the known ones has");
            }
        }
        expect(stripsBlankText, "keeps blank text");
        expect(keepsAttributes, "keeps no attributes");
        if (elementTemplate == null) {
            throw refusal("keeps no elements");
        }
        return ofTemplate(elementTemplate, parameter);
    }

    private static Stylesheet ofTemplate(Element template, Optional<Element> parameter)
            throws Refusal {
        Parts body = Parts.of(template, CODE, "match");
        if (parameter.isEmpty()) {
            checkRebuild(body.take(NAMESPACE, "element"));
            body.end();
            return new Stylesheet(Rule.NONE, Set.of());
        }
        Parts choose = Parts.of(body.take(NAMESPACE, "choose"), CODE);
        body.end();
        Element when = choose.take(NAMESPACE, "when");
        Parts.of(when, CODE, "test").end();
        Matcher test = match(IN_NAME_LIST, when.getAttribute("test"), "leaves out by another rule");
        Parts otherwise = Parts.of(choose.take(NAMESPACE, "otherwise"), CODE);
        choose.end();
        checkRebuild(otherwise.take(NAMESPACE, "element"));
        otherwise.end();

        Element names = parameter.get();
        Parts.of(names, CODE, "name", "select").end();
        expect(names.getAttribute("name").equals(test.group(1)), "uses another parameter");
        Matcher list =
                match(
                        NAME_LIST,
                        names.getAttribute("select"),
                        "has a parameter that is no list of names");
        Rule rule = test.group(2).equals("name") ? Rule.QUALIFIED_NAME : Rule.LOCAL_NAME;
        return new Stylesheet(rule, new LinkedHashSet<>(List.of(list.group(1).split("\\|"))));
    }

    private static void checkRebuild(Element rebuild) throws Refusal {
        Parts content = Parts.of(rebuild, CODE, "name");
        match(LOCAL_NAME_OF_CONTEXT, rebuild.getAttribute("name"), "gives elements another name");
        checkApply(content.take(NAMESPACE, "apply-templates"));
        content.end();
    }

    private static void checkApply(Element apply) throws Refusal {
        Parts.of(apply, CODE, "select").end();
        match(CHILDREN_AND_ATTRIBUTES, apply.getAttribute("select"), "goes on with other nodes");
    }

    private static void checkAttributeTemplate(Element template) throws Refusal {
        Parts body = Parts.of(template, CODE, "match");
        Parts copy = Parts.of(body.take(NAMESPACE, "copy"), CODE);
        body.end();
        // An attribute has neither children nor attributes, so going on with them does nothing.
        Optional<Element> apply = copy.takeIf(NAMESPACE, "apply-templates");
        if (apply.isPresent()) {
            checkApply(apply.get());
        }
        copy.end();
    }

    private static void checkOutput(Element output) throws Refusal {
        Parts.of(output, CODE, "method", "indent", "omit-xml-declaration", "encoding", "version")
                .end();
        expect(isOneOf(output.getAttribute("method"), "", "xml"), "writes something else than XML");
        expect(isOneOf(output.getAttribute("indent"), "", "no"), "adds white space");
        expect(
                isOneOf(output.getAttribute("omit-xml-declaration"), "", "yes", "no"),
                "has an unknown output setting");
        expect(
                isOneOf(output.getAttribute("encoding"), "", "UTF-8", "utf-8"),
                "writes another encoding than UTF-8");
        expect(isOneOf(output.getAttribute("version"), "", "1.0"), "writes another version of XML");
    }

    /** A default namespace in a stylesheet becomes that of the elements it makes. */
    private static void refuseDefaultNamespaces(Element element) throws Refusal {
        expect(element.getAttributeNS(XMLNS, "xmlns").isEmpty(), "puts elements into a namespace");
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                refuseDefaultNamespaces(inner);
            }
        }
    }

    private static Matcher match(Pattern pattern, String value, String otherwise) throws Refusal {
        // The length first: matching long rubbish takes long.
        expect(value.length() <= MAX_EXPRESSION, otherwise);
        Matcher matcher = pattern.matcher(value);
        expect(matcher.matches(), otherwise);
        return matcher;
    }

    private static boolean isOneOf(String value, String... allowed) {
        return List.of(allowed).contains(value);
    }

    private static void expect(boolean condition, String otherwise) throws Refusal {
        if (!condition) {
            throw refusal(otherwise);
        }
    }

    private static Refusal refusal(String what) {
        return new Refusal(CODE, "The stylesheet " + what);
    }
}
