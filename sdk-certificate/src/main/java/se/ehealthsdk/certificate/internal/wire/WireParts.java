package se.ehealthsdk.certificate.internal.wire;

import static se.ehealthsdk.certificate.internal.wire.Namespaces.CORE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;

/**
 * The parts that the messages of the contracts share. Each reading stands on the start of the element and leaves
 * on its end; each writing writes one element, named by the message and in the namespace of {@code out}, with its
 * content in that of the core or the types. {@link #declare} on the root keeps the message small.
 */
public final class WireParts {

    private WireParts() {}

    /** Declares the namespaces of core and types on the element that was just started. */
    public static void declare(ElementWriter out) throws XMLStreamException {
        out.declare(Namespaces.CORE_PREFIX, CORE);
        out.declare(Namespaces.TYPES_PREFIX, Namespaces.TYPES);
    }

    /** The current element as it came, with what it uses declared on it. */
    public static XmlElement element(ElementReader in) throws XMLStreamException {
        XmlElement element = new XmlCapture(in.stream()).element();
        // at the end of an element, what was in force at its start is in force again
        return Scope.of(in.stream()::getNamespaceURI).cutOut(element);
    }

    /**
     * An element as it is.
     *
     * @throws se.ehealthsdk.core.error.InvalidInputException if XML cannot carry it
     */
    public static void element(XmlElement element, ElementWriter out) throws XMLStreamException {
        new XmlOutput(out.stream()).write(XmlText.check(element.name().getLocalPart(), element));
    }

    /** The current element {@code intyg}, which keeps what it was read from. */
    public static Intyg intyg(ElementReader in) throws XMLStreamException {
        return Intyg.of(element(in));
    }

    /**
     * The element {@code intyg}: what it was read from, so that a signature holds, or its content.
     *
     * @param namespace the message's
     */
    public static void intyg(Intyg intyg, String namespace, ElementWriter out)
            throws XMLStreamException {
        new XmlOutput(out.stream()).write(IntygTree.write(intyg, namespace));
    }

    /** An identifier: II, HsaId, PersonId or IntygId. */
    public static Identifier identifier(ElementReader in) throws XMLStreamException {
        return PartTrees.identifier(element(in));
    }

    /** An identifier: II, HsaId or IntygId. */
    public static void identifier(String name, Identifier id, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.identifier(Namespaces.core(name), id), out);
    }

    /** A PersonId: twelve digits without separator. */
    public static void person(String name, Identifier id, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.person(Namespaces.core(name), id), out);
    }

    /** A coded value: CV, Part, Amneskod, Statuskod and the like. */
    public static CodedValue codedValue(ElementReader in) throws XMLStreamException {
        return PartTrees.codedValue(element(in));
    }

    /** A coded value: CV, Part, Amneskod, Statuskod and the like. */
    public static void codedValue(String name, CodedValue value, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.codedValue(Namespaces.core(name), value), out);
    }

    /** A Patient. */
    public static Patient patient(ElementReader in) throws XMLStreamException {
        return PartTrees.patient(element(in));
    }

    /** A Patient. */
    public static void patient(String name, Patient patient, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.patient(Namespaces.core(name), patient), out);
    }

    /** A HosPersonal. */
    public static HealthcareProfessional professional(ElementReader in) throws XMLStreamException {
        return PartTrees.professional(element(in), Scope.none());
    }

    /** A HosPersonal. */
    public static void professional(
            String name, HealthcareProfessional professional, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.professional(Namespaces.core(name), professional), out);
    }

    /** A Relation. */
    public static Relation relation(ElementReader in) throws XMLStreamException {
        return PartTrees.relation(element(in), Scope.none());
    }

    /** A Relation. */
    public static void relation(String name, Relation relation, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.relation(relation), out);
    }

    /** An IntygsStatus. */
    public static Status status(ElementReader in) throws XMLStreamException {
        return PartTrees.status(element(in), Scope.none());
    }

    /** An IntygsStatus. */
    public static void status(String name, Status status, ElementWriter out)
            throws XMLStreamException {
        inside(name, PartTrees.status(status), out);
    }

    /** A Svar. */
    public static Answer answer(ElementReader in) throws XMLStreamException {
        return ContentTrees.answer(element(in), Scope.none());
    }

    /** A Svar. */
    public static void answer(String name, Answer answer, ElementWriter out)
            throws XMLStreamException {
        inside(name, ContentTrees.answer(answer), out);
    }

    /** A ResultType. */
    public static Result result(ElementReader in) throws XMLStreamException {
        XmlElement result = element(in);
        return new Result(
                Lexical.trim(Tree.text(result, CORE, "resultCode")),
                Tree.optionalText(result, CORE, "resultText"),
                Tree.optionalText(result, CORE, "errorId")
                        .map(Lexical::trim)
                        .filter(each -> !each.isEmpty()));
    }

    /** A ResultType. */
    public static void result(String name, Result result, ElementWriter out)
            throws XMLStreamException {
        List<XmlNode> children = new ArrayList<>(3);
        children.add(Tree.element(Namespaces.core("resultCode"), result.code()));
        PartTrees.optional(children, Namespaces.core("resultText"), result.text());
        PartTrees.optional(children, Namespaces.core("errorId"), result.errorId());
        inside(name, Tree.element(Namespaces.core(name), children), out);
    }

    /** An element of the core with text; nothing when there is none. */
    public static void text(String name, Optional<String> text, ElementWriter out)
            throws XMLStreamException {
        if (text.isPresent()) {
            new XmlOutput(out.stream()).write(Tree.element(Namespaces.core(name), text.get()));
        }
    }

    /** The element in the namespace of {@code out}, with its attributes and children as in a tree. */
    private static void inside(String name, XmlElement tree, ElementWriter out)
            throws XMLStreamException {
        out.start(name);
        for (XmlElement.Attribute each : tree.attributes()) {
            QName attribute = each.name();
            out.stream().writeAttribute(attribute.getLocalPart(), each.value());
        }
        XmlOutput output = new XmlOutput(out.stream());
        for (XmlNode each : tree.children()) {
            output.write(each);
        }
        out.end();
    }
}
