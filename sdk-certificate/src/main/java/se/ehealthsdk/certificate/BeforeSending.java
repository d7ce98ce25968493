package se.ehealthsdk.certificate;

import java.util.List;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.contract.CreateDraftCertificate;
import se.ehealthsdk.certificate.document.Intyg;

/** What is looked at before something is sent. */
interface BeforeSending {

    /** Looks at nothing. */
    BeforeSending NOTHING =
            new BeforeSending() {
                @Override
                public List<Finding> certificate(Intyg certificate) {
                    return List.of();
                }

                @Override
                public List<Finding> prefill(CreateDraftCertificate draft) {
                    return List.of();
                }
            };

    /** What there is to say of a certificate. */
    List<Finding> certificate(Intyg certificate);

    /** What there is to say of the prefill of a draft. */
    List<Finding> prefill(CreateDraftCertificate draft);

    /** What is built here is held to its form; others' documents are theirs to answer for. */
    static BeforeSending by(CertificateChecker checker) {
        return new BeforeSending() {
            @Override
            public List<Finding> certificate(Intyg certificate) {
                return checker.check(
                        certificate,
                        certificate.source().isPresent() ? CheckMode.OFFICIAL : CheckMode.FORM);
            }

            @Override
            public List<Finding> prefill(CreateDraftCertificate draft) {
                return List.of();
            }
        };
    }
}
