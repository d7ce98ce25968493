package se.ehealthsdk.certificate.internal.wire;

import static se.ehealthsdk.certificate.internal.wire.Namespaces.CORE;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.EXTENSION_3_2;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.TYPES;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.core;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.extension;
import static se.ehealthsdk.certificate.internal.wire.Namespaces.types;
import static se.ehealthsdk.certificate.internal.wire.Tree.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.HealthcareProfessional.Speciality;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.document.Status;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * The parts that an intyg and the messages about it share, as trees and as values. Reading takes what is there
 * and never fails: what is missing is empty.
 */
final class PartTrees {

    private static final Set<String> PERSON_ROOTS =
            Set.of(Identifier.PERSONNUMMER, Identifier.SAMORDNINGSNUMMER);

    private PartTrees() {}

    static Identifier identifier(@Nullable XmlElement from) {
        return new Identifier(
                Tree.text(from, TYPES, "root"), Tree.optionalText(from, TYPES, "extension"));
    }

    static XmlElement identifier(QName name, Identifier id) {
        List<XmlNode> children = new ArrayList<>(2);
        children.add(element(types("root"), id.root()));
        id.extension().ifPresent(each -> children.add(element(types("extension"), each)));
        return element(name, children);
    }

    /** As {@link #identifier(QName, Identifier)}; a number that people write with a separator is twelve digits. */
    static XmlElement person(QName name, Identifier id) {
        boolean person = PERSON_ROOTS.contains(id.root());
        Optional<PersonId> number =
                person ? id.extension().flatMap(PersonId::tryParse) : Optional.empty();
        return identifier(
                name, number.map(each -> Identifier.of(id.root(), each.value())).orElse(id));
    }

    static CodedValue codedValue(@Nullable XmlElement from) {
        return new CodedValue(
                Tree.text(from, TYPES, "code"),
                Tree.text(from, TYPES, "codeSystem"),
                Tree.optionalText(from, TYPES, "codeSystemName"),
                Tree.optionalText(from, TYPES, "codeSystemVersion"),
                Tree.optionalText(from, TYPES, "displayName"),
                Tree.optionalText(from, TYPES, "originalText"));
    }

    static XmlElement codedValue(QName name, CodedValue value) {
        List<XmlNode> children = new ArrayList<>(6);
        children.add(element(types("code"), value.code()));
        children.add(element(types("codeSystem"), value.codeSystem()));
        optional(children, types("codeSystemName"), value.codeSystemName());
        optional(children, types("codeSystemVersion"), value.codeSystemVersion());
        optional(children, types("displayName"), value.displayName());
        optional(children, types("originalText"), value.originalText());
        return element(name, children);
    }

    static List<CodedValue> codedValues(XmlElement parent, String namespace, String name) {
        return Tree.children(parent, namespace, name).stream().map(PartTrees::codedValue).toList();
    }

    static Patient patient(@Nullable XmlElement from) {
        XmlElement source =
                from == null ? null : Tree.child(from, EXTENSION_3_2, "kallaAdressuppgifter");
        return new Patient(
                identifier(from == null ? null : Tree.child(from, CORE, "person-id")),
                Tree.text(from, CORE, "fornamn"),
                Tree.text(from, CORE, "efternamn"),
                Tree.optionalText(from, CORE, "mellannamn"),
                Tree.text(from, CORE, "postadress"),
                Tree.text(from, CORE, "postnummer"),
                Tree.text(from, CORE, "postort"),
                Optional.ofNullable(source).map(PartTrees::codedValue));
    }

    static XmlElement patient(QName name, Patient patient) {
        List<XmlNode> children = new ArrayList<>(8);
        children.add(person(core("person-id"), patient.id()));
        children.add(element(core("fornamn"), patient.firstName()));
        children.add(element(core("efternamn"), patient.lastName()));
        optional(children, core("mellannamn"), patient.middleName());
        children.add(element(core("postadress"), patient.address()));
        children.add(element(core("postnummer"), patient.postalCode()));
        children.add(element(core("postort"), patient.town()));
        patient.addressSource()
                .ifPresent(
                        each -> children.add(codedValue(extension("kallaAdressuppgifter"), each)));
        return element(name, children);
    }

    static HealthcareProfessional professional(@Nullable XmlElement from, Scope around) {
        if (from == null) {
            return new HealthcareProfessional(
                    identifier(null),
                    "",
                    Optional.empty(),
                    List.of(),
                    unit(null, around),
                    List.of(),
                    List.of());
        }
        return new HealthcareProfessional(
                identifier(Tree.child(from, CORE, "personal-id")),
                Tree.text(from, CORE, "fullstandigtNamn"),
                Tree.optionalText(from, CORE, "forskrivarkod"),
                codedValues(from, CORE, "befattning"),
                unit(Tree.child(from, CORE, "enhet"), around.within(from)),
                Tree.children(from, CORE, "specialistkompetens").stream()
                        .map(PartTrees::speciality)
                        .toList(),
                codedValues(from, EXTENSION_3_2, "legitimeratYrke"));
    }

    static XmlElement professional(QName name, HealthcareProfessional professional) {
        List<XmlNode> children = new ArrayList<>();
        children.add(identifier(core("personal-id"), professional.id()));
        children.add(element(core("fullstandigtNamn"), professional.name()));
        optional(children, core("forskrivarkod"), professional.prescriberCode());
        for (CodedValue each : professional.titles()) {
            children.add(codedValue(core("befattning"), each));
        }
        children.add(unit(professional.unit()));
        for (Speciality each : professional.specialities()) {
            List<XmlNode> parts = new ArrayList<>(2);
            parts.add(element(types("code"), each.code()));
            optional(parts, types("displayName"), each.displayName());
            children.add(element(core("specialistkompetens"), parts));
        }
        for (CodedValue each : professional.licences()) {
            children.add(codedValue(extension("legitimeratYrke"), each));
        }
        return element(name, children);
    }

    private static Speciality speciality(XmlElement from) {
        return new Speciality(
                Tree.text(from, TYPES, "code"), Tree.optionalText(from, TYPES, "displayName"));
    }

    private static IssuingUnit unit(@Nullable XmlElement from, Scope around) {
        return new IssuingUnit(
                identifier(from == null ? null : Tree.child(from, CORE, "enhets-id")),
                identifier(from == null ? null : Tree.child(from, CORE, "arbetsplatskod")),
                Tree.text(from, CORE, "enhetsnamn"),
                Tree.text(from, CORE, "postadress"),
                Tree.text(from, CORE, "postnummer"),
                Tree.text(from, CORE, "postort"),
                Tree.text(from, CORE, "telefonnummer"),
                Tree.optionalText(from, CORE, "epost"),
                careProvider(
                        from == null ? null : Tree.child(from, CORE, "vardgivare"),
                        from == null ? around : around.within(from)),
                extensions(from, around));
    }

    private static XmlElement unit(IssuingUnit unit) {
        List<XmlNode> children = new ArrayList<>();
        children.add(identifier(core("enhets-id"), unit.id()));
        children.add(identifier(core("arbetsplatskod"), unit.workplaceCode()));
        children.add(element(core("enhetsnamn"), unit.name()));
        children.add(element(core("postadress"), unit.address()));
        children.add(element(core("postnummer"), unit.postalCode()));
        children.add(element(core("postort"), unit.town()));
        children.add(element(core("telefonnummer"), unit.telephone()));
        optional(children, core("epost"), unit.email());
        List<XmlNode> provider = new ArrayList<>();
        provider.add(identifier(core("vardgivare-id"), unit.careProvider().id()));
        provider.add(element(core("vardgivarnamn"), unit.careProvider().name()));
        add(provider, "vardgivare", unit.careProvider().extensions());
        children.add(element(core("vardgivare"), provider));
        add(children, "enhet", unit.extensions());
        return element(core("enhet"), children);
    }

    private static CareProvider careProvider(@Nullable XmlElement from, Scope around) {
        return new CareProvider(
                identifier(from == null ? null : Tree.child(from, CORE, "vardgivare-id")),
                Tree.text(from, CORE, "vardgivarnamn"),
                extensions(from, around));
    }

    static Relation relation(XmlElement from, Scope around) {
        return new Relation(
                codedValue(Tree.child(from, CORE, "typ")),
                identifier(Tree.child(from, CORE, "intygs-id")),
                extensions(from, around));
    }

    static XmlElement relation(Relation relation) {
        List<XmlNode> children = new ArrayList<>();
        children.add(codedValue(core("typ"), relation.type()));
        children.add(identifier(core("intygs-id"), relation.certificate()));
        add(children, "relation", relation.extensions());
        return element(core("relation"), children);
    }

    static Status status(XmlElement from, Scope around) {
        return new Status(
                codedValue(Tree.child(from, CORE, "part")),
                codedValue(Tree.child(from, CORE, "status")),
                Tree.optionalText(from, CORE, "tidpunkt").flatMap(Lexical::timestamp),
                extensions(from, around));
    }

    static XmlElement status(Status status) {
        List<XmlNode> children = new ArrayList<>();
        children.add(codedValue(core("part"), status.part()));
        children.add(codedValue(core("status"), status.status()));
        status.time()
                .ifPresent(
                        each ->
                                children.add(
                                        element(
                                                core("tidpunkt"),
                                                Lexical.format("tidpunkt", each))));
        add(children, "status", status.extensions());
        return element(core("status"), children);
    }

    /** The elements of other namespaces. */
    static List<XmlElement> extensions(@Nullable XmlElement parent, Scope around) {
        if (parent == null) {
            return List.of();
        }
        List<XmlElement> extensions = new ArrayList<>(0);
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlElement element
                    && !element.name().getNamespaceURI().equals(CORE)) {
                extensions.add(around.within(parent).detach(element));
            }
        }
        return extensions;
    }

    static void add(List<XmlNode> children, String field, List<XmlElement> extensions) {
        for (XmlElement each : extensions) {
            children.add(XmlText.check(field, each));
        }
    }

    static void optional(List<XmlNode> children, QName name, Optional<String> text) {
        text.ifPresent(each -> children.add(element(name, each)));
    }
}
