package se.ehealthsdk.siths.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.signature.DocumentSigner;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.Credential.SigningKey;

/**
 * Signs certificates (intyg) with a key at hand: in a file, or in a card or security module by PKCS#11. The
 * signature is as {@link PreparedDocument} describes it, by rsa-sha256 or ecdsa-sha256 as the key is. Immutable and
 * safe for use by many threads.
 *
 * <p>A signature that people rely on is made with a certificate for signatures (key usage non-repudiation); which
 * one the credential has is not looked into here, receivers do.
 */
public final class XmlDocumentSigner implements DocumentSigner {

    private final Credential credential;
    private final boolean withIssuers;

    private XmlDocumentSigner(Credential credential, boolean withIssuers) {
        this.credential = credential;
        this.withIssuers = withIssuers;
    }

    /**
     * A signer with the key of a credential, asked for at each signature, so that a renewed one is used. The
     * signature carries the signer's certificate alone, as those of the national services do.
     */
    public static XmlDocumentSigner with(Credential credential) {
        return new XmlDocumentSigner(credential, false);
    }

    /** This one, but the signature carries the issuers' certificates too, for receivers that lack them. */
    public XmlDocumentSigner withIssuers() {
        return new XmlDocumentSigner(credential, true);
    }

    /**
     * The document with a signature in it; every other byte is as it was. The signature has been verified.
     *
     * @param document an {@code intyg}, alone or in a message that holds exactly one, as XML in UTF-8, with its id
     *     and without signature
     * @throws InvalidInputException when it is no such document, or is signed already
     * @throws ConfigurationException when the key cannot be used
     */
    @Override
    public byte[] sign(byte[] document) {
        SigningKey key = credential.signingKey();
        PublicKey publicKey = key.certificate().getPublicKey();
        SignatureAlgorithm algorithm = algorithm(publicKey);
        PreparedDocument prepared = PreparedDocument.of(document, algorithm);
        try {
            // The provider is chosen when the key is given, so that a card's key goes to the card.
            Signature signature =
                    Signature.getInstance(
                            algorithm == SignatureAlgorithm.RSA_SHA256
                                    ? "SHA256withRSA"
                                    : "SHA256withECDSA");
            signature.initSign(key.key());
            signature.update(prepared.signedInfo());
            return prepared.complete(
                    signature.sign(), withIssuers ? key.chain() : List.of(key.certificate()));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "The key cannot sign",
                    "Check that the card or security module is there and open, and that the key may sign.",
                    e);
        } catch (UntrustedException e) {
            throw new ConfigurationException(
                    "The key makes signatures that do not hold",
                    "Check that key and certificate belong together.",
                    e);
        }
    }

    private static SignatureAlgorithm algorithm(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return SignatureAlgorithm.RSA_SHA256;
        }
        if (key instanceof ECPublicKey) {
            return SignatureAlgorithm.ECDSA_SHA256;
        }
        throw new ConfigurationException(
                "The key is neither RSA nor EC", "Use a certificate with an RSA or EC key.");
    }
}
