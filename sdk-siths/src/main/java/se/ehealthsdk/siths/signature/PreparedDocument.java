package se.ehealthsdk.siths.signature;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * SKELETON: to be made whole. A document that is ready to be signed somewhere else: what is to be signed, and
 * where the value goes. Can be kept between two web requests as the two byte arrays it is made of. Immutable.
 */
public final class PreparedDocument {

    private final byte[] document;
    private final byte[] signedInfo;

    private PreparedDocument(byte[] document, byte[] signedInfo) {
        this.document = document.clone();
        this.signedInfo = signedInfo.clone();
    }

    /** Prepares a document: computes its digest, and writes the SignedInfo for this algorithm. */
    public static PreparedDocument of(byte[] document, SignatureAlgorithm algorithm) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** One that was kept: what {@link #document} and {@link #signedInfo} gave. */
    public static PreparedDocument restore(byte[] document, byte[] signedInfo) {
        return new PreparedDocument(document, signedInfo);
    }

    /** The unsigned document. */
    public byte[] document() {
        return document.clone();
    }

    /** The SignedInfo in exclusive canonical form, UTF-8: the bytes to be signed. */
    public byte[] signedInfo() {
        return signedInfo.clone();
    }

    /**
     * The signed document.
     *
     * @param signatureValue as XML has it: for ECDSA r and s, one after the other
     * @param chain the signer's certificate first
     */
    public byte[] complete(byte[] signatureValue, List<X509Certificate> chain) {
        throw new UnsupportedOperationException("skeleton");
    }
}
