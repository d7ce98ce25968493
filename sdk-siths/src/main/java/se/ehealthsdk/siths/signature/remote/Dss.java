package se.ehealthsdk.siths.signature.remote;

/** Names and identifiers of the protocol. */
final class Dss {

    static final String CORE = "urn:oasis:names:tc:dss:1.0:core:schema";
    static final String EXTENSION = "http://id.elegnamnden.se/csig/1.1/dss-ext/ns";
    static final String PROFILE = "http://id.elegnamnden.se/csig/1.1/dss-ext/profile";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** The first version with an authentication profile and several levels of assurance. */
    static final String VERSION = "1.4";

    static final String SUCCESS = "urn:oasis:names:tc:dss:1.0:resultmajor:Success";
    static final String ENTITY_FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";
    static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

    static final String EMPLOYEE_HSA_ID = "http://sambi.se/attributes/1/employeeHsaId";
    static final String GIVEN_NAME = "http://sambi.se/attributes/1/givenName";
    static final String SURNAME = "http://sambi.se/attributes/1/surname";
    static final String NAME = "urn:name";

    private Dss() {}
}
