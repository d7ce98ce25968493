package se.ehealthsdk.discharge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipMade;

/**
 * One patient's way out of one stay in inpatient care: an immutable value, folded from a list of events that only grows. Asks no
 * clock. It is no patient record.
 *
 * <p>Two are equal when their events are.
 */
public final class DischargeCase {

    private static final DischargeCase NOTHING = new DischargeCase(List.of(), Fold.of(List.of()));

    private final List<CaseEvent> events;
    private final List<Message> messages;
    private final List<Fold.OfKind> byKind;
    private final Set<Participant> participants;
    private final List<ReadyPeriod> readyPeriods;
    private final Phase phase;

    private DischargeCase(List<CaseEvent> events, Fold fold) {
        this.events = events;
        this.messages = fold.messages();
        this.byKind = Fold.byKind(messages);
        this.participants = fold.participants();
        this.readyPeriods = periods();
        this.phase = phaseOf();
    }

    private DischargeCase(DischargeCase before, CaseEvent event) {
        Growth growth = Growth.of(before.messages, before.byKind, event);
        this.events = Growth.with(before.events, event);
        this.messages = growth.messages();
        this.byKind = growth.byKind();
        this.participants = Growth.participants(before.participants, event);
        this.readyPeriods =
                growth.changes(ReadyNotice.class) || growth.changes(ReadyWithdrawn.class)
                        ? periods()
                        : before.readyPeriods;
        this.phase = phaseOf();
    }

    /**
     * Opens a case with its first event.
     *
     * @throws EventRefusedException when the event cannot be the first, or is refused otherwise
     */
    public static DischargeCase open(CaseEvent first, Acceptance acceptance) {
        return NOTHING.with(first, acceptance);
    }

    /**
     * The case that a log of events tells of, which were accepted when they came. Holds them against no rules but that they
     * belong together.
     *
     * @param log at least one, in the order in which they were accepted
     * @throws InvalidInputException when the log is empty
     * @throws EventRefusedException when they are of several cases or patients, or one comes twice
     */
    public static DischargeCase of(List<CaseEvent> log) {
        if (log.isEmpty()) {
            throw new InvalidInputException("log", "holds no event", "at least one event");
        }
        List<CaseEvent> events = List.copyOf(log);
        return new DischargeCase(events, Fold.of(events));
    }

    /**
     * The case with one more event.
     *
     * @throws EventRefusedException when a rule refuses the event; this case stays as it is
     */
    public DischargeCase with(CaseEvent event, Acceptance acceptance) {
        @Nullable Refusal refusal = Refusals.of(event, this, acceptance);
        if (refusal != null) {
            throw new EventRefusedException(refusal);
        }
        return new DischargeCase(this, event);
    }

    /** Why the event would be refused; empty when it would be taken. */
    public Optional<Refusal> refusalOf(CaseEvent event, Acceptance acceptance) {
        return Optional.ofNullable(Refusals.of(event, this, acceptance));
    }

    /** The case's own id. */
    public CaseId id() {
        return events.get(0).caseId();
    }

    /** Whom it is about. */
    public PersonId patient() {
        return events.get(0).patient();
    }

    /** All events, in the order in which they were accepted. */
    public List<CaseEvent> events() {
        return events;
    }

    /**
     * All messages, voided ones too, in the order in which they were accepted. Deliveries, receipts and refusals are not among
     * them but in the message that they are about.
     */
    public List<Message> messages() {
        return messages;
    }

    /** A message by the id of its event; empty when the case has none. */
    public Optional<Message> message(MessageId id) {
        for (Message message : messages) {
            if (message.event().id().equals(id)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** What was entered afterwards from paper, in the order in which it was accepted. */
    public List<Message> transcribed() {
        return messages.stream().filter(Message::isTranscribed).toList();
    }

    /** The messages of a kind that hold, oldest first by the time that limits count from. */
    public List<Message> holding(Class<? extends Content> kind) {
        for (Fold.OfKind each : byKind) {
            if (each.kind() == kind) {
                return each.holding();
            }
        }
        return kind == Content.class
                ? messages.stream()
                        .filter(Message::holds)
                        .sorted(Comparator.comparing(Message::legalTime))
                        .toList()
                : List.of();
    }

    /** The first message of a kind that holds. */
    public Optional<Message> first(Class<? extends Content> kind) {
        List<Message> all = holding(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** The latest message of a kind that holds. */
    public Optional<Message> latest(Class<? extends Content> kind) {
        List<Message> all = holding(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The latest content of a kind that holds. */
    public <C extends Content> Optional<C> current(Class<C> kind) {
        return latest(kind).flatMap(message -> message.as(kind));
    }

    /** Where it stands. */
    public Phase phase() {
        return phase;
    }

    private Phase phaseOf() {
        if (has(Interruption.class)) {
            return Phase.INTERRUPTED;
        }
        if (has(Closed.class)) {
            return Phase.CLOSED;
        }
        if (has(DischargeNotice.class)) {
            return has(SipMade.class) ? Phase.SIP_FOLLOW_UP : Phase.DISCHARGED;
        }
        if (!readyPeriods.isEmpty()) {
            return standingReadyNotice().isPresent() ? Phase.READY : Phase.READY_WITHDRAWN;
        }
        if (has(Planning.class)) {
            return Phase.PLANNING;
        }
        return has(AdmissionNotice.class) ? Phase.NOTIFIED : Phase.OPENED;
    }

    private boolean has(Class<? extends Content> kind) {
        return !holding(kind).isEmpty();
    }

    /** The admission: as the latest admission notice tells it, else as it was recorded. */
    public Optional<Admission> admission() {
        return current(AdmissionNotice.class)
                .map(AdmissionNotice::admission)
                .or(() -> current(Admission.class));
    }

    /** The day when the patient is expected to leave, by the latest notice or change; Swedish date. */
    public Optional<LocalDate> estimatedDischarge() {
        Optional<Message> change = latest(EstimateChanged.class);
        Optional<Message> notice = latest(AdmissionNotice.class);
        Optional<LocalDate> told =
                notice.flatMap(message -> message.as(AdmissionNotice.class))
                        .flatMap(AdmissionNotice::estimatedDischarge);
        boolean changedLast =
                change.isPresent()
                        && (told.isEmpty()
                                || notice.isEmpty()
                                || !change.get().legalTime().isBefore(notice.get().legalTime()));
        return changedLast
                ? change.flatMap(message -> message.as(EstimateChanged.class))
                        .map(EstimateChanged::estimatedDischarge)
                : told;
    }

    /** Where the patient is registered or placed, by what was said last. */
    public Residence residence() {
        return current(ResidenceEstablished.class)
                .map(ResidenceEstablished::residence)
                .or(
                        () ->
                                current(AdmissionNotice.class)
                                        .map(notice -> notice.patient().residence()))
                .orElse(Residence.UNKNOWN);
    }

    /**
     * The times of readiness, oldest first: each from a ready notice that holds until it was taken back. A notice that is
     * repeated while another stands begins no new one.
     */
    public List<ReadyPeriod> readyPeriods() {
        return readyPeriods;
    }

    private List<ReadyPeriod> periods() {
        List<Message> notices = holding(ReadyNotice.class);
        List<Message> withdrawals = holding(ReadyWithdrawn.class);
        if (notices.isEmpty()) {
            return List.of();
        }
        if (withdrawals.isEmpty()) {
            return List.of(new ReadyPeriod(notices.get(0), Optional.empty()));
        }
        List<ReadyPeriod> periods = new ArrayList<>(notices.size());
        @Nullable Message standing = null;
        for (Message message : inTime(ReadyNotice.class, ReadyWithdrawn.class)) {
            if (message.content() instanceof ReadyWithdrawn) {
                if (standing != null) {
                    periods.add(new ReadyPeriod(standing, Optional.of(message)));
                    standing = null;
                }
            } else if (standing == null) {
                standing = message;
            }
        }
        if (standing != null) {
            periods.add(new ReadyPeriod(standing, Optional.empty()));
        }
        return List.copyOf(periods);
    }

    /** What holds of two kinds, by legal time; what is of one moment in the order of acceptance. */
    private List<Message> inTime(Class<? extends Content> one, Class<? extends Content> other) {
        return messages.stream()
                .filter(
                        message ->
                                message.holds()
                                        && (one.isInstance(message.content())
                                                || other.isInstance(message.content())))
                .sorted(Comparator.comparing(Message::legalTime))
                .toList();
    }

    /** The ready notice that stands; empty when none was sent or the last was taken back. */
    public Optional<Message> standingReadyNotice() {
        if (readyPeriods.isEmpty()) {
            return Optional.empty();
        }
        ReadyPeriod last = readyPeriods.get(readyPeriods.size() - 1);
        return last.withdrawal().isPresent() ? Optional.empty() : Optional.of(last.notice());
    }

    /** What a party has said last of whether it can receive the patient; empty when it has said nothing. */
    public Optional<Availability> availability(CareParty party) {
        List<Message> answers = holding(Availability.class);
        for (int i = answers.size() - 1; i >= 0; i--) {
            if (answers.get(i).event().sender().party() == party) {
                return answers.get(i).as(Availability.class);
            }
        }
        return Optional.empty();
    }

    /**
     * What holds of the patient's consent at a moment. A consent that is given until a day holds through that Swedish day.
     *
     * @param scope consent to what
     */
    public ConsentState consent(Consent.Scope scope, Instant moment) {
        @Nullable Message last = null;
        for (Message message : holding(Consent.class)) {
            Instant said = message.event().times().happened();
            if (((Consent) message.content()).scope() == scope
                    && !said.isAfter(moment)
                    && (last == null || !said.isBefore(last.event().times().happened()))) {
                last = message;
            }
        }
        return last == null ? ConsentState.NOT_ASKED : stateOf((Consent) last.content(), moment);
    }

    private static ConsentState stateOf(Consent consent, Instant moment) {
        return switch (consent.decision()) {
            case REFUSED -> ConsentState.REFUSED;
            case WITHDRAWN -> ConsentState.WITHDRAWN;
            case GIVEN ->
                    consent.validUntil()
                                    .filter(
                                            last ->
                                                    moment.atZone(SwedishTime.ZONE)
                                                            .toLocalDate()
                                                            .isAfter(last))
                                    .isPresent()
                            ? ConsentState.EXPIRED
                            : ConsentState.GIVEN;
        };
    }

    /**
     * How far the units have come with approving a plan.
     *
     * @param plan the id of the {@link SipMade} or {@link CompulsoryCarePlan}
     * @return empty when the case holds no such plan
     */
    public Optional<PlanApproval> approval(MessageId plan) {
        return message(plan)
                .filter(
                        message ->
                                message.holds()
                                        && (message.content() instanceof SipMade
                                                || message.content() instanceof CompulsoryCarePlan))
                .map(this::approvalOf);
    }

    /** The same of the latest coordinated care plan after compulsory care. */
    public Optional<PlanApproval> compulsoryCarePlan() {
        return latest(CompulsoryCarePlan.class).map(this::approvalOf);
    }

    private PlanApproval approvalOf(Message plan) {
        Instant since = plan.correctedBy().map(by -> by.times().legal()).orElse(plan.legalTime());
        Set<HsaId> units = new HashSet<>();
        for (Message approval : holding(PlanApproved.class)) {
            if (((PlanApproved) approval.content()).of().equals(plan.event().id())
                    && !approval.legalTime().isBefore(since)) {
                units.add(approval.event().sender().unit());
            }
        }
        List<Participant> approved = new ArrayList<>();
        List<Participant> missing = new ArrayList<>();
        for (Participant recipient : plan.event().recipients()) {
            (units.contains(recipient.unit()) ? approved : missing).add(recipient);
        }
        return new PlanApproval(plan, approved, missing);
    }

    /**
     * Who answers for the patient's care, oldest first and without overlap: inpatient care from admission until the patient
     * leaves, then the units that the discharge notice was sent to. Empty while no admission is known.
     */
    public List<CareResponsibility> responsibilities() {
        Optional<Message> told = latest(AdmissionNotice.class).or(() -> latest(Admission.class));
        Optional<Admission> admission = admission();
        if (told.isEmpty() || admission.isEmpty()) {
            return List.of();
        }
        Instant from = admission.get().admittedAt();
        Optional<Instant> left = dischargedAt().or(this::endOfStay);
        List<Participant> ward = List.of(told.get().event().sender());
        List<CareResponsibility> all = new ArrayList<>();
        all.add(new CareResponsibility(ward, from, left));
        latest(DischargeNotice.class)
                .filter(notice -> !notice.event().recipients().isEmpty())
                .ifPresent(
                        notice ->
                                all.add(
                                        new CareResponsibility(
                                                notice.event().recipients(),
                                                left.orElseThrow(),
                                                death())));
        return List.copyOf(all);
    }

    /** Who answers for the patient's care at a moment; empty before admission, after death or transfer, or when not known. */
    public Optional<CareResponsibility> responsibility(Instant moment) {
        return responsibilities().stream().filter(each -> each.holdsAt(moment)).findFirst();
    }

    private Optional<Instant> endOfStay() {
        return latest(Interruption.class)
                .filter(
                        message -> {
                            Interruption.Reason reason =
                                    ((Interruption) message.content()).reason();
                            return reason == Interruption.Reason.DEATH
                                    || reason == Interruption.Reason.TRANSFERRED;
                        })
                .map(message -> message.event().times().happened());
    }

    private Optional<Instant> death() {
        return latest(Interruption.class)
                .filter(
                        message ->
                                ((Interruption) message.content()).reason()
                                        == Interruption.Reason.DEATH)
                .map(message -> message.event().times().happened());
    }

    /** When the patient left; empty while admitted. */
    public Optional<Instant> dischargedAt() {
        return current(DischargeNotice.class).map(DischargeNotice::dischargedAt);
    }

    /** Whether the patient is on leave. */
    public boolean onLeave() {
        if (!has(LeaveStarted.class) || has(DischargeNotice.class) || has(Interruption.class)) {
            return false;
        }
        List<Message> leaves = inTime(LeaveStarted.class, LeaveEnded.class);
        return leaves.get(leaves.size() - 1).content() instanceof LeaveStarted;
    }

    /** The units that have sent or been sent something, in the order in which they first came. */
    public Set<Participant> participants() {
        return participants;
    }

    /** Whether a party takes part. */
    public boolean involves(CareParty party) {
        for (Participant participant : participants) {
            if (participant.party() == party) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DischargeCase that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** Id, phase and number of events. */
    @Override
    public String toString() {
        return "DischargeCase[" + id() + " " + phase + ", " + events.size() + " events]";
    }
}
