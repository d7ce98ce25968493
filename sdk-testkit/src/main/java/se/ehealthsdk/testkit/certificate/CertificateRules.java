package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.util.List;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;

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
        CertificateChecker checker = CertificateChecker.builder().clock(clock).build();
        return xml -> {
            Intyg intyg = Intyg.read(xml);
            return checker.knows(intyg)
                    ? checker.check(intyg, CheckMode.OFFICIAL).stream()
                            .filter(Finding::isError)
                            .map(each -> "TEST: " + each.rule() + ", MSG: " + each.wrong())
                            .toList()
                    : List.of();
        };
    }
}
