package se.ehealthsdk.discharge.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LocalRule;

/**
 * One duty in a case. Holds no personal data.
 *
 * @param rule the rule, for example {@code R1}; {@link Obligations} lists them
 * @param owners the parties that owe it; several owe it together
 * @param units their units in the case; empty when none is known yet
 * @param owes the kind of event that shows it is done ({@link se.ehealthsdk.discharge.event.Content#kind()})
 * @param about the message that the duty comes from, or is about; empty when it comes from none
 * @param since when it arose; empty when it has not
 * @param status where it stands
 * @param dueAt the last moment that is in time; empty when there is no limit, or it is not known yet
 * @param dueDay the same when the limit is a day and not a moment: Swedish date
 * @param metAt when it was done; empty while it is not
 * @param lapsed whether it was not done in time and nobody can do it any more, since the case ended or the patient left
 * @param binding false for what is only good to do
 * @param limit how long its owner has, as hours or days; empty when there is no limit
 * @param reference where it comes from
 * @param reason why it does not apply; empty when it does
 * @param local the region's own rule, when it is one
 */
public record Obligation(
        String rule,
        List<CareParty> owners,
        List<Participant> units,
        String owes,
        Optional<MessageId> about,
        Optional<Instant> since,
        Status status,
        Optional<Instant> dueAt,
        Optional<LocalDate> dueDay,
        Optional<Instant> metAt,
        boolean lapsed,
        boolean binding,
        Optional<TemporalAmount> limit,
        LegalReference reference,
        Optional<Reason> reason,
        Optional<LocalRule> local) {

    public Obligation {
        owners = List.copyOf(owners);
        units = List.copyOf(units);
    }

    /** Where a duty stands. */
    public enum Status {
        /** Done, in time where there is a limit. */
        MET,
        /** Not in time: done too late, or still not done, which {@link #isOverdue()} tells. */
        LATE,
        /** Not done, and still in time. */
        OPEN,
        /** Nobody has to do it, or not yet: {@link #reason()} tells why. */
        NOT_APPLICABLE
    }

    /** Why a duty does not apply. */
    public enum Reason {
        /** Nobody has judged that care is needed after discharge. */
        NO_NEED_JUDGED,
        /** What it would come from has not happened. */
        NOT_YET,
        /** The party takes no part in the case. */
        PARTY_NOT_CONCERNED,
        /** The patient is not ready, or the ready notice was taken back. */
        NOT_READY,
        /** It has been judged that no SIP is needed. */
        NO_SIP_NEEDED,
        /** The coordinated care plan after compulsory care stands in its place (4 kap. 1 §). */
        REPLACED_BY_CARE_PLAN,
        /** The patient does not pass to open compulsory care. */
        NO_COMPULSORY_CARE,
        /** The patient has refused, or taken a consent back. */
        CONSENT_REFUSED,
        /** It needs a consent that is not there. */
        CONSENT_MISSING,
        /** The recipient said that it is not the right one. */
        DECLINED,
        /** The region's track has no such step. */
        NOT_ON_TRACK,
        /** It is no duty in a single case. */
        NOT_IN_A_CASE,
        /** The patient has left. */
        DISCHARGED,
        /** The process was broken off. */
        INTERRUPTED,
        /** The patient has died. */
        DEATH,
        /** The case is closed. */
        CLOSED
    }

    /** Whether it should have been done by now, and is not. */
    public boolean isOverdue() {
        return status == Status.LATE && metAt.isEmpty();
    }

    /** Whether it was done, but too late. */
    public boolean isDoneLate() {
        return status == Status.LATE && metAt.isPresent();
    }

    /** Whether someone still has to do it. */
    public boolean isOwed() {
        return status == Status.OPEN || isOverdue() && !lapsed;
    }

    /** Whether a party owes it, alone or with others. */
    public boolean isOf(CareParty party) {
        return owners.contains(party);
    }

    /** Whether a unit owes it. */
    public boolean isOf(HsaId unit) {
        return units.stream().anyMatch(participant -> participant.unit().equals(unit));
    }

    /**
     * One sentence for a nurse: who owes what, and how it stands. Times are Swedish.
     *
     * @param language Swedish, or English for all others
     */
    public String explanation(Locale language) {
        return Wording.in(language).of(this);
    }

    /** What is owed, without how it stands. */
    public String duty(Locale language) {
        return Wording.in(language).duty(this);
    }

    /** Rule, owners and status. */
    @Override
    public String toString() {
        return "Obligation[" + rule + " " + owners + " " + (isOverdue() ? "OVERDUE" : status) + "]";
    }
}
