package se.ehealthsdk.certificate.internal.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlElement.Declaration;
import se.ehealthsdk.certificate.document.XmlNode;
import se.ehealthsdk.certificate.internal.check.SchemaFindings;
import se.ehealthsdk.certificate.internal.schema.Type.Any;
import se.ehealthsdk.certificate.internal.schema.Type.Attribute;
import se.ehealthsdk.certificate.internal.schema.Type.Choice;
import se.ehealthsdk.certificate.internal.schema.Type.Complex;
import se.ehealthsdk.certificate.internal.schema.Type.Element;
import se.ehealthsdk.certificate.internal.schema.Type.Particle;
import se.ehealthsdk.certificate.internal.schema.Type.Sequence;
import se.ehealthsdk.certificate.internal.schema.Type.Simple;
import se.ehealthsdk.certificate.internal.wire.Namespaces;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A check of one intyg by the schema. Elements that any element may stand for are checked where the schema declares them, and
 * let pass where it does not. {@code xsi:nil} is refused on every declared element, since none may be nil; {@code xsi:type} is
 * refused unless it names the type that the element has anyway, or, on an element that is not declared, a type of the
 * contract.
 */
public final class SchemaCheck {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private final Intyg intyg;
    private final SchemaFindings findings;
    private final List<String> path = new ArrayList<>();
    private final List<XmlElement> open = new ArrayList<>();
    private final Set<String> ids = new HashSet<>(0);
    private int answers;
    private int parts;
    private boolean oneToOne;
    private @Nullable Answer answer;
    private @Nullable XmlElement answerElement;
    private Answer.@Nullable Part part;
    private @Nullable XmlElement partElement;

    private SchemaCheck(Intyg intyg, SchemaFindings findings) {
        this.intyg = intyg;
        this.findings = findings;
    }

    /** What the schema says of an intyg: of what it was read from, or of what would be written. */
    public static SchemaFindings of(Intyg intyg) {
        SchemaFindings findings = new SchemaFindings();
        XmlElement tree;
        try {
            tree = intyg.element();
        } catch (InvalidInputException cannot) {
            findings.addUnwritable(
                    new Finding(
                            "COM-DOC-XML",
                            Optional.empty(),
                            Optional.empty(),
                            Finding.Origin.SCHEMA,
                            cannot.field() + ": " + cannot.problem(),
                            cannot.expected()));
            return findings;
        }
        SchemaCheck check = new SchemaCheck(intyg, findings);
        check.oneToOne = check.count(tree) == intyg.answers().size();
        check.declared(tree, CertificateSchema.INTYG, null);
        return findings;
    }

    private int count(XmlElement tree) {
        int count = 0;
        for (XmlNode node : tree.children()) {
            if (node instanceof XmlElement child && isCore(child, "svar")) {
                count++;
            }
        }
        return count;
    }

    private static boolean isCore(XmlElement element, String name) {
        return element.name().getLocalPart().equals(name)
                && element.name().getNamespaceURI().equals(Namespaces.CORE);
    }

    // elements

    /** An element that the schema declares. */
    private void declared(XmlElement element, Type type, @Nullable String rule) {
        open.add(element);
        if (element.attributes().isEmpty()) {
            assess(element, type, rule);
        } else {
            Type actual = type;
            for (XmlElement.Attribute each : element.attributes()) {
                if (isXsi(each, "nil")) {
                    report(rule, "COM-DOC-ATTRIBUTE", "has xsi:nil", "no xsi:nil");
                } else if (isXsi(each, "type")) {
                    Type named = named(each.value());
                    if (named == null || !CertificateSchema.sameOrNarrower(named, type)) {
                        report(
                                rule,
                                "COM-DOC-ATTRIBUTE",
                                "xsi:type names another type",
                                "no xsi:type");
                    } else {
                        actual = named;
                    }
                }
            }
            assess(element, actual, rule);
        }
        open.remove(open.size() - 1);
    }

    private void assess(XmlElement element, Type type, @Nullable String outer) {
        if (type instanceof Simple simple) {
            attributes(element, List.of(), outer);
            value(element, simple, outer);
        } else if (type instanceof Complex complex) {
            String rule = complex.rule() == null ? outer : complex.rule();
            if (complex == CertificateSchema.ANSWER) {
                enterAnswer(element);
            } else if (complex == CertificateSchema.PART) {
                enterPart(element);
            }
            attributes(element, complex.attributes(), rule);
            if (complex.text() != null) {
                value(element, complex.text(), rule);
            } else if (complex.content() != null) {
                content(element, complex, complex.content(), rule);
            }
            if (complex == CertificateSchema.ANSWER) {
                answer = null;
                answerElement = null;
            } else if (complex == CertificateSchema.PART) {
                part = null;
                partElement = null;
            }
        }
    }

    private void enterAnswer(XmlElement element) {
        answer = oneToOne ? intyg.answers().get(answers++) : null;
        parts = 0;
        answerElement = element;
    }

    private void enterPart(XmlElement element) {
        part = answer != null && parts < answer.parts().size() ? answer.parts().get(parts++) : null;
        partElement = element;
    }

    private void value(XmlElement element, Simple simple, @Nullable String rule) {
        StringBuilder several = null;
        String text = "";
        List<XmlNode> nodes = element.children();
        for (int i = 0; i < nodes.size(); i++) {
            XmlNode node = nodes.get(i);
            if (node instanceof XmlElement) {
                report(rule, "COM-DOC-ELEMENT", "has an element in it", simple.right());
                return;
            }
            if (node instanceof XmlNode.Text piece) {
                if (text.isEmpty()) {
                    text = piece.value();
                } else {
                    several = several == null ? new StringBuilder(text) : several;
                    several.append(piece.value());
                }
            }
        }
        if (!simple.accepts(several == null ? text : several.toString())) {
            report(
                    simple.rule() == null ? rule : simple.rule(),
                    "COM-DOC-VALUE",
                    "is not as it is to be written",
                    simple.right());
        }
    }

    private void attributes(XmlElement element, List<Attribute> allowed, @Nullable String rule) {
        if (element.attributes().isEmpty() && allowed.isEmpty()) {
            return;
        }
        for (XmlElement.Attribute each : element.attributes()) {
            QName name = each.name();
            if (name.getNamespaceURI().equals(XSI)) {
                if (!isOfXsi(name.getLocalPart())) {
                    report(
                            rule,
                            "COM-DOC-ATTRIBUTE",
                            "has an attribute of XSI that is none",
                            "none");
                }
                continue;
            }
            Attribute declared = null;
            for (Attribute one : allowed) {
                if (name.getNamespaceURI().isEmpty() && one.name().equals(name.getLocalPart())) {
                    declared = one;
                }
            }
            if (declared == null) {
                report(
                        rule,
                        "COM-DOC-ATTRIBUTE",
                        "has an attribute that it may not have",
                        allowed.isEmpty() ? "no attribute" : "only " + names(allowed));
            } else if (!declared.type().accepts(each.value())
                    || (declared.type() == Values.ID && !ids.add(Values.collapse(each.value())))) {
                attribute(declared, "is not as it is to be written");
            }
        }
        for (Attribute one : allowed) {
            if (one.required() && element.attribute(one.name()).isEmpty()) {
                attribute(one, "is missing");
            }
        }
    }

    private void attribute(Attribute attribute, String wrong) {
        Answer whole = answer;
        boolean id = attribute.type() == Values.QUESTION_ID || attribute.type() == Values.PART_ID;
        Finding finding =
                finding(
                        attribute.type().rule(),
                        "COM-DOC-ATTRIBUTE",
                        "@" + attribute.name() + " " + wrong,
                        attribute.type().right());
        if (id && whole != null) {
            findings.add(finding, whole);
        } else {
            add(finding);
        }
    }

    private static String names(List<Attribute> attributes) {
        return String.join(", ", attributes.stream().map(Attribute::name).toList());
    }

    private static boolean isOfXsi(String name) {
        return name.equals("type")
                || name.equals("nil")
                || name.equals("schemaLocation")
                || name.equals("noNamespaceSchemaLocation");
    }

    private static boolean isXsi(XmlElement.Attribute attribute, String name) {
        return attribute.name().getNamespaceURI().equals(XSI)
                && attribute.name().getLocalPart().equals(name);
    }

    // content

    /** The first thing wrong in the content of an element is reported, not what follows from it. */
    private static final class Children {
        final List<XmlNode> nodes;
        final @Nullable String rule;
        int at;
        @Nullable String missing;

        Children(List<XmlNode> nodes, @Nullable String rule) {
            this.nodes = nodes;
            this.rule = rule;
        }

        /** The next element, which is not taken yet. */
        @Nullable XmlElement next() {
            while (at < nodes.size()) {
                if (nodes.get(at) instanceof XmlElement element) {
                    return element;
                }
                at++;
            }
            return null;
        }

        void missing(Particle particle) {
            if (missing == null) {
                missing = name(particle);
            }
        }
    }

    private void content(
            XmlElement element, Complex type, Particle content, @Nullable String rule) {
        if (!type.mixed() && hasText(element.children())) {
            report(rule, "COM-DOC-ELEMENT", "has text between its elements", "elements only");
        }
        Children children = new Children(element.children(), rule);
        if (content instanceof Sequence once && once.min() == 1 && once.max() == 1) {
            inOrder(once, children);
        } else {
            match(content, children);
        }
        String missing = children.missing;
        if (missing != null) {
            reportContent(type, rule, missing + " is missing, or not in its place", missing);
        } else if (children.next() != null) {
            reportContent(
                    type,
                    rule,
                    "has an element that may not be in it, or not in that place",
                    "the elements of the contract in their order");
        }
        // what is out of place is still looked into where it can be
        for (XmlElement left = children.next(); left != null; left = children.next()) {
            children.at++;
            Type known = find(content, left);
            if (known != null) {
                nested(left, known, rule);
            } else if (type == CertificateSchema.INTYG && isCore(left, "svar")) {
                nested(left, CertificateSchema.ANSWER, rule);
            }
        }
    }

    private void reportContent(Complex type, @Nullable String rule, String wrong, String right) {
        Finding finding = finding(rule, "COM-DOC-ELEMENT", wrong, right);
        Answer whole = answer;
        if (type == CertificateSchema.ANSWER && whole != null) {
            findings.add(finding, whole);
        } else {
            add(finding);
        }
    }

    private static boolean hasText(List<XmlNode> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof XmlNode.Text text && !isBlank(text.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Values.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Takes as much as fits. The schema is such that the next element alone decides. */
    private void match(Particle particle, Children children) {
        int count = 0;
        while (count < particle.max()) {
            XmlElement next = children.next();
            if (next == null || !canStart(particle, next)) {
                break;
            }
            take(particle, next, children);
            count++;
        }
        if (count < particle.min() && !(count == 0 && canBeEmpty(particle))) {
            children.missing(particle);
        }
    }

    private void inOrder(Sequence sequence, Children children) {
        List<Particle> parts = sequence.parts();
        for (int i = 0; i < parts.size(); i++) {
            match(parts.get(i), children);
        }
    }

    private void take(Particle particle, XmlElement next, Children children) {
        if (particle instanceof Element element) {
            children.at++;
            nested(next, element.type(), children.rule);
        } else if (particle instanceof Any any) {
            children.at++;
            wildcard(next, any.strict(), children.rule);
        } else if (particle instanceof Sequence sequence) {
            inOrder(sequence, children);
        } else if (particle instanceof Choice choice) {
            for (Particle each : choice.parts()) {
                if (canStart(each, next)) {
                    match(each, children);
                    return;
                }
            }
        }
    }

    private static boolean canStart(Particle particle, XmlElement next) {
        QName name = next.name();
        if (particle instanceof Element element) {
            return name.getLocalPart().equals(element.name())
                    && name.getNamespaceURI().equals(element.namespace());
        }
        if (particle instanceof Any any) {
            return any.lets(name.getNamespaceURI());
        }
        if (particle instanceof Sequence sequence) {
            List<Particle> parts = sequence.parts();
            for (int i = 0; i < parts.size(); i++) {
                Particle each = parts.get(i);
                if (canStart(each, next)) {
                    return true;
                }
                if (each.min() > 0 && !canBeEmpty(each)) {
                    return false;
                }
            }
            return false;
        }
        if (particle instanceof Choice choice) {
            for (Particle each : choice.parts()) {
                if (canStart(each, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean canBeEmpty(Particle particle) {
        if (particle.min() == 0) {
            return true;
        }
        if (particle instanceof Sequence sequence) {
            List<Particle> parts = sequence.parts();
            for (int i = 0; i < parts.size(); i++) {
                if (!canBeEmpty(parts.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (particle instanceof Choice choice) {
            for (Particle each : choice.parts()) {
                if (canBeEmpty(each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Type find(Particle particle, XmlElement element) {
        if (particle instanceof Element one) {
            return canStart(one, element) ? one.type() : null;
        }
        List<Particle> parts =
                particle instanceof Sequence sequence
                        ? sequence.parts()
                        : particle instanceof Choice choice ? choice.parts() : List.of();
        for (Particle each : parts) {
            Type found = find(each, element);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first element that the particle cannot do without. */
    private static String name(Particle particle) {
        if (particle instanceof Element element) {
            return element.name();
        }
        List<Particle> parts =
                particle instanceof Sequence sequence
                        ? sequence.parts()
                        : particle instanceof Choice choice ? choice.parts() : List.of();
        return parts.stream()
                .filter(each -> !canBeEmpty(each))
                .findFirst()
                .map(SchemaCheck::name)
                .orElse("an element");
    }

    private void nested(XmlElement child, Type type, @Nullable String rule) {
        path.add(child.name().getLocalPart());
        declared(child, type, rule);
        path.remove(path.size() - 1);
    }

    // any element

    private void wildcard(XmlElement element, boolean strict, @Nullable String rule) {
        Type declared = CertificateSchema.declared(element.name());
        if (declared != null) {
            nested(element, declared, rule);
            return;
        }
        if (strict && !hasType(element)) {
            report(
                    rule,
                    "COM-DOC-ELEMENT",
                    "has an element that is not declared",
                    "a declared one");
        }
        path.add("*");
        unknown(element, rule);
        path.remove(path.size() - 1);
    }

    private static boolean hasType(XmlElement element) {
        for (XmlElement.Attribute each : element.attributes()) {
            if (isXsi(each, "type")) {
                return true;
            }
        }
        return false;
    }

    /** Anything may be in an element that is not declared, but what is declared is checked. */
    private void unknown(XmlElement element, @Nullable String rule) {
        open.add(element);
        for (XmlElement.Attribute each : element.attributes()) {
            if (isXsi(each, "nil") && !Values.BOOLEAN.accepts(each.value())) {
                report(
                        rule,
                        "COM-DOC-ATTRIBUTE",
                        "has an xsi:nil that is no boolean",
                        "no xsi:nil");
            }
        }
        for (XmlElement.Attribute each : element.attributes()) {
            if (isXsi(each, "type")) {
                Type named = named(each.value());
                if (named == null) {
                    report(
                            rule,
                            "COM-DOC-ATTRIBUTE",
                            "xsi:type names no type of the contract",
                            "no xsi:type");
                } else {
                    assess(element, named, rule);
                }
                open.remove(open.size() - 1);
                return;
            }
        }
        for (XmlNode node : element.children()) {
            if (node instanceof XmlElement child) {
                wildcard(child, false, rule);
            }
        }
        open.remove(open.size() - 1);
    }

    // xsi:type

    private @Nullable Type named(String value) {
        String name = Values.collapse(value);
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        for (int i = open.size() - 1; i >= 0; i--) {
            for (Declaration each : open.get(i).namespaces()) {
                if (each.prefix().equals(prefix)) {
                    return CertificateSchema.named(
                            new QName(each.namespace(), name.substring(colon + 1)));
                }
            }
        }
        return null;
    }

    // findings

    private void report(@Nullable String rule, String general, String wrong, String right) {
        add(finding(rule, general, wrong, right));
    }

    private Finding finding(@Nullable String rule, String general, String wrong, String right) {
        return new Finding(
                rule == null ? general : rule,
                id(partElement, Values.PART_ID).or(() -> id(answerElement, Values.QUESTION_ID)),
                answer == null ? Optional.empty() : answer.instance(),
                Finding.Origin.SCHEMA,
                (path.isEmpty() ? "intyg" : String.join("/", path)) + " " + wrong,
                right);
    }

    private static Optional<String> id(@Nullable XmlElement element, Simple type) {
        return element == null ? Optional.empty() : element.attribute("id").filter(type::accepts);
    }

    private void add(Finding finding) {
        Answer.Part inPart = part;
        Answer inAnswer = answer;
        if (inPart != null) {
            findings.add(finding, inPart);
        } else if (inAnswer != null && finding.rule().equals("COM-DOC-INSTINT")) {
            findings.addInstance(finding, inAnswer);
        } else {
            findings.add(finding);
        }
    }
}
