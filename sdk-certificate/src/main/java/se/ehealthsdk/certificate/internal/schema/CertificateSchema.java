package se.ehealthsdk.certificate.internal.schema;

import static se.ehealthsdk.certificate.internal.schema.Values.BASE64;
import static se.ehealthsdk.certificate.internal.schema.Values.DATE;
import static se.ehealthsdk.certificate.internal.schema.Values.DOUBLE;
import static se.ehealthsdk.certificate.internal.schema.Values.INT;
import static se.ehealthsdk.certificate.internal.schema.Values.INTEGER;
import static se.ehealthsdk.certificate.internal.schema.Values.NON_EMPTY;
import static se.ehealthsdk.certificate.internal.schema.Values.PARTIAL_DATE;
import static se.ehealthsdk.certificate.internal.schema.Values.PARTIAL_DATE_FORMAT;
import static se.ehealthsdk.certificate.internal.schema.Values.PART_ID;
import static se.ehealthsdk.certificate.internal.schema.Values.QUESTION_ID;
import static se.ehealthsdk.certificate.internal.schema.Values.STRING;
import static se.ehealthsdk.certificate.internal.schema.Values.TIMESTAMP;
import static se.ehealthsdk.certificate.internal.schema.Values.TWELVE_DIGITS;
import static se.ehealthsdk.certificate.internal.schema.Values.fixed;
import static se.ehealthsdk.certificate.internal.schema.Values.oneOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.certificate.internal.schema.Type.Any;
import se.ehealthsdk.certificate.internal.schema.Type.Attribute;
import se.ehealthsdk.certificate.internal.schema.Type.Choice;
import se.ehealthsdk.certificate.internal.schema.Type.Complex;
import se.ehealthsdk.certificate.internal.schema.Type.Element;
import se.ehealthsdk.certificate.internal.schema.Type.Particle;
import se.ehealthsdk.certificate.internal.schema.Type.Sequence;
import se.ehealthsdk.certificate.internal.schema.Type.Simple;
import se.ehealthsdk.certificate.internal.wire.Namespaces;

/**
 * The tables. Source: clinicalprocess:healthcond:certificate, core 3.3, types 3.2, extensions 3.2 and 3.4, XML Signature
 * 0.1 and its filter 2.
 */
final class CertificateSchema {

    private static final int MANY = Integer.MAX_VALUE;
    private static final String CORE = Namespaces.CORE;
    private static final String TYPES = Namespaces.TYPES;
    private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String FILTER = "http://www.w3.org/2002/06/xmldsig-filter2";

    /** Elements that may stand on their own, wherever any element may. */
    private static final Map<QName, Type> GLOBAL = new HashMap<>();

    /** Types that {@code xsi:type} may name. */
    private static final Map<QName, Type> NAMED = new HashMap<>();

    // types:3

    private static final Complex II =
            type("IIType", types("root", STRING), optional(types("extension", STRING)));
    private static final Complex CV =
            type(
                            "CVType",
                            types("code", STRING),
                            types("codeSystem", STRING),
                            optional(types("codeSystemName", STRING)),
                            optional(types("codeSystemVersion", STRING)),
                            optional(types("displayName", STRING)),
                            optional(types("originalText", STRING)))
                    .reportedAs("COM-DOC-CVX");
    private static final Complex INTYG_ID =
            type("IntygId", types("root", STRING), types("extension", STRING));
    private static final Complex PERSON_ID =
            type(
                    "PersonId",
                    types("root", oneOf("1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3")),
                    types("extension", TWELVE_DIGITS));
    private static final Complex HSA_ID = identifier("HsaId", "1.2.752.129.2.1.4.1");
    private static final Complex WORKPLACE_CODE = identifier("ArbetsplatsKod", "1.2.752.29.4.71");
    private static final Complex TYPE_OF_INTYG = code("TypAvIntyg", STRING);
    private static final Complex TITLE = code("Befattning", fixed("1.2.752.129.2.2.1.4"));
    private static final Complex STATUS_CODE =
            code("Statuskod", fixed("9871cd17-8755-4ed9-b894-ff3729e775a4"));
    private static final Complex PARTY =
            code("Part", fixed("769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"));
    private static final Complex TYPE_OF_RELATION =
            code("TypAvRelation", fixed("c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146"));
    private static final Complex ADDRESS_SOURCE =
            code("KallaAdressuppgifterType", fixed("4ade8de2-effe-41d0-b177-fedc820e69fa"));
    private static final Complex LICENCE = code("LegitimeratYrkeType", fixed("1.2.752.29.23.1.6"));
    private static final Complex SPECIALITY =
            type(
                    "Specialistkompetens",
                    types("code", STRING),
                    optional(types("displayName", STRING)));
    private static final Complex DATE_PERIOD =
            type("DatePeriodType", optional(types("start", DATE)), optional(types("end", DATE)))
                    .reportedAs("COM-DOC-PERX");

    static {
        global(TYPES, "ii", II);
        global(TYPES, "cv", CV);
        global(TYPES, "datePeriod", DATE_PERIOD);
        global(
                TYPES,
                "timePeriod",
                type(
                        "TimePeriodType",
                        optional(types("start", TIMESTAMP)),
                        optional(types("end", TIMESTAMP))));
        global(TYPES, "pq", type("PQType", types("value", DOUBLE), types("unit", STRING)));
        global(
                TYPES,
                "pqInterval",
                type(
                        "PQIntervalType",
                        optional(types("low", DOUBLE)),
                        optional(types("high", DOUBLE)),
                        types("unit", STRING)));
        global(
                TYPES,
                "partialDate",
                type(
                        "PartialDateType",
                        types("format", PARTIAL_DATE_FORMAT),
                        types("value", PARTIAL_DATE)));
        global(TYPES, "timestamp", TIMESTAMP);
        global(TYPES, "date", DATE);
        NAMED.put(new QName(TYPES, "TimeStampType"), TIMESTAMP);
        NAMED.put(new QName(TYPES, "DateType"), DATE);
        NAMED.put(new QName(TYPES, "nonEmptyString"), NON_EMPTY);
        NAMED.put(new QName(XSD, "string"), STRING);
        NAMED.put(new QName(XSD, "int"), INT);
        NAMED.put(new QName(XSD, "integer"), INTEGER);
        NAMED.put(new QName(XSD, "double"), DOUBLE);
        NAMED.put(new QName(XSD, "base64Binary"), BASE64);
    }

    // XML Signature

    private static final Attribute ID = new Attribute("Id", Values.ID, false);
    private static final Attribute ALGORITHM = new Attribute("Algorithm", STRING, true);
    private static final Attribute URI = new Attribute("URI", STRING, false);
    private static final Attribute TYPE_URI = new Attribute("Type", STRING, false);

    private static final Element TRANSFORMS =
            ds(
                    "Transforms",
                    elements(
                            many(
                                    1,
                                    ds(
                                            "Transform",
                                            elements(
                                                            choice(
                                                                    0,
                                                                    any(DS, 1, 1),
                                                                    local("XPath", STRING)))
                                                    .mixedContent()
                                                    .with(ALGORITHM)))));
    private static final Element REFERENCE =
            ds(
                    "Reference",
                    elements(
                                    optional(TRANSFORMS),
                                    ds(
                                            "DigestMethod",
                                            elements(any(DS, 0, MANY))
                                                    .mixedContent()
                                                    .with(ALGORITHM)),
                                    ds("DigestValue", BASE64))
                            .with(ID, URI, TYPE_URI));
    private static final Element SIGNED_INFO =
            ds(
                    "SignedInfo",
                    elements(
                                    ds(
                                            "CanonicalizationMethod",
                                            elements(new Any(null, true, 0, MANY))
                                                    .mixedContent()
                                                    .with(ALGORITHM)),
                                    ds(
                                            "SignatureMethod",
                                            elements(
                                                            optional(
                                                                    local(
                                                                            "HMACOutputLength",
                                                                            INTEGER)),
                                                            new Any(DS, true, 0, MANY))
                                                    .mixedContent()
                                                    .with(ALGORITHM)),
                                    many(1, REFERENCE))
                            .with(ID));
    private static final Element KEY_VALUE =
            ds(
                    "KeyValue",
                    elements(
                                    new Choice(
                                            List.of(
                                                    ds(
                                                            "DSAKeyValue",
                                                            elements(
                                                                    new Sequence(
                                                                            List.of(
                                                                                    local(
                                                                                            "P",
                                                                                            BASE64),
                                                                                    local(
                                                                                            "Q",
                                                                                            BASE64)),
                                                                            0,
                                                                            1),
                                                                    optional(local("G", BASE64)),
                                                                    local("Y", BASE64),
                                                                    optional(local("J", BASE64)),
                                                                    new Sequence(
                                                                            List.of(
                                                                                    local(
                                                                                            "Seed",
                                                                                            BASE64),
                                                                                    local(
                                                                                            "PgenCounter",
                                                                                            BASE64)),
                                                                            0,
                                                                            1))),
                                                    ds(
                                                            "RSAKeyValue",
                                                            elements(
                                                                    local("Modulus", BASE64),
                                                                    local("Exponent", BASE64))),
                                                    any(DS, 1, 1)),
                                            1,
                                            1))
                            .mixedContent());
    private static final Element X509_DATA =
            ds(
                    "X509Data",
                    elements(
                            choice(
                                    1,
                                    local(
                                            "X509IssuerSerial",
                                            elements(
                                                    local("X509IssuerName", STRING),
                                                    local("X509SerialNumber", INTEGER))),
                                    local("X509SKI", BASE64),
                                    local("X509SubjectName", STRING),
                                    local("X509Certificate", BASE64),
                                    local("X509CRL", BASE64),
                                    any(DS, 1, 1))));
    private static final Element PGP_DATA =
            ds(
                    "PGPData",
                    elements(
                            new Choice(
                                    List.of(
                                            new Sequence(
                                                    List.of(
                                                            local("PGPKeyID", BASE64),
                                                            optional(local("PGPKeyPacket", BASE64)),
                                                            any(DS, 0, MANY)),
                                                    1,
                                                    1),
                                            new Sequence(
                                                    List.of(
                                                            local("PGPKeyPacket", BASE64),
                                                            any(DS, 0, MANY)),
                                                    1,
                                                    1)),
                                    1,
                                    1)));
    private static final Element SPKI_DATA =
            ds(
                    "SPKIData",
                    elements(
                            new Sequence(
                                    List.of(local("SPKISexp", BASE64), any(DS, 0, 1)), 1, MANY)));
    private static final Element KEY_INFO =
            ds(
                    "KeyInfo",
                    elements(
                                    choice(
                                            1,
                                            ds("KeyName", STRING),
                                            KEY_VALUE,
                                            ds(
                                                    "RetrievalMethod",
                                                    elements(optional(TRANSFORMS))
                                                            .with(URI, TYPE_URI)),
                                            X509_DATA,
                                            PGP_DATA,
                                            SPKI_DATA,
                                            ds("MgmtData", STRING),
                                            any(DS, 1, 1)))
                            .mixedContent()
                            .with(ID));
    private static final Element SIGNATURE =
            ds(
                    "Signature",
                    elements(
                                    SIGNED_INFO,
                                    ds("SignatureValue", text(BASE64).with(ID)),
                                    optional(KEY_INFO),
                                    many(
                                            0,
                                            ds(
                                                    "Object",
                                                    elements(new Any(null, false, 0, MANY))
                                                            .mixedContent()
                                                            .with(
                                                                    ID,
                                                                    new Attribute(
                                                                            "MimeType",
                                                                            STRING,
                                                                            false),
                                                                    new Attribute(
                                                                            "Encoding",
                                                                            STRING,
                                                                            false)))))
                            .with(ID));

    static {
        ds("Manifest", elements(many(1, REFERENCE)).with(ID));
        ds(
                "SignatureProperties",
                elements(
                                many(
                                        1,
                                        ds(
                                                "SignatureProperty",
                                                elements(choice(1, any(DS, 1, 1)))
                                                        .mixedContent()
                                                        .with(
                                                                new Attribute(
                                                                        "Target", STRING, true),
                                                                ID))))
                        .with(ID));
        global(
                FILTER,
                "XPath",
                text(STRING)
                        .with(
                                new Attribute(
                                        "Filter", oneOf("intersect", "subtract", "union"), false)));
    }

    // extensions

    private static final Element SIGNATURE_OF_INTYG =
            global(Namespaces.EXTENSION_3_2, "underskrift", elements(SIGNATURE));
    private static final Element LEGITIMERAT_YRKE =
            global(Namespaces.EXTENSION_3_2, "legitimeratYrke", LICENCE);
    private static final Element KALLA_ADRESSUPPGIFTER =
            global(Namespaces.EXTENSION_3_2, "kallaAdressuppgifter", ADDRESS_SOURCE);

    static {
        global(Namespaces.EXTENSION_3_4, "hanteratAv", HSA_ID);
    }

    // core

    private static final Complex CARE_PROVIDER =
            elements(core("vardgivare-id", HSA_ID), core("vardgivarnamn", STRING), extensions());
    private static final Complex UNIT =
            elements(
                    core("enhets-id", HSA_ID),
                    core("arbetsplatskod", WORKPLACE_CODE),
                    core("enhetsnamn", STRING),
                    core("postadress", STRING),
                    core("postnummer", STRING),
                    core("postort", STRING),
                    core("telefonnummer", STRING),
                    optional(core("epost", NON_EMPTY)),
                    core("vardgivare", CARE_PROVIDER),
                    extensions());
    private static final Complex PROFESSIONAL =
            elements(
                    core("personal-id", HSA_ID),
                    core("fullstandigtNamn", STRING),
                    optional(core("forskrivarkod", STRING)),
                    many(0, core("befattning", TITLE)),
                    core("enhet", UNIT),
                    many(0, core("specialistkompetens", SPECIALITY)),
                    many(0, LEGITIMERAT_YRKE));
    private static final Complex PATIENT =
            elements(
                    core("person-id", PERSON_ID),
                    core("fornamn", STRING),
                    core("efternamn", STRING),
                    optional(core("mellannamn", STRING)),
                    core("postadress", STRING),
                    core("postnummer", STRING),
                    core("postort", STRING),
                    optional(KALLA_ADRESSUPPGIFTER));
    private static final Complex RELATION =
            elements(core("typ", TYPE_OF_RELATION), core("intygs-id", INTYG_ID), extensions());
    private static final Complex STATUS =
            elements(
                    core("part", PARTY),
                    core("status", STATUS_CODE),
                    core("tidpunkt", TIMESTAMP),
                    extensions());

    static final Simple INSTANCE = INT.reportedAs("COM-DOC-INSTINT");

    static final Complex PART =
            elements(extensions()).mixedContent().with(new Attribute("id", PART_ID, true));

    static final Complex ANSWER =
            elements(
                            optional(core("instans", INSTANCE)),
                            many(1, core("delsvar", PART)),
                            extensions())
                    .reportedAs("COM-DOC-MINSUB")
                    .with(new Attribute("id", QUESTION_ID, true));

    static final Complex INTYG =
            elements(
                    core("intygs-id", INTYG_ID),
                    many(0, core("mottagare", PARTY)),
                    core("typ", TYPE_OF_INTYG),
                    core("version", STRING),
                    optional(core("signeringstidpunkt", TIMESTAMP)),
                    optional(core("skickatTidpunkt", TIMESTAMP)),
                    core("patient", PATIENT),
                    core("skapadAv", PROFESSIONAL),
                    many(0, core("relation", RELATION)),
                    many(0, core("status", STATUS)),
                    many(0, core("svar", ANSWER)),
                    optional(SIGNATURE_OF_INTYG));

    private CertificateSchema() {}

    /** The declaration of an element that may stand on its own; null if there is none. */
    static @Nullable Type declared(QName name) {
        return GLOBAL.get(name);
    }

    /** A type by its name; null if the contract has none. */
    static @Nullable Type named(QName name) {
        return NAMED.get(name);
    }

    private static Complex elements(Particle... parts) {
        return new Complex(null, null, false, List.of(), new Sequence(List.of(parts), 1, 1), null);
    }

    private static Complex text(Simple simple) {
        return new Complex(null, null, false, List.of(), null, simple);
    }

    private static Complex type(String name, Particle... parts) {
        Complex type =
                new Complex(name, null, false, List.of(), new Sequence(List.of(parts), 1, 1), null);
        NAMED.put(new QName(TYPES, name), type);
        return type;
    }

    /** Whether a type by its name may stand where another is declared. */
    static boolean sameOrNarrower(Type named, Type declared) {
        if (!(named instanceof Complex one) || !(declared instanceof Complex other)) {
            return named == declared;
        }
        if (one.name() == null || other.name() == null) {
            return false;
        }
        return one.name().equals(other.name())
                || other.name().equals("IIType") && isIdentifier(one)
                || other.name().equals("CVType") && isCode(one);
    }

    private static boolean isIdentifier(Complex type) {
        return type.content() instanceof Sequence parts
                && parts.parts().get(0) instanceof Element first
                && first.name().equals("root");
    }

    private static boolean isCode(Complex type) {
        return type != SPECIALITY
                && type.content() instanceof Sequence parts
                && parts.parts().get(0) instanceof Element first
                && first.name().equals("code");
    }

    private static Complex identifier(String name, String root) {
        return type(name, types("root", fixed(root)), types("extension", NON_EMPTY));
    }

    private static Complex code(String name, Simple system) {
        return type(
                name,
                types("code", STRING),
                types("codeSystem", system),
                optional(types("displayName", STRING)));
    }

    private static Element types(String name, Type type) {
        return new Element(TYPES, name, type, 1, 1);
    }

    private static Element core(String name, Type type) {
        return new Element(CORE, name, type, 1, 1);
    }

    private static Element local(String name, Type type) {
        return new Element(DS, name, type, 1, 1);
    }

    private static Element ds(String name, Type type) {
        return global(DS, name, type);
    }

    private static Element global(String namespace, String name, Type type) {
        GLOBAL.put(new QName(namespace, name), type);
        return new Element(namespace, name, type, 1, 1);
    }

    private static Element optional(Element element) {
        return new Element(element.namespace(), element.name(), element.type(), 0, 1);
    }

    private static Element many(int min, Element element) {
        return new Element(element.namespace(), element.name(), element.type(), min, MANY);
    }

    private static Choice choice(int min, Particle... parts) {
        return new Choice(List.of(parts), min, MANY);
    }

    private static Any any(String notOf, int min, int max) {
        return new Any(notOf, false, min, max);
    }

    private static Any extensions() {
        return any(CORE, 0, MANY);
    }
}
