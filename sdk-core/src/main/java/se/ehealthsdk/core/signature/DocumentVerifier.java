package se.ehealthsdk.core.signature;

/** Verifies signed documents. Implementations are safe for use by many threads. */
public interface DocumentVerifier {

    /**
     * Checks the signature of a document.
     *
     * <p>A signature that does not hold is an answer, not an exception: the report says why. Only a report
     * that is {@linkplain SignatureReport#valid() valid} lets one rely on {@link
     * SignatureReport#signedElement()}.
     *
     * @param document an XML document
     * @throws se.ehealthsdk.core.error.InvalidInputException when the bytes are no XML document, or larger
     *     than any document of its kind
     */
    SignatureReport verify(byte[] document);
}
