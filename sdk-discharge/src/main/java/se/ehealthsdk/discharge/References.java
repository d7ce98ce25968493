package se.ehealthsdk.discharge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.Voiding;

/** What an event that is about another event has to fit: receipts, corrections, voidings, approvals. */
final class References {

    /** What rests on a kind: it has to be voided first. */
    private static final Map<Class<? extends Content>, Set<Class<? extends Content>>> RESTS_ON =
            Map.of(
                    Admission.class, Set.of(AdmissionNotice.class),
                    AdmissionNotice.class, Set.of(ReadyNotice.class, DischargeNotice.class),
                    ReadyNotice.class, Set.of(ReadyWithdrawn.class),
                    LeaveStarted.class, Set.of(LeaveEnded.class),
                    DischargeNotice.class, Set.of(Closed.class),
                    SipMade.class, Set.of(SipFollowedUp.class));

    private References() {}

    static @Nullable Refusal refusal(CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        Content content = event.content();
        Optional<MessageId> about = content.about();
        if (about.isEmpty()) {
            return null;
        }
        Optional<Message> of = soFar.message(about.get());
        if (of.isEmpty()) {
            return noSuch("no_message");
        }
        if (content instanceof Correction correction) {
            return ofCorrection(event, correction, root(of.get(), soFar));
        }
        if (content instanceof Voiding) {
            return ofVoiding(event, of.get(), soFar);
        }
        return content instanceof PlanApproved ? ofApproval(of.get()) : ofAnswer(event, of.get());
    }

    /**
     * What a correction corrects in the end: correcting a correction corrects what was said first. A log from elsewhere can hold
     * corrections of one another, so the search is bounded.
     */
    static Message root(Message of, DischargeCase soFar) {
        Message root = of;
        for (int steps = soFar.messages().size();
                steps > 0 && root.content() instanceof Correction correction;
                steps--) {
            root = soFar.message(correction.of()).orElse(root);
        }
        return root;
    }

    private static @Nullable Refusal ofAnswer(CaseEvent event, Message of) {
        return of.isAddressedTo(event.sender().unit())
                ? null
                : new Refusal(Refusal.Rule.NO_RIGHT, "not_addressed");
    }

    private static @Nullable Refusal ofApproval(Message of) {
        boolean plan =
                of.content() instanceof SipMade || of.content() instanceof CompulsoryCarePlan;
        return plan && of.holds() ? null : noSuch("no_plan_holds");
    }

    private static @Nullable Refusal ofCorrection(
            CaseEvent event, Correction correction, Message of) {
        if (!of.holds()) {
            return noSuch("corrected_is_voided");
        }
        if (!isOwn(event, of)) {
            return notACorrection("corrects_others");
        }
        boolean sameKind =
                !changesOthers(of.content())
                        && of.content().getClass() == correction.replacement().getClass()
                        && of.content().kind().equals(correction.replacement().kind());
        return sameKind ? null : notACorrection("another_kind");
    }

    private static @Nullable Refusal ofVoiding(CaseEvent event, Message of, DischargeCase soFar) {
        if (changesOthers(of.content())) {
            return noSuch("not_voidable");
        }
        if (!of.holds()) {
            return noSuch("voided_already");
        }
        if (!isOwn(event, of)) {
            return new Refusal(Refusal.Rule.NO_RIGHT, "voids_others");
        }
        if (isOvertaken(of, soFar.holding(of.content().getClass()))) {
            return notTheLatest("overtaken");
        }
        for (Class<? extends Content> resting :
                RESTS_ON.getOrDefault(of.content().getClass(), Set.of())) {
            if (restsOn(of, soFar.holding(resting))) {
                return notTheLatest("rested_on");
            }
        }
        return null;
    }

    /** Whether the party has said something of the kind later. Of an answer each party has its own latest one. */
    private static boolean isOvertaken(Message of, List<Message> ofItsKind) {
        for (int i = ofItsKind.size() - 1; i >= 0; i--) {
            Message later = ofItsKind.get(i);
            if (later.event().id().equals(of.event().id())) {
                return false;
            }
            if (later.event().sender().party() == of.event().sender().party()) {
                return true;
            }
        }
        return false;
    }

    private static boolean restsOn(Message of, List<Message> resting) {
        return !resting.isEmpty()
                && !resting.get(resting.size() - 1).legalTime().isBefore(of.legalTime());
    }

    private static boolean changesOthers(Content content) {
        return content instanceof Correction || content instanceof Voiding;
    }

    private static boolean isOwn(CaseEvent event, Message of) {
        HsaId unit = of.event().sender().unit();
        return unit.equals(event.sender().unit());
    }

    private static Refusal noSuch(String reason) {
        return new Refusal(Refusal.Rule.NO_SUCH_EVENT, reason);
    }

    private static Refusal notTheLatest(String reason) {
        return new Refusal(Refusal.Rule.NOT_THE_LATEST, reason);
    }

    private static Refusal notACorrection(String reason) {
        return new Refusal(Refusal.Rule.NOT_A_CORRECTION, reason);
    }
}
