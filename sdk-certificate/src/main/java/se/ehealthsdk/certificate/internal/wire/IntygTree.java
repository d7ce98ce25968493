package se.ehealthsdk.certificate.internal.wire;

import static se.ehealthsdk.certificate.internal.wire.Namespaces.CORE;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.EXTENSION_3_2;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.core;
import static se.ehealthsdk.certificate.internal.wire.Tree.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;

/** The intyg as a tree and as a value. */
public final class IntygTree {

    private IntygTree() {}

    /**
     * The typed view of an element {@code intyg}. What is missing is empty, what comes twice counts once, the order
     * does not matter.
     */
    public static Intyg.Builder read(XmlElement intyg) {
        Scope scope = Scope.none().within(intyg);
        Intyg.Builder builder =
                Intyg.builder()
                        .id(PartTrees.identifier(Tree.child(intyg, CORE, "intygs-id")))
                        .type(
                                PartTrees.codedValue(Tree.child(intyg, CORE, "typ")),
                                Tree.text(intyg, CORE, "version"))
                        .patient(PartTrees.patient(Tree.child(intyg, CORE, "patient")))
                        .issuer(PartTrees.professional(Tree.child(intyg, CORE, "skapadAv"), scope));
        Tree.optionalText(intyg, CORE, "signeringstidpunkt")
                .flatMap(Lexical::timestamp)
                .ifPresent(builder::signedAt);
        Tree.optionalText(intyg, CORE, "skickatTidpunkt")
                .flatMap(Lexical::timestamp)
                .ifPresent(builder::sentAt);
        boolean signed = false;
        for (XmlNode node : intyg.children()) {
            if (node instanceof XmlElement child) {
                if (child.name().getNamespaceURI().equals(CORE)) {
                    readRepeated(child, scope, builder);
                } else if (!signed && Tree.is(child, EXTENSION_3_2, "underskrift")) {
                    signed = true;
                    builder.signature(scope.cutOut(child));
                }
            }
        }
        return builder;
    }

    private static void readRepeated(XmlElement child, Scope scope, Intyg.Builder builder) {
        switch (child.name().getLocalPart()) {
            case "mottagare" -> builder.recipient(PartTrees.codedValue(child));
            case "relation" -> builder.relation(PartTrees.relation(child, scope));
            case "status" -> builder.status(PartTrees.status(child, scope));
            case "svar" -> builder.answer(ContentTrees.answer(child, scope));
            default -> {
                // read by its name, or nothing that the contract knows; the source keeps it
            }
        }
    }

    /**
     * The element {@code intyg}: what it was read from, or its content in the order of the contract.
     *
     * @param namespace of the element itself, which is the message's
     * @throws se.ehealthsdk.core.error.InvalidInputException if it holds what XML or the contract's types have no
     *     place for
     */
    public static XmlElement write(Intyg intyg, String namespace) {
        Optional<XmlElement> source = intyg.source();
        if (source.isPresent()) {
            return inNamespace(source.get(), namespace);
        }
        List<XmlNode> children = new ArrayList<>();
        children.add(PartTrees.identifier(core("intygs-id"), intyg.id()));
        for (CodedValue each : intyg.recipients()) {
            children.add(PartTrees.codedValue(core("mottagare"), each));
        }
        children.add(PartTrees.codedValue(core("typ"), intyg.typeCode()));
        children.add(element(core("version"), intyg.version()));
        intyg.signedAt()
                .ifPresent(
                        each ->
                                children.add(
                                        element(
                                                core("signeringstidpunkt"),
                                                Lexical.format("signeringstidpunkt", each))));
        intyg.sentAt()
                .ifPresent(
                        each ->
                                children.add(
                                        element(
                                                core("skickatTidpunkt"),
                                                Lexical.format("skickatTidpunkt", each))));
        children.add(PartTrees.patient(core("patient"), intyg.patient()));
        children.add(PartTrees.professional(core("skapadAv"), intyg.issuer()));
        for (Relation each : intyg.relations()) {
            children.add(PartTrees.relation(each));
        }
        for (Status each : intyg.statuses()) {
            children.add(PartTrees.status(each));
        }
        for (Answer each : intyg.answers()) {
            children.add(ContentTrees.answer(each));
        }
        intyg.signature().ifPresent(each -> children.add(XmlText.check("underskrift", each)));
        return element(name(namespace), children);
    }

    private static XmlElement inNamespace(XmlElement intyg, String namespace) {
        return intyg.name().getNamespaceURI().equals(namespace)
                ? intyg
                : new XmlElement(
                        name(namespace), intyg.namespaces(), intyg.attributes(), intyg.children());
    }

    private static QName name(String namespace) {
        String prefix = namespace.equals(Namespaces.REGISTER) ? Namespaces.REGISTER_PREFIX : "msg";
        return new QName(namespace, "intyg", prefix);
    }
}
