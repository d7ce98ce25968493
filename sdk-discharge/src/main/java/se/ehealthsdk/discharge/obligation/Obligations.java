package se.ehealthsdk.discharge.obligation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.internal.obligation.Rules;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * The duties in a case at a moment. Each rule is there once at least, those that do not apply too, with the reason why.
 *
 * <p>A duty that is done keeps its status however late it gets; one that is not goes from open to late, or ceases to apply, and
 * never back. When something was said counts, not when it was entered: what is entered from paper after downtime counts by the
 * time on the paper.
 *
 * <table>
 *   <caption>The rules</caption>
 *   <tr><td>R1, R1b</td><td>admission notice; R1b when the need was judged later in the stay</td></tr>
 *   <tr><td>R1c</td><td>the same to open care, when municipal health care is needed</td></tr>
 *   <tr><td>R3</td><td>a changed estimate, and one that has passed</td></tr>
 *   <tr><td>R4, R5</td><td>fast vårdkontakt; planning by each party that was told</td></tr>
 *   <tr><td>R6, R7, R8</td><td>ready notice; information for receiving care; information for the patient</td></tr>
 *   <tr><td>R9, R10</td><td>SIP; the call to it</td></tr>
 *   <tr><td>R11, R11b</td><td>care plan after compulsory care, and its approval by each unit</td></tr>
 *   <tr><td>R12</td><td>joint guidelines: no duty in a single case</td></tr>
 *   <tr><td>AVAILABILITY</td><td>open care says whether its measures are available (5 kap. 5 §)</td></tr>
 *   <tr><td>CONSENT, CONSENT_SIP</td><td>someone asks the patient, where the policy says that consent is needed</td></tr>
 *   <tr><td>CHECKLIST</td><td>the home-ready checklist, where the policy has it</td></tr>
 *   <tr><td>RECEIPT</td><td>each message read by each unit, where the policy has a time for it</td></tr>
 *   <tr><td>others</td><td>the policy's own rules</td></tr>
 * </table>
 *
 * @param all in the order of the rules
 */
public record Obligations(List<Obligation> all) implements Iterable<Obligation> {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9990-01-01T00:00:00Z");

    public Obligations {
        all = List.copyOf(all);
    }

    /**
     * Works them out.
     *
     * @param policy the Act or a region's agreement; {@link Policy#onTrack} when the case is on a track
     * @throws InvalidInputException when now is not in the years 1900 to 9989
     */
    public static Obligations of(DischargeCase discharge, Instant now, Policy policy) {
        if (now.isBefore(FIRST) || now.isAfter(LAST)) {
            throw new InvalidInputException(
                    "now", "is no time of a stay in hospital", "a time in the years 1900 to 9989");
        }
        return new Obligations(Rules.apply(discharge, now, policy));
    }

    /** Those that someone still has to do, late ones too, what is due first first. */
    public Obligations owed() {
        return new Obligations(
                all.stream()
                        .filter(Obligation::isOwed)
                        .sorted(Comparator.comparing(duty -> duty.dueAt().orElse(Instant.MAX)))
                        .toList());
    }

    /** Those that are not done and still in time. */
    public Obligations open() {
        return with(Obligation.Status.OPEN);
    }

    /** Those that were done. */
    public Obligations met() {
        return with(Obligation.Status.MET);
    }

    /** Those that were not done in time: done too late, or not at all. */
    public Obligations late() {
        return with(Obligation.Status.LATE);
    }

    /** Those that should have been done and are not, lapsed ones too. */
    public Obligations overdue() {
        return filter(Obligation::isOverdue);
    }

    /** Those that apply. */
    public Obligations applicable() {
        return filter(duty -> duty.status() != Obligation.Status.NOT_APPLICABLE);
    }

    /** Those of a party. */
    public Obligations of(CareParty party) {
        return filter(duty -> duty.isOf(party));
    }

    /** Those of a unit. */
    public Obligations of(HsaId unit) {
        return filter(duty -> duty.isOf(unit));
    }

    /** Those of a rule, for example {@code R10}. */
    public Obligations rule(String rule) {
        return filter(duty -> duty.rule().equals(rule));
    }

    /** The open one that is due first; empty when none has a limit. */
    public Optional<Obligation> nextDue() {
        return open().all.stream()
                .filter(duty -> duty.dueAt().isPresent())
                .min(Comparator.comparing(duty -> duty.dueAt().orElseThrow()));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many. */
    public int size() {
        return all.size();
    }

    @Override
    public Iterator<Obligation> iterator() {
        return all.iterator();
    }

    private Obligations with(Obligation.Status status) {
        return filter(duty -> duty.status() == status);
    }

    private Obligations filter(Predicate<Obligation> wanted) {
        return new Obligations(all.stream().filter(wanted).toList());
    }
}
