package se.ehealthsdk.certificate.internal.wire;

import javax.xml.namespace.QName;

/** Namespaces of the domain, and the prefixes that they are written with. */
public final class Namespaces {

    /** What the namespaces of the domain begin with. */
    public static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";

    /** Parts of an intyg. */
    public static final String CORE = DOMAIN + "3";

    /** Data types. */
    public static final String TYPES = DOMAIN + "types:3";

    /** Extension: underskrift, legitimeratYrke, kallaAdressuppgifter. */
    public static final String EXTENSION_3_2 = DOMAIN + "3.2";

    /** Extension: forifyllnad. */
    public static final String EXTENSION_3_3 = DOMAIN + "3.3";

    /** Extension: hanteratAv of an event. */
    public static final String EXTENSION_3_4 = DOMAIN + "3.4";

    /** RegisterCertificate 3, which an intyg that is kept on its own stands in. */
    public static final String REGISTER = DOMAIN + "RegisterCertificateResponder:3";

    static final String REGISTER_PREFIX = "rg";
    static final String CORE_PREFIX = "gn";
    static final String TYPES_PREFIX = "tp";
    static final String EXTENSION_3_2_PREFIX = "m1";

    /** The attribute {@code id} of answers and part answers. */
    static final QName ID = new QName("id");

    private Namespaces() {}

    static QName core(String name) {
        return new QName(CORE, name, CORE_PREFIX);
    }

    static QName types(String name) {
        return new QName(TYPES, name, TYPES_PREFIX);
    }

    static QName extension(String name) {
        return new QName(EXTENSION_3_2, name, EXTENSION_3_2_PREFIX);
    }
}
