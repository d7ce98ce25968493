package se.ehealthsdk.core.signature;

/** Signs documents at once, with a key at hand. Implementations are safe for use by many threads. */
public interface DocumentSigner {

    /**
     * The document with a signature in it.
     *
     * @param document an XML document, for example a certificate (intyg) without a signature
     * @return the same document with the signature where its type wants it; nothing else is changed
     * @throws se.ehealthsdk.core.error.InvalidInputException when the document is not of a kind that can
     *     be signed, or is signed already
     * @throws se.ehealthsdk.core.error.ConfigurationException when the key cannot be used
     */
    byte[] sign(byte[] document);
}
