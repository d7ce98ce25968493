package se.ehealthsdk.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.constants.Constants;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One official XSD with all it imports, in two forms: compiled by the JDK, to validate with, and as a
 * model (Apache XmlSchema), to make and to compare documents by.
 */
final class OfficialSchema {

    /** Any text. */
    static final XmlSchemaSimpleType TEXT =
            (XmlSchemaSimpleType) new XmlSchemaCollection().getTypeByQName(Constants.XSD_STRING);

    private static final Map<Path, OfficialSchema> READ = new ConcurrentHashMap<>();

    private final Schema compiled;
    private final XmlSchemaCollection model = new XmlSchemaCollection();

    private OfficialSchema(Path file) {
        model.setBaseUri(file.getParent().toUri().toString());
        model.read(new InputSource(file.toUri().toString()));
        try {
            compiled = SchemaFactory.newDefaultInstance().newSchema(file.toFile());
        } catch (SAXException cause) {
            throw new IllegalStateException(file.getFileName() + ": " + cause.getMessage(), cause);
        }
    }

    static OfficialSchema of(OfficialInteraction interaction) {
        return of(interaction.schema());
    }

    static OfficialSchema of(Path file) {
        return READ.computeIfAbsent(file, OfficialSchema::new);
    }

    /** What is wrong with the document by this schema; empty when it is valid. */
    Optional<String> violation(Source document) {
        try {
            compiled.newValidator().validate(document);
            return Optional.empty();
        } catch (SAXException violation) {
            return Optional.of(violation.getMessage());
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    XmlSchemaElement element(QName name) {
        return Optional.ofNullable(model.getElementByQName(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not declared"));
    }

    /** The declaration itself, where the content model only refers to it. */
    static XmlSchemaElement declaration(XmlSchemaElement element) {
        XmlSchemaElement declared = element.isRef() ? element.getRef().getTarget() : element;
        // the model leaves a type open that is read after the element
        if (declared.getSchemaType() == null && declared.getSchemaTypeName() != null) {
            declared.setSchemaType(
                    declared.getParent().getParent().getTypeByQName(declared.getSchemaTypeName()));
        }
        return declared;
    }

    static QName name(XmlSchemaElement element) {
        return declaration(element).getQName();
    }

    /** The content model of a complex type; empty for text. */
    static Optional<XmlSchemaParticle> content(XmlSchemaElement element) {
        XmlSchemaType type = declaration(element).getSchemaType();
        if (!(type instanceof XmlSchemaComplexType complex)) {
            return Optional.empty();
        }
        if (complex.getContentModel() == null) {
            return Optional.of(orNothing(complex.getParticle()));
        }
        if (complex.getContentModel().getContent()
                instanceof XmlSchemaComplexContentRestriction restricted) {
            return Optional.of(orNothing(restricted.getParticle()));
        }
        throw new IllegalStateException("not used by these contracts: " + type.getQName());
    }

    private static XmlSchemaParticle orNothing(XmlSchemaParticle particle) {
        return particle == null ? new XmlSchemaSequence() : particle;
    }

    /** The attributes of a complex type, by their names without namespace. */
    static List<XmlSchemaAttribute> attributes(XmlSchemaElement element) {
        List<XmlSchemaAttribute> attributes = new ArrayList<>();
        if (declaration(element).getSchemaType() instanceof XmlSchemaComplexType complex) {
            complex.getAttributes().forEach(each -> attributes.add((XmlSchemaAttribute) each));
        }
        return attributes;
    }

    static XmlSchemaSimpleType type(XmlSchemaAttribute attribute) {
        return attribute.getSchemaType() != null
                ? attribute.getSchemaType()
                : (XmlSchemaSimpleType)
                        attribute
                                .getParent()
                                .getParent()
                                .getTypeByQName(attribute.getSchemaTypeName());
    }

    /** Whether text may stand among the elements. */
    static boolean isMixed(XmlSchemaElement element) {
        return declaration(element).getSchemaType() instanceof XmlSchemaComplexType complex
                && complex.isMixed();
    }

    /** The particles of a sequence or a choice, in order. */
    static List<XmlSchemaParticle> parts(XmlSchemaParticle group) {
        List<XmlSchemaParticle> parts = new ArrayList<>();
        if (group instanceof XmlSchemaSequence sequence) {
            sequence.getItems().forEach(item -> parts.add((XmlSchemaParticle) item));
        } else if (group instanceof XmlSchemaChoice choice) {
            choice.getItems().forEach(item -> parts.add((XmlSchemaParticle) item));
        } else {
            throw new IllegalStateException("not used by these contracts: " + group.getClass());
        }
        return parts;
    }

    /** Every element that may be a child, wherever in the content model it stands. */
    static List<XmlSchemaElement> elements(XmlSchemaParticle particle) {
        if (particle instanceof XmlSchemaElement element) {
            return List.of(element);
        }
        List<XmlSchemaElement> elements = new ArrayList<>();
        if (particle instanceof XmlSchemaSequence || particle instanceof XmlSchemaChoice) {
            parts(particle).forEach(part -> elements.addAll(elements(part)));
        }
        return elements;
    }
}
