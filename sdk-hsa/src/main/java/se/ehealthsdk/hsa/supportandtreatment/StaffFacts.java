package se.ehealthsdk.hsa.supportandtreatment;

import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.readiness.HsaAnswer;

/**
 * What is known of one person who is to work in Stöd och behandling.
 *
 * @param person the person's HSA-id
 * @param role what the person is to do
 * @param credentials what HSA tells of the person, commissions with it
 * @param logIn how the person logs in; empty if that is not known
 * @param granted whether the care provider has granted the person access in Stöd och behandling; empty if that is not known
 * @param newCommissions the HSA-ids of commissions made for Stöd och behandling, which must have the purpose Vård och
 *     behandling; older ones may have any
 */
public record StaffFacts(
        HsaId person,
        StaffRole role,
        HsaAnswer<Credentials> credentials,
        Optional<LogInMethod> logIn,
        Optional<Boolean> granted,
        Set<HsaId> newCommissions) {

    /** Copies the set. */
    public StaffFacts {
        newCommissions = Set.copyOf(newCommissions);
    }

    /** What HSA, or a directory, told; the rest not known. */
    public static StaffFacts of(StaffRole role, Credentials credentials) {
        return of(credentials.hsaId(), role, new HsaAnswer.Told<>(credentials));
    }

    /** What came of asking HSA or a directory; the rest not known. */
    public static StaffFacts of(HsaId person, StaffRole role, HsaAnswer<Credentials> answer) {
        return new StaffFacts(person, role, answer, Optional.empty(), Optional.empty(), Set.of());
    }

    /** Asks HSA: one call. */
    public static StaffFacts fetch(HsaClient hsa, HsaId person, StaffRole role) {
        return of(person, role, HsaAnswer.asking(() -> hsa.credentials(person)));
    }

    /** As {@link #fetch}, protected people too; needs its own approval. */
    public static StaffFacts fetchIncludingProtectedPerson(
            HsaClient hsa, HsaId person, StaffRole role) {
        return of(
                person,
                role,
                HsaAnswer.asking(() -> hsa.credentialsIncludingProtectedPerson(person)));
    }

    /** With how the person logs in. */
    public StaffFacts loggingInBy(LogInMethod method) {
        return new StaffFacts(
                person, role, credentials, Optional.of(method), granted, newCommissions);
    }

    /** With whether the care provider has granted the person access. */
    public StaffFacts granted(boolean isGranted) {
        return new StaffFacts(
                person, role, credentials, logIn, Optional.of(isGranted), newCommissions);
    }

    /** With commissions that were made for Stöd och behandling. */
    public StaffFacts withNewCommissions(HsaId... commissions) {
        return new StaffFacts(person, role, credentials, logIn, granted, Set.of(commissions));
    }

    /** HSA-id and role. */
    @Override
    public String toString() {
        return "StaffFacts[" + person + ", " + role + "]";
    }
}
