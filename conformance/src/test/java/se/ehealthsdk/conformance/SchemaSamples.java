package se.ehealthsdk.conformance;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Documents that an official XSD allows, made from the XSD: with everything in them, with as little as
 * may be, with extensions nobody knows, and at random.
 */
final class SchemaSamples {

    /** A namespace that no contract has. */
    static final String FOREIGN = "urn:example:extension";

    private static final String CERTIFICATES = "urn:riv:clinicalprocess:healthcond:certificate:";
    private static final QName SIGNATURE = new QName(CERTIFICATES + "3.2", "underskrift");

    /** What a part answer of a certificate may hold; the first one is text. */
    private static final List<QName> TYPED =
            Stream.of("", "cv", "datePeriod", "pq", "timePeriod", "partialDate", "ii", "date")
                    .map(name -> new QName(CERTIFICATES + "types:3", name))
                    .toList();

    /** Of the right form; nobody's. */
    private static final String SIGNED =
            "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>"
                    + "<ds:CanonicalizationMethod Algorithm=\"urn:c14n\"/>"
                    + "<ds:SignatureMethod Algorithm=\"urn:rsa\"/>"
                    + "<ds:Reference URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"urn:filter\">"
                    + "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\""
                    + " Filter=\"subtract\">//ds:Signature</f:XPath></ds:Transform></ds:Transforms>"
                    + "<ds:DigestMethod Algorithm=\"urn:sha\"/><ds:DigestValue>AAAA</ds:DigestValue>"
                    + "</ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue>"
                    + "</ds:Signature>";

    /** How much of what is optional a sample has. */
    enum Filling {
        /** Every optional element, and two of each that may repeat. */
        EVERYTHING(4),
        /** Only what is required. */
        NOTHING(4),
        /** Everything, and unknown elements wherever the schema lets them in. */
        EXTENSIONS(4),
        /** Any subset, with texts that need escaping. */
        RANDOM(20);

        private final int enough;

        Filling(int enough) {
            this.enough = enough;
        }

        /** Seeds to try: all lexical forms and branches where nothing else differs, many subsets. */
        LongStream seeds() {
            return LongStream.range(0, enough);
        }
    }

    private final OfficialSchema schema;
    private final Filling filling;
    private final RandomGenerator random;
    private final SampleValues values;
    private final Document document = Xml.empty();
    private int choices;

    private SchemaSamples(OfficialSchema schema, Filling filling, long seed) {
        this.schema = schema;
        this.filling = filling;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.values = new SampleValues(seed, filling == Filling.RANDOM);
        this.choices = Math.floorMod(seed, 64);
    }

    /**
     * @param root the element to make, as the WSDL names it
     * @param seed decides what is left open: which branch of a choice, which lexical form, which subset
     */
    static Document sample(
            OfficialInteraction interaction, QName root, Filling filling, long seed) {
        SchemaSamples samples = new SchemaSamples(OfficialSchema.of(interaction), filling, seed);
        samples.document.appendChild(samples.element(samples.schema.element(root)));
        return samples.document;
    }

    private Element element(XmlSchemaElement declared) {
        QName name = OfficialSchema.name(declared);
        Element element = document.createElementNS(name.getNamespaceURI(), name.getLocalPart());
        if (name.equals(SIGNATURE)) {
            element.appendChild(document.importNode(Xml.parse(SIGNED).getDocumentElement(), true));
            return element;
        }
        for (XmlSchemaAttribute attribute : OfficialSchema.attributes(declared)) {
            element.setAttributeNS(
                    null,
                    attribute.getName(),
                    values.next(attribute.getName(), OfficialSchema.type(attribute)));
        }
        if (OfficialSchema.isMixed(declared)) {
            mixed(element);
            return element;
        }
        OfficialSchema.content(declared)
                .ifPresentOrElse(
                        content -> fill(element, content),
                        () ->
                                element.setTextContent(
                                        values.next(OfficialSchema.declaration(declared))));
        return element;
    }

    /** Text, or one of the elements that the schema declares for the purpose. */
    private void mixed(Element element) {
        QName typed = TYPED.get(choices++ % TYPED.size());
        if (typed.getLocalPart().isEmpty()) {
            element.setTextContent(values.next("text", OfficialSchema.TEXT));
            return;
        }
        element.appendChild(element(schema.element(typed)));
    }

    private void fill(Element parent, XmlSchemaParticle particle) {
        if (particle instanceof XmlSchemaAny) {
            if (filling == Filling.EXTENSIONS) {
                extend(parent);
            }
            return;
        }
        for (int i = occurrences(particle); i > 0; i--) {
            if (particle instanceof XmlSchemaElement element) {
                parent.appendChild(element(element));
            } else if (particle instanceof XmlSchemaChoice) {
                List<XmlSchemaParticle> branches = OfficialSchema.parts(particle);
                choose(parent, branches.get(choices++ % branches.size()));
            } else {
                OfficialSchema.parts(particle).forEach(part -> fill(parent, part));
            }
        }
    }

    /** One schema makes every branch optional, though a request that asks for nobody means nothing. */
    private void choose(Element parent, XmlSchemaParticle branch) {
        if (branch instanceof XmlSchemaElement element) {
            for (int i = Math.max(1, occurrences(branch)); i > 0; i--) {
                parent.appendChild(element(element));
            }
        } else {
            fill(parent, branch);
        }
    }

    private int occurrences(XmlSchemaParticle particle) {
        int least = isPersonId(particle) ? 1 : (int) particle.getMinOccurs();
        int most = (int) Math.max(least, Math.min(2, particle.getMaxOccurs()));
        return switch (filling) {
            case NOTHING -> least;
            case EVERYTHING, EXTENSIONS -> most;
            case RANDOM -> identifies(particle) ? most : random.nextInt(least, most + 1);
        };
    }

    /** The schemas allow name and dates of a unit without the HSA-id of the unit; HSA has no such. */
    private static boolean identifies(XmlSchemaParticle particle) {
        return particle instanceof XmlSchemaElement element
                && OfficialSchema.name(element).getLocalPart().endsWith("HsaId");
    }

    /** The schema of the type {@code II} makes the number optional, without which there is no person. */
    private static boolean isPersonId(XmlSchemaParticle particle) {
        return particle instanceof XmlSchemaElement element
                && OfficialSchema.name(element).getLocalPart().equals("extension");
    }

    /** Twins of the element's own children in a foreign namespace, and one with content of its own. */
    private void extend(Element parent) {
        List<Element> own = Xml.children(parent);
        for (Element child : own) {
            Element twin = document.createElementNS(FOREIGN, "ext:" + child.getLocalName());
            twin.setTextContent("not of the contract");
            parent.appendChild(twin);
        }
        Element nested = document.createElementNS(FOREIGN, "ext:" + parent.getLocalName());
        nested.setAttributeNS(FOREIGN, "ext:kind", "nested");
        // CXF's validator takes amiss what a namespace that it knows does not declare, also where
        // it is
        // let in; of the certificates' schemas it knows all
        if (own.stream().noneMatch(child -> child.getNamespaceURI().startsWith(CERTIFICATES))) {
            own.forEach(child -> nested.appendChild(child.cloneNode(true)));
        }
        parent.appendChild(nested);
    }
}
