package se.ehealthsdk.certificate.check;

import se.ehealthsdk.certificate.document.CodedValue;

/**
 * The caller's register of diagnosis codes (ICD-10-SE, KSH97-P). The SDK has none of its own: the lists are Socialstyrelsen's
 * and change every year.
 */
@FunctionalInterface
public interface DiagnosisRegister {

    /**
     * Whether a code is in its code system. Called once for each diagnosis code; from any thread.
     *
     * @param diagnosis code and code system as they stand in the certificate
     */
    boolean knows(CodedValue diagnosis);
}
