package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.util.List;
import se.ehealthsdk.certificate.check.CheckMode;

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

    /**
     * The official rules as this SDK has them, in {@link CheckMode#OFFICIAL}; none for types that it does not know.
     * Told in the service's form, {@code TEST: ..., MSG: ...}, with this SDK's words.
     *
     * @param clock which tells what day it is
     */
    static CertificateRules official(Clock clock) {
        return new OfficialRules(clock);
    }
}
