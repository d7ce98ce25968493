package se.ehealthsdk.testkit.certificate;

import se.ehealthsdk.testkit.NationalServices;

/** Certificates for tests of other packages. */
public final class CertificateData {

    private CertificateData() {}

    /** A draft; its id. */
    public static String draft(NationalServices services) {
        services.certificates().rules(CertificateRules.NONE);
        try (Calls calls = new Calls(services)) {
            return calls.createDraft("LISJP", Calls.PATIENT, Calls.DOCTOR, "")
                    .at("intygs-id", "extension");
        }
    }
}
