package se.ehealthsdk.siths.signature;

/** How a SignedInfo is signed. Source: RFC 9231 (formerly RFC 6931), section 2.3. */
public enum SignatureAlgorithm {
    /** RSA with PKCS#1 v1.5 padding and SHA-256. */
    RSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
    /** ECDSA with SHA-256; in XML the value is r and s, one after the other. */
    ECDSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");

    private final String uri;

    SignatureAlgorithm(String uri) {
        this.uri = uri;
    }

    /** The identifier in XML. */
    public String uri() {
        return uri;
    }
}
