package se.ehealthsdk.discharge.internal.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipNeed;

/** What holds in a case, read in one pass over its messages: assessing a million of them has to be cheap. */
public final class CaseFacts {

    private static final Comparator<Message> BY_TIME = Comparator.comparing(Message::legalTime);

    private final List<Message> admissionNotices = new ArrayList<>(2);
    private final List<Message> readiness = new ArrayList<>(2);
    private final List<Message> sipCalls = new ArrayList<>(1);
    private final List<Message> availability = new ArrayList<>(1);
    private final List<Message> sipConsents = new ArrayList<>(0);
    private final List<Message> leave = new ArrayList<>(0);
    private @Nullable Message recordedAdmission;
    private @Nullable Message sipNeed;
    private @Nullable Message discharge;
    private @Nullable Message interruption;
    private @Nullable Message closed;
    private @Nullable Message established;
    private boolean openCareTakesPart;
    private boolean compulsoryCarePlan;

    private CaseFacts() {}

    /** Reads a case. */
    public static CaseFacts of(DischargeCase discharge) {
        CaseFacts facts = new CaseFacts();
        for (Message message : discharge.messages()) {
            if (message.holds()) {
                facts.take(message);
            }
        }
        facts.admissionNotices.sort(BY_TIME);
        facts.readiness.sort(BY_TIME);
        facts.sipCalls.sort(BY_TIME);
        facts.availability.sort(BY_TIME);
        facts.sipConsents.sort(BY_TIME);
        facts.leave.sort(Comparator.comparing(message -> message.event().times().happened()));
        return facts;
    }

    private void take(Message message) {
        openCareTakesPart |= isOpenCare(message.event().sender());
        for (Participant recipient : message.event().recipients()) {
            openCareTakesPart |= isOpenCare(recipient);
        }
        Content content = message.content();
        if (content instanceof AdmissionNotice) {
            admissionNotices.add(message);
        } else if (content instanceof Admission) {
            recordedAdmission = later(recordedAdmission, message);
        } else if (content instanceof ReadyNotice || content instanceof ReadyWithdrawn) {
            readiness.add(message);
        } else if (content instanceof SipCall) {
            sipCalls.add(message);
        } else if (content instanceof CompulsoryCarePlan) {
            compulsoryCarePlan = true;
        } else if (content instanceof SipNeed) {
            sipNeed = later(sipNeed, message);
        } else if (content instanceof Consent consent) {
            if (consent.scope() == Consent.Scope.SIP) {
                sipConsents.add(message);
            }
        } else if (content instanceof Availability) {
            if (isOpenCare(message.event().sender())) {
                availability.add(message);
            }
        } else if (content instanceof LeaveStarted || content instanceof LeaveEnded) {
            leave.add(message);
        } else if (content instanceof DischargeNotice) {
            discharge = later(discharge, message);
        } else if (content instanceof Interruption) {
            interruption = later(interruption, message);
        } else if (content instanceof Closed) {
            closed = later(closed, message);
        } else if (content instanceof ResidenceEstablished) {
            established = later(established, message);
        }
    }

    private static boolean isOpenCare(Participant participant) {
        return participant.party() == CareParty.OPEN_CARE;
    }

    private static Message later(@Nullable Message one, Message other) {
        return one != null && one.legalTime().isAfter(other.legalTime()) ? one : other;
    }

    /** Admission notices, oldest first. */
    public List<Message> admissionNotices() {
        return admissionNotices;
    }

    /** Calls to SIP, oldest first. */
    public List<Message> sipCalls() {
        return sipCalls;
    }

    /** The admission, by the latest notice, else as it was recorded. */
    public Optional<Admission> admission() {
        if (!admissionNotices.isEmpty()
                && admissionNotices.get(admissionNotices.size() - 1).content()
                        instanceof AdmissionNotice notice) {
            return Optional.of(notice.admission());
        }
        return recordedAdmission != null
                        && recordedAdmission.content() instanceof Admission admission
                ? Optional.of(admission)
                : Optional.empty();
    }

    /** Where the patient is registered or placed, by what was said last. */
    public Residence residence() {
        if (established != null
                && established.content() instanceof ResidenceEstablished residence) {
            return residence.residence();
        }
        return !admissionNotices.isEmpty()
                        && admissionNotices.get(admissionNotices.size() - 1).content()
                                instanceof AdmissionNotice notice
                ? notice.patient().residence()
                : Residence.UNKNOWN;
    }

    /** The form of care, which an open compulsory care decision also tells. */
    public CareForm careForm() {
        for (Message message : readiness) {
            if (message.content() instanceof ReadyNotice notice
                    && notice.basis() != ReadyNotice.Basis.PHYSICIAN) {
                return CareForm.PSYCHIATRIC;
            }
        }
        return admission().map(Admission::careForm).orElse(CareForm.SOMATIC);
    }

    /** Whether a SIP is needed; empty when nobody has judged it. */
    public Optional<Boolean> sipNeeded() {
        return sipNeed != null && sipNeed.content() instanceof SipNeed need
                ? Optional.of(need.needed())
                : Optional.empty();
    }

    /** Whether the patient had said no to a SIP before a moment; it cannot be drawn up without consent (4 kap. 2 §). */
    public boolean sipRefused(Instant before) {
        boolean refused = false;
        for (Message message : sipConsents) {
            if (message.legalTime().isBefore(before)
                    && message.content() instanceof Consent consent) {
                refused = consent.decision() != Consent.Decision.GIVEN;
            }
        }
        return refused;
    }

    /** Whether a coordinated care plan after compulsory care is being made. */
    public boolean compulsoryCarePlan() {
        return compulsoryCarePlan;
    }

    /** Whether open care takes part, or was expected to. */
    public boolean openCareConcerned() {
        return openCareTakesPart
                || admission()
                        .filter(
                                admission ->
                                        admission.expectedNeeds().contains(CareParty.OPEN_CARE))
                        .isPresent();
    }

    /** When a message was first in a system of open care; empty when that is not known. */
    public static Optional<Instant> givenToOpenCare(Message message) {
        Instant earliest = null;
        for (Participant recipient : message.event().recipients()) {
            Instant delivered =
                    isOpenCare(recipient) ? message.deliveredAt().get(recipient.unit()) : null;
            if (delivered != null && (earliest == null || delivered.isBefore(earliest))) {
                earliest = delivered;
            }
        }
        return Optional.ofNullable(earliest);
    }

    /** Whether care from both region and municipality is expected, which a SIP is for; empty when nobody has said. */
    public Optional<Boolean> bothPrincipalsExpected() {
        Set<CareParty> needs = admission().map(Admission::expectedNeeds).orElse(Set.of());
        return needs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        needs.contains(CareParty.OPEN_CARE)
                                && needs.stream().anyMatch(CareParty::isMunicipal));
    }

    /** The whole days, the last begun one counted, by which something was late. */
    public static long begunDaysLate(Instant due, Instant done) {
        if (!done.isAfter(due)) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(due, done);
        return due.plus(days, ChronoUnit.DAYS).isBefore(done) ? days + 1 : days;
    }

    /** Whether a message was sent to a unit of the municipality that has not turned it down as not its own. */
    public static boolean reaches(Message message, Optional<MunicipalityCode> municipality) {
        if (message.event().times().sent().isEmpty()) {
            return false;
        }
        for (Participant recipient : message.event().recipients()) {
            if (recipient.party().isMunicipal()
                    && (municipality.isEmpty()
                            || recipient.municipality().isEmpty()
                            || recipient.municipality().equals(municipality))
                    && !turnedDown(message, recipient.unit())) {
                return true;
            }
        }
        return false;
    }

    private static boolean turnedDown(Message message, HsaId unit) {
        DeclineReason reason = message.declined().get(unit);
        // who does not know the patient is the right municipality all the same
        return reason != null && !reason.equals(DeclineReason.NOT_KNOWN);
    }

    /** Each time of readiness, oldest first, by the notices that reached the municipality. */
    public List<Readiness> readiness(Optional<MunicipalityCode> municipality) {
        List<Readiness> periods = new ArrayList<>(1);
        Message first = null;
        Message reached = null;
        for (Message message : readiness) {
            if (message.content() instanceof ReadyNotice) {
                first = first == null ? message : first;
                // a notice that is sent again while it stands does not start the count anew
                reached = reached == null && reaches(message, municipality) ? message : reached;
            } else if (first != null) {
                periods.add(
                        new Readiness(first, Optional.ofNullable(reached), Optional.of(message)));
                first = null;
                reached = null;
            }
        }
        if (first != null) {
            periods.add(new Readiness(first, Optional.ofNullable(reached), Optional.empty()));
        }
        return periods;
    }

    /** How many times a ready notice was taken back. */
    public int withdrawals() {
        int count = 0;
        for (Message message : readiness) {
            count += message.content() instanceof ReadyWithdrawn ? 1 : 0;
        }
        return count;
    }

    /**
     * A time of readiness.
     *
     * @param first its first notice
     * @param reached the first notice that was sent to the municipality's units
     * @param withdrawal what ended it
     */
    public record Readiness(
            Message first, Optional<Message> reached, Optional<Message> withdrawal) {

        /** Whether the notice is of a decision on open compulsory or forensic care. */
        public boolean compulsory() {
            return reached.orElse(first).content() instanceof ReadyNotice notice
                    && notice.basis() != ReadyNotice.Basis.PHYSICIAN;
        }
    }

    /** What ended the stay, or the process; empty while neither has ended. */
    public Optional<End> end() {
        Optional<End> end = Optional.empty();
        if (discharge != null && discharge.content() instanceof DischargeNotice notice) {
            end = Optional.of(new End(notice.dischargedAt(), End.Kind.DISCHARGED));
        }
        if (interruption != null && interruption.content() instanceof Interruption broken) {
            End.Kind kind =
                    switch (broken.reason()) {
                        case DEATH -> End.Kind.DIED;
                        case TRANSFERRED -> End.Kind.TRANSFERRED;
                        case DISCONTINUED, DECLINED, NO_NEED -> End.Kind.BROKEN_OFF;
                    };
            end = earlier(end, new End(interruption.event().times().happened(), kind));
        }
        if (closed != null) {
            end = earlier(end, new End(closed.event().times().happened(), End.Kind.CLOSED));
        }
        return end;
    }

    private static Optional<End> earlier(Optional<End> one, End other) {
        return one.isPresent() && !other.at().isBefore(one.get().at()) ? one : Optional.of(other);
    }

    /**
     * What ended the stay, or the process.
     *
     * @param at when
     * @param kind how
     */
    public record End(Instant at, Kind kind) {
        /** How it ended. */
        public enum Kind {
            DISCHARGED,
            DIED,
            TRANSFERRED,
            BROKEN_OFF,
            CLOSED
        }

        /** The Swedish date. */
        public LocalDate day() {
            return SwedishDay.of(at);
        }
    }

    /** When the patient left; empty while admitted. */
    public Optional<Instant> dischargedAt() {
        return discharge != null && discharge.content() instanceof DischargeNotice notice
                ? Optional.of(notice.dischargedAt())
                : Optional.empty();
    }

    /** Whether the patient was on leave the whole of a day. */
    public boolean onLeaveAll(LocalDate day) {
        if (leave.isEmpty()) {
            return false;
        }
        Instant start = SwedishDay.start(day);
        Instant end = SwedishDay.start(day.plusDays(1));
        boolean away = false;
        for (Message message : leave) {
            Instant at = message.event().times().happened();
            if (!at.isAfter(start)) {
                away = message.content() instanceof LeaveStarted;
            } else if (at.isBefore(end)) {
                return false;
            }
        }
        return away;
    }

    /** What open care has said of its measures, unit by unit, as it held over time. */
    public OpenCare openCare() {
        return OpenCare.of(availability);
    }
}
