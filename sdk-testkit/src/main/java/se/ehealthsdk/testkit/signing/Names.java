package se.ehealthsdk.testkit.signing;

/** Names of the protocol, as the specifications write them. */
final class Names {

    static final String DSS = "urn:oasis:names:tc:dss:1.0:core:schema";
    static final String CSIG = "http://id.elegnamnden.se/csig/1.1/dss-ext/ns";
    static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    static final String PROFILE = "http://id.elegnamnden.se/csig/1.1/dss-ext/profile";
    static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

    static final String EMPLOYEE_HSA_ID = "http://sambi.se/attributes/1/employeeHsaId";

    private Names() {}
}
