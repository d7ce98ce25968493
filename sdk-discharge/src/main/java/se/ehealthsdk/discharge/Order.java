package se.ehealthsdk.discharge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.UnknownContent;

/**
 * In which phase what can come: for each kind what has to be there before it, and what it cannot come after. Kinds that the
 * table does not name can come at any time, also when the case is over: receipts, corrections, voidings, which municipality it
 * is, and what a newer version knows.
 */
final class Order {

    private static final Map<Class<? extends Content>, Window> WINDOWS =
            Map.ofEntries(
                    Map.entry(Admission.class, new Window(Needs.NOTHING, Until.DISCHARGE)),
                    Map.entry(AdmissionNotice.class, new Window(Needs.NOTHING, Until.DISCHARGE)),
                    Map.entry(EstimateChanged.class, new Window(Needs.NOTICE, Until.DISCHARGE)),
                    Map.entry(FastVardkontaktAppointed.class, new Window(Needs.NOTICE, Until.END)),
                    Map.entry(Planning.class, new Window(Needs.NOTICE, Until.END)),
                    Map.entry(Availability.class, new Window(Needs.NOTICE, Until.END)),
                    Map.entry(Consent.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(HomeReadyChecklist.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(CompulsoryCarePlan.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(PlanApproved.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(ReadyNotice.class, new Window(Needs.NOT_READY, Until.DISCHARGE)),
                    Map.entry(ReadyWithdrawn.class, new Window(Needs.READY, Until.DISCHARGE)),
                    Map.entry(LeaveStarted.class, new Window(Needs.NO_LEAVE, Until.DISCHARGE)),
                    Map.entry(LeaveEnded.class, new Window(Needs.LEAVE, Until.DISCHARGE)),
                    Map.entry(DischargeNotice.class, new Window(Needs.NOTICE, Until.DISCHARGE)),
                    Map.entry(DischargeInformation.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(PatientInformed.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(SipNeed.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(SipCall.class, new Window(Needs.NOTICE, Until.END)),
                    Map.entry(SipMade.class, new Window(Needs.NOTICE, Until.END)),
                    Map.entry(SipFollowedUp.class, new Window(Needs.SIP, Until.END)),
                    Map.entry(Interruption.class, new Window(Needs.NOTHING, Until.END)),
                    Map.entry(Closed.class, new Window(Needs.DISCHARGE, Until.END)));

    private Order() {}

    static @Nullable Refusal refusal(CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        if (soFar.events().isEmpty()) {
            return canBeFirst(event) ? null : outOfOrder("not_first");
        }
        Content content = event.content();
        @Nullable Window window = WINDOWS.get(content.getClass());
        if (window == null) {
            return null;
        }
        for (Class<? extends Content> limit : window.until().limits) {
            Optional<Message> over = soFar.latest(limit);
            if (over.isPresent() && (limit.isInstance(content) || !crossed(event, over.get()))) {
                return outOfOrder(window.until().reason);
            }
        }
        // What is entered afterwards is entered in any order; only its own time counts.
        boolean fits =
                event.isTranscribed()
                        ? !(content instanceof ReadyNotice)
                                || !wasReady(soFar, event.times().legal())
                        : window.needs().met.test(soFar);
        if (!fits) {
            return outOfOrder(window.needs().reason);
        }
        return content instanceof DischargeNotice
                        && !event.isTranscribed()
                        && !inPlace(soFar).containsAll(acceptance.beforeDischarge())
                ? outOfOrder("checklist")
                : null;
    }

    private static boolean canBeFirst(CaseEvent event) {
        Content content = event.content();
        return content instanceof Admission
                || content instanceof AdmissionNotice
                || content instanceof UnknownContent
                || event.isTranscribed();
    }

    /**
     * Whether the event was sent before another that was taken first: it was entered afterwards, or they crossed on their way
     * between two units. Of one unit the order is known.
     */
    private static boolean crossed(CaseEvent event, Message first) {
        return event.times().legal().isBefore(first.legalTime())
                && (event.isTranscribed()
                        || !event.sender().unit().equals(first.event().sender().unit()));
    }

    private static Set<HomeReadyItem> inPlace(DischargeCase soFar) {
        return soFar.current(HomeReadyChecklist.class)
                .map(HomeReadyChecklist::done)
                .orElse(Set.of());
    }

    private static boolean wasReady(DischargeCase soFar, Instant moment) {
        return soFar.readyPeriods().stream()
                .anyMatch(
                        period ->
                                !period.notice().legalTime().isAfter(moment)
                                        && period.withdrawal()
                                                .filter(end -> !end.legalTime().isAfter(moment))
                                                .isEmpty());
    }

    private static Refusal outOfOrder(String reason) {
        return new Refusal(Refusal.Rule.OUT_OF_ORDER, reason);
    }

    private record Window(Needs needs, Until until) {}

    /** What has to be there. */
    private enum Needs {
        NOTHING("", soFar -> true),
        NOTICE("notice_first", Needs::isNotified),
        READY("not_ready", soFar -> soFar.standingReadyNotice().isPresent()),
        NOT_READY(
                "ready_already",
                soFar -> isNotified(soFar) && soFar.standingReadyNotice().isEmpty()),
        LEAVE("not_on_leave", DischargeCase::onLeave),
        NO_LEAVE("on_leave", soFar -> !soFar.onLeave()),
        SIP("no_plan", soFar -> !soFar.holding(SipMade.class).isEmpty()),
        DISCHARGE("not_discharged", soFar -> !soFar.holding(DischargeNotice.class).isEmpty());

        private final String reason;
        private final Predicate<DischargeCase> met;

        Needs(String reason, Predicate<DischargeCase> met) {
            this.reason = reason;
            this.met = met;
        }

        private static boolean isNotified(DischargeCase soFar) {
            return !soFar.holding(AdmissionNotice.class).isEmpty();
        }
    }

    /** What it cannot come after. */
    private enum Until {
        DISCHARGE("discharged", DischargeNotice.class, Interruption.class, Closed.class),
        END("over", Interruption.class, Closed.class);

        private final String reason;
        private final List<Class<? extends Content>> limits;

        @SafeVarargs
        Until(String reason, Class<? extends Content>... limits) {
            this.reason = reason;
            this.limits = List.of(limits);
        }
    }
}
