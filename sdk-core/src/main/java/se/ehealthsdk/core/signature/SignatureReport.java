package se.ehealthsdk.core.signature;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a look at a document's signature gave. Immutable, but for the element, which is the reader's own.
 *
 * @param valid whether every check passed: then, and only then, {@code signedElement} is there
 * @param signedElement the very element that the signature covers, cut out of the document it came in; read
 *     the content from here and from nowhere else
 * @param signerChain the signer's certificate, then its issuers as far as they are known; empty when there is
 *     no certificate
 * @param profile the name of the signature's form, for example {@code D}; empty when it is none that is known
 * @param notCovered the names of elements that may have been added or changed without breaking the signature:
 *     anything in them is unsigned
 * @param findings one line for each check, in order
 */
public record SignatureReport(
        boolean valid,
        Optional<Element> signedElement,
        List<X509Certificate> signerChain,
        Optional<String> profile,
        List<String> notCovered,
        List<Finding> findings) {

    /** Keeps copies; an element of a report that is not valid is refused. */
    public SignatureReport {
        if (valid != signedElement.isPresent()) {
            throw new IllegalArgumentException("a valid report has an element, and no other has");
        }
        signerChain = List.copyOf(signerChain);
        notCovered = List.copyOf(notCovered);
        findings = List.copyOf(findings);
    }

    /**
     * The outcome of one check.
     *
     * @param code names the check, and what was wrong, for programs, for example {@code DIGEST_MISMATCH}
     * @param severity whether it passed
     * @param message what was found, for a support desk; no names, identity numbers or content
     */
    public record Finding(String code, Severity severity, String message) {}

    /** What a finding means for the whole. */
    public enum Severity {
        /** The check passed. */
        PASSED,
        /** The check could not be made in full, and the settings allow that. */
        WARNING,
        /** The check failed, and with it the signature. */
        FAILED
    }

    /** The certificate of whoever signed; empty when there is none. */
    public Optional<X509Certificate> signer() {
        return signerChain.stream().findFirst();
    }

    /** The findings without anyone's name or the content. */
    @Override
    public String toString() {
        return "SignatureReport[valid=%s, profile=%s, findings=%s]"
                .formatted(
                        valid,
                        profile.orElse("-"),
                        findings.stream()
                                .map(each -> each.severity() + " " + each.code())
                                .toList());
    }
}
