package se.ehealthsdk.testkit.certificate;

import java.util.List;

/** The rules of the certificates' contents, which Intygstjänster checks with Schematron. Used on many threads. */
@FunctionalInterface
public interface CertificateRules {

    /** No rule at all. */
    CertificateRules NONE = intyg -> List.of();

    /**
     * What a certificate breaks.
     *
     * @param intyg the element {@code intyg} in the namespace of the core, UTF-8
     * @return each broken rule as the service tells of it; none for a right one
     */
    List<String> brokenBy(byte[] intyg);
}
