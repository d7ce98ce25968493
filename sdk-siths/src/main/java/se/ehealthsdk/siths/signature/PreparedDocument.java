package se.ehealthsdk.siths.signature;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.siths.internal.xml.SecureDom;

/**
 * A certificate (intyg) that is ready to be signed somewhere else: what is to be signed, and where the value
 * goes. Can be kept between two web requests as the two byte arrays it is made of. Immutable.
 *
 * <p>The signature will be of form {@code D}, the one in use: enveloped, in {@code underskrift} at the end of the
 * {@code intyg}, over all of it but {@code skickatTidpunkt}, {@code relation}, {@code status} and {@code
 * underskrift}. Set {@code signeringstidpunkt} before, it is signed with the rest.
 */
public final class PreparedDocument {

    private static final XmlDocumentVerifier INTEGRITY =
            XmlDocumentVerifier.integrityOnlyWithoutTrust();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+-]{1,200}");

    private final byte[] document;
    private final byte[] signedInfo;

    private PreparedDocument(byte[] document, byte[] signedInfo) {
        this.document = document.clone();
        this.signedInfo = signedInfo.clone();
    }

    /**
     * Prepares a document: computes its digest, and writes the SignedInfo for this algorithm.
     *
     * @param document an {@code intyg} of clinicalprocess:healthcond:certificate 3, alone or in a message that
     *     holds exactly one, as XML in UTF-8, with its id and without signature
     * @throws InvalidInputException when it is no such document
     */
    public static PreparedDocument of(byte[] document, SignatureAlgorithm algorithm) {
        Document tree = SecureDom.parse(document, XmlDocumentVerifier.MAX_BYTES);
        checkEncoding(tree);
        try {
            IntygDocument intyg = IntygDocument.of(tree);
            if (!intyg.signatures().isEmpty()
                    || Children.of(intyg.intyg()).stream()
                            .anyMatch(each -> "underskrift".equals(each.getLocalName()))) {
                throw new InvalidInputException(
                        "document", "is signed already", "an intyg without underskrift");
            }
            if (!ID.matcher(intyg.id()).matches()) {
                throw new InvalidInputException(
                        "intygs-id",
                        "cannot stand in a signature",
                        "letters, digits and . _ : / + -");
            }
            CoveredContent content = CoveredContent.of(intyg.intyg());
            content.checkPlaces(SignatureProfile.D);
            return new PreparedDocument(
                    document,
                    SignatureText.signedInfo(
                            intyg.id(), content.digest(SignatureProfile.D), algorithm));
        } catch (Refusal refusal) {
            throw new InvalidInputException(
                    "document",
                    "cannot be signed (" + refusal.code() + "): " + refusal.text(),
                    "one intyg with an id, as its schema has it");
        }
    }

    /**
     * One that was kept: what {@link #document} and {@link #signedInfo} gave. That they belong together shows when
     * it is completed.
     */
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
     * The signed document: the unsigned one, byte for byte, with {@code underskrift} in it. Its signature has been
     * verified, but not whether its signer can be trusted.
     *
     * @param signatureValue as XML has it, for ECDSA r and s one after the other; the DER form that Java and X.509
     *     have is taken too
     * @param chain the signer's certificate first; all of it goes into the document. The signatures that the
     *     national services make carry the signer's alone
     * @throws InvalidInputException when the chain is empty
     * @throws UntrustedException when the value is none of this key over this document
     */
    public byte[] complete(byte[] signatureValue, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new InvalidInputException("chain", "is empty", "the signer's certificate first");
        }
        byte[] signed =
                IntygText.insert(
                        document,
                        SignatureText.underskrift(
                                signedInfo, asInXml(signatureValue, chain.get(0)), chain));
        SignatureReport report = INTEGRITY.verify(signed);
        if (!report.valid() || !report.signer().equals(Optional.of(chain.get(0)))) {
            throw new UntrustedException(
                    "The signature does not hold for this document: " + failures(report),
                    "Sign the document anew. When it was signed by a signing service, report the failure to it.");
        }
        return signed;
    }

    private static byte[] asInXml(byte[] value, X509Certificate signer) {
        if (signer.getPublicKey() instanceof ECPublicKey key
                && value.length != EcdsaValue.length(key)) {
            return EcdsaValue.fromDer(value, key).orElse(value);
        }
        return value;
    }

    private static void checkEncoding(Document tree) {
        for (String encoding : new String[] {tree.getInputEncoding(), tree.getXmlEncoding()}) {
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw new InvalidInputException(
                        "document", "is in another encoding", "XML in UTF-8");
            }
        }
    }

    private static String failures(SignatureReport report) {
        return report.findings().stream()
                .filter(each -> each.severity() == Severity.FAILED)
                .map(SignatureReport.Finding::code)
                .collect(Collectors.joining(", "));
    }
}
