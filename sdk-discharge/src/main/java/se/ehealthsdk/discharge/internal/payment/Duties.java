package se.ehealthsdk.discharge.internal.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.internal.payment.CaseFacts.Readiness;
import se.ehealthsdk.discharge.policy.ConsentTerms;
import se.ehealthsdk.discharge.policy.Policy;

/** The two duties with a time limit that payment liability depends on: when they were due and when they were done. */
public final class Duties {

    private final CaseFacts facts;
    private final Policy policy;

    /**
     * @param facts of the case
     * @param policy the rules
     */
    public Duties(CaseFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    /** How a duty was done. */
    public enum Done {
        IN_TIME,
        LATE,
        MISSING,
        NOT_DUE
    }

    /** The last moment for the admission notice; empty when no admission is known. */
    public Optional<Instant> admissionNoticeDue() {
        return facts.admission()
                .map(
                        admission ->
                                policy.deadlines()
                                        .admissionNoticeDue(admission)
                                        // a notice was sent, so a need was seen, if nobody said
                                        // when
                                        .orElseGet(
                                                () ->
                                                        admission
                                                                .admittedAt()
                                                                .plus(
                                                                        policy.deadlines()
                                                                                .admissionNotice())));
    }

    /** The last day for the call to SIP after a ready notice. */
    public LocalDate sipCallDue(Message notice) {
        return policy.deadlines().sipCallDue(notice.legalTime(), CaseFacts.givenToOpenCare(notice));
    }

    /** The first call to SIP by somebody who may call, before a moment. */
    public Optional<Message> sipCall(@Nullable Instant before) {
        for (Message call : facts.sipCalls()) {
            if (call.event().times().sent().isPresent()
                    && policy.roles().senders("sipCall").contains(call.event().sender().party())
                    && (before == null || call.legalTime().isBefore(before))) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /** Whether the coordinated plan of compulsory care stands in place of the SIP. */
    public boolean sipIsReplaced(Readiness period) {
        return (period.compulsory() || facts.compulsoryCarePlan())
                && policy.compulsoryCare().planReplacesSip();
    }

    /**
     * Whether the patient had said no to a SIP by the end of the last day for the call, and the rules ask. A no that came later
     * does not undo that the call was owed, and a yes that came later not that it was not.
     */
    public boolean sipIsRefused(LocalDate callDue) {
        return policy.consent().sip() != ConsentTerms.Need.NONE
                && facts.sipRefused(SwedishDay.start(callDue.plusDays(1)));
    }

    /** Whether a SIP is needed; when nobody has judged it, one is not where one principal's care alone is expected. */
    public Optional<Boolean> sipIsNeeded() {
        return facts.sipNeeded().or(() -> facts.bothPrincipalsExpected().filter(both -> !both));
    }

    /** The admission notice (R1): the first that reached the municipality. */
    public Done admissionNoticeDone() {
        Optional<Instant> due = admissionNoticeDue();
        if (due.isEmpty()) {
            return Done.NOT_DUE;
        }
        for (Message notice : facts.admissionNotices()) {
            if (CaseFacts.reaches(notice, facts.residence().liable())) {
                return notice.legalTime().isAfter(due.get()) ? Done.LATE : Done.IN_TIME;
            }
        }
        return Done.MISSING;
    }

    /**
     * The call to SIP (R10), after the last ready notice.
     *
     * @param asOf not due while the last day has not passed
     */
    public Done sipCallDone(LocalDate asOf) {
        List<Readiness> periods = facts.readiness(facts.residence().liable());
        if (periods.isEmpty()) {
            return Done.NOT_DUE;
        }
        Readiness last = periods.get(periods.size() - 1);
        // as of liability: that it is not needed, when judged, outweighs a call
        boolean needed =
                facts.sipNeeded().orElse(sipIsNeeded().orElse(true) || !facts.sipCalls().isEmpty());
        LocalDate due = sipCallDue(last.reached().orElse(last.first()));
        if (sipIsReplaced(last) || sipIsRefused(due) || !needed || last.withdrawal().isPresent()) {
            return Done.NOT_DUE;
        }
        Optional<Message> call = sipCall(null);
        if (call.isEmpty()) {
            return asOf.isAfter(due) ? Done.MISSING : Done.NOT_DUE;
        }
        return SwedishDay.of(call.get().legalTime()).isAfter(due) ? Done.LATE : Done.IN_TIME;
    }
}
