package se.ehealthsdk.discharge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;

/**
 * Times that cannot be. Moments that two systems' clocks tell, or that one system keeps with and without seconds, are compared
 * with the clock skew that the caller allows.
 */
final class Times {

    private final CaseEvent event;
    private final DischargeCase soFar;
    private final Duration skew;

    private Times(CaseEvent event, DischargeCase soFar, Duration skew) {
        this.event = event;
        this.soFar = soFar;
        this.skew = skew;
    }

    static @Nullable Refusal fromTheFuture(
            CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        Times times = new Times(event, soFar, acceptance.clockSkew());
        Instant now = acceptance.now();
        boolean future =
                times.isBefore(now, event.times().happened())
                        || times.isBefore(now, event.times().recorded())
                        || event.times().sent().filter(t -> times.isBefore(now, t)).isPresent()
                        || times.toldMoments().stream().anyMatch(t -> times.isBefore(now, t));
        return future ? new Refusal(Refusal.Rule.FROM_THE_FUTURE, "from_the_future") : null;
    }

    static @Nullable Refusal contradiction(
            CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        Times times = new Times(event, soFar, acceptance.clockSkew());
        @Nullable String found = times.ofTheEvent();
        if (found == null) {
            found = times.ofWhatItIsAbout();
        }
        if (found == null) {
            found = times.ofWhatIsSaid();
        }
        return found == null ? null : new Refusal(Refusal.Rule.TIMES_CONTRADICT, found);
    }

    /** Moments in what is said that have been when it is said. */
    private List<Instant> toldMoments() {
        Content said = said();
        if (said instanceof AdmissionNotice notice) {
            return momentsOf(notice.admission());
        }
        if (said instanceof Admission admission) {
            return momentsOf(admission);
        }
        return said instanceof ReadyNotice notice ? List.of(notice.judgedAt()) : List.of();
    }

    private static List<Instant> momentsOf(Admission admission) {
        return admission
                .needJudgedAt()
                .map(need -> List.of(admission.admittedAt(), need))
                .orElseGet(() -> List.of(admission.admittedAt()));
    }

    private @Nullable String ofTheEvent() {
        EventTimes times = event.times();
        Instant sent = times.legal();
        // Leaving and leave can be told ahead.
        boolean ahead =
                event.content() instanceof DischargeNotice
                        || event.content() instanceof LeaveStarted
                        || event.content() instanceof LeaveEnded;
        if (!ahead && isBefore(sent, times.happened())) {
            return "sent_before_happened";
        }
        if (!ahead && isBefore(times.recorded(), times.happened())) {
            return "recorded_before_happened";
        }
        if (event.isTranscribed()) {
            return isBefore(times.recorded(), sent) ? "entered_before_sent" : null;
        }
        return times.sent().isPresent() && isBefore(sent, times.recorded())
                ? "recorded_after_sent"
                : null;
    }

    private @Nullable String ofWhatItIsAbout() {
        Optional<MessageId> about = event.content().about();
        return about.flatMap(soFar::message)
                        .filter(of -> isBefore(event.times().happened(), of.legalTime()))
                        .isPresent()
                ? "before_what_it_is_about"
                : null;
    }

    private @Nullable String ofWhatIsSaid() {
        Content said = said();
        Instant legal = legal();
        @Nullable String own = ofWhatIsSaid(said, legal);
        if (own != null) {
            return own;
        }
        if (said instanceof Admission
                || said instanceof AdmissionNotice
                || said instanceof ReadyNotice
                || said instanceof DischargeNotice) {
            return ofTheStay(said);
        }
        return event.isTranscribed() ? null : ofWhatWentBefore(said, legal);
    }

    private @Nullable String ofWhatIsSaid(Content said, Instant legal) {
        if (said instanceof AdmissionNotice notice
                && isBefore(legal, notice.admission().admittedAt())) {
            return "notice_before_admission";
        }
        if (said instanceof ReadyNotice notice && isBefore(legal, notice.judgedAt())) {
            return "notice_before_judged_ready";
        }
        if (said instanceof LeaveStarted leave
                && leave.expectedBack().filter(back -> isBefore(back, legal)).isPresent()) {
            return "back_before_leave";
        }
        if (said instanceof SipCall call
                && call.meetingAt().filter(meeting -> isBefore(meeting, legal)).isPresent()) {
            return "meeting_before_call";
        }
        if (said instanceof Closed
                && soFar.dischargedAt().filter(left -> isBefore(legal, left)).isPresent()) {
            return "closed_before_leaving";
        }
        return null;
    }

    /** Admission, readiness and leaving, with what is said now in its place among them. */
    private @Nullable String ofTheStay(Content said) {
        Optional<Instant> admitted =
                said instanceof AdmissionNotice notice
                        ? Optional.of(notice.admission().admittedAt())
                        : said instanceof Admission admission
                                ? Optional.of(admission.admittedAt())
                                : soFar.admission().map(Admission::admittedAt);
        Optional<Instant> judged =
                said instanceof ReadyNotice notice
                        ? Optional.of(notice.judgedAt())
                        : soFar.current(ReadyNotice.class).map(ReadyNotice::judgedAt);
        Optional<Instant> left =
                said instanceof DischargeNotice notice
                        ? Optional.of(notice.dischargedAt())
                        : soFar.dischargedAt();
        if (admitted.isEmpty()) {
            return null;
        }
        if (judged.filter(time -> isBefore(time, admitted.get())).isPresent()) {
            return "ready_before_admission";
        }
        return left.filter(time -> isBefore(time, admitted.get())).isPresent()
                ? "left_before_admission"
                : null;
    }

    /** What is entered afterwards can come before what it answers has been entered. */
    private @Nullable String ofWhatWentBefore(Content said, Instant legal) {
        if (said instanceof ReadyWithdrawn
                && soFar.standingReadyNotice()
                        .filter(notice -> legal.isBefore(notice.legalTime()))
                        .isPresent()) {
            return "withdrawn_before_sent";
        }
        if (said instanceof LeaveEnded
                && soFar.latest(LeaveStarted.class)
                        .filter(start -> legal.isBefore(start.legalTime()))
                        .isPresent()) {
            return "leave_ended_before_begun";
        }
        if (said instanceof SipFollowedUp
                && soFar.first(SipMade.class)
                        .filter(made -> isBefore(legal, made.legalTime()))
                        .isPresent()) {
            return "followed_up_before_made";
        }
        return null;
    }

    /** What is said, by a correction too. */
    private Content said() {
        return event.content() instanceof Correction correction
                ? correction.replacement()
                : event.content();
    }

    /** A correction does not change when the first was sent. */
    private Instant legal() {
        return event.content() instanceof Correction correction
                ? soFar.message(correction.of())
                        .map(of -> References.root(of, soFar).legalTime())
                        .orElse(event.times().legal())
                : event.times().legal();
    }

    private boolean isBefore(Instant one, Instant other) {
        return one.plus(skew).isBefore(other);
    }
}
