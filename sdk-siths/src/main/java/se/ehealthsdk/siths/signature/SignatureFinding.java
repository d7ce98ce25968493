package se.ehealthsdk.siths.signature;

/**
 * The codes that {@link XmlDocumentVerifier} gives its findings, in the order of its checks. The first check that
 * fails ends the look, but for the signature value and the digest, which are both looked into; trust is looked into
 * when both hold. What {@link se.ehealthsdk.siths.validation.CertificateValidator} finds follows, as {@code SIGNER_}
 * and the name of its check, for example {@code SIGNER_REVOCATION}.
 */
public enum SignatureFinding {
    /** Passed: the document holds exactly one {@code intyg}, of the expected namespaces, with one id. */
    CERTIFICATE,
    /** There is no {@code intyg} in the document. */
    NO_CERTIFICATE,
    /** There is more than one {@code intyg}, side by side or one in the other. */
    SEVERAL_CERTIFICATES,
    /** An element of the {@code intyg} is in a namespace of another domain: no signature covers that. */
    FOREIGN_NAMESPACE,
    /** {@code xml:space} decides what is signed; no real document has it. */
    WHITE_SPACE_RULED,
    /** The {@code intyg} has no {@code intygs-id} with an {@code extension}, or several. */
    NO_ID,
    /** Something else in the document carries the id of the {@code intyg}. */
    DUPLICATE_ID,
    /** Passed: exactly one signature, at its place. */
    SIGNATURE,
    /** There is no signature. */
    NOT_SIGNED,
    /** There is more than one signature. */
    SEVERAL_SIGNATURES,
    /** The signature is neither in the {@code intyg} nor in its {@code underskrift}, or not where its form wants it. */
    SIGNATURE_MISPLACED,
    /** The signature has parts too many, too few, or with unreadable values. */
    SIGNATURE_MALFORMED,
    /** SignedInfo is to be canonicalized in another way than exclusive without comments. */
    CANONICALIZATION_REFUSED,
    /** The signature algorithm is neither rsa-sha256 nor ecdsa-sha256. */
    SIGNATURE_ALGORITHM_REFUSED,
    /** The digest algorithm is not SHA-256. */
    DIGEST_ALGORITHM_REFUSED,
    /** There is not exactly one reference, or it points elsewhere than to the whole document. */
    REFERENCE_REFUSED,
    /** Passed: the transforms are those of a known form of signature. */
    PROFILE,
    /** The list of transforms is that of no known form of signature. */
    TRANSFORMS_REFUSED,
    /** The stylesheet does something else than those of the known forms. It has not been executed. */
    STYLESHEET_REFUSED,
    /** The signature selects the {@code intyg} by an id that this one does not have. */
    OTHER_CERTIFICATE,
    /** The form of the signature leaves out an element around the {@code intyg}, and so all of it. */
    CERTIFICATE_LEFT_OUT,
    /** An element that the signature does not cover stands in the midst of what it covers. */
    UNCOVERED_MISPLACED,
    /** Passed: the signature carries its signer's certificate. */
    SIGNER_CERTIFICATE,
    /** The signature carries no certificate. */
    SIGNER_CERTIFICATE_MISSING,
    /** A certificate in the signature cannot be read. */
    SIGNER_CERTIFICATE_MALFORMED,
    /** The certificates in the signature are no single chain: who signed is open. */
    SIGNER_CERTIFICATE_AMBIGUOUS,
    /** A warning: the signer's key is shorter than what is now regarded as safe. */
    WEAK_KEY,
    /** The signer's key is not of the kind that the signature algorithm needs. */
    KEY_MISMATCH,
    /** Passed: the signer's key made the signature value. */
    SIGNATURE_VALUE,
    /** The signature value does not have the length or form of its algorithm. */
    SIGNATURE_VALUE_MALFORMED,
    /** The signer's key did not make this signature value over this SignedInfo. */
    SIGNATURE_VALUE_MISMATCH,
    /** Passed: the covered content is what was signed. */
    DIGEST,
    /** The covered content is not what was signed. */
    DIGEST_MISMATCH,
    /** The signer is to be judged at the signing time that the document states, and it states none, or one to come. */
    SIGNING_TIME_UNKNOWN,
    /** Passed: the signer's certificate is trusted. */
    SIGNER_TRUSTED,
    /** The signer's certificate is not trusted; the findings after it say why. */
    SIGNER_UNTRUSTED,
    /** A warning: nothing says who the signer is, because the verifier looks at integrity only. */
    TRUST_NOT_CHECKED
}
