package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.testkit.internal.summary.SeenCall;

/** What can be seen of services, in this JVM or by way of another's admin API. */
interface Sight {

    /** Oldest first. */
    List<SeenCall> calls();

    /** A line for each rule that was broken on another service than the platform, advice and the allowed rules apart. */
    List<String> findingsElsewhere(Set<String> allowedRules);

    /** Oldest first. */
    List<Access.Seen> accessLog();

    /** Log ids that are stored more than once. */
    List<String> doubled();

    /** The certificate with this id. */
    Optional<Certificate> certificate(String id);

    /** Ids and types of all certificates. */
    List<String> certificates();

    /** The kinds of the case's events, in order. */
    Optional<List<String>> dischargeCase(String id);

    /** The ids of all cases. */
    List<String> dischargeCases();

    /**
     * A certificate.
     *
     * @param sentTo the recipients
     * @param draft whether it is not signed
     * @param revoked whether it is revoked
     */
    record Certificate(Set<String> sentTo, boolean draft, boolean revoked) {}
}
