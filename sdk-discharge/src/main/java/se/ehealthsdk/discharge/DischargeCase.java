package se.ehealthsdk.discharge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.Voiding;

/**
 * One patient's way out of one stay in inpatient care: an immutable value, folded from a list of events that only grows.
 * Asks no clock.
 */
public final class DischargeCase {

    private final List<CaseEvent> events;
    private final Map<MessageId, Message> messages;

    private DischargeCase(List<CaseEvent> events) {
        this.events = events;
        this.messages = fold(events);
    }

    /**
     * Opens a case with its first event.
     *
     * @throws EventRefusedException when the event cannot be the first, or is refused otherwise
     */
    public static DischargeCase open(CaseEvent first, Acceptance acceptance) {
        return new DischargeCase(List.of(first));
    }

    /**
     * The case that a log of events tells of, which were accepted when they came. Holds them against no rules but that they
     * belong together.
     *
     * @param log at least one, in the order in which they were accepted
     * @throws EventRefusedException when they are of several cases or patients, or one comes twice
     */
    public static DischargeCase of(List<CaseEvent> log) {
        return new DischargeCase(List.copyOf(log));
    }

    /**
     * The case with one more event.
     *
     * @throws EventRefusedException when a rule refuses the event; this case stays as it is
     */
    public DischargeCase with(CaseEvent event, Acceptance acceptance) {
        refusalOf(event, acceptance)
                .ifPresent(
                        refusal -> {
                            throw new EventRefusedException(refusal);
                        });
        List<CaseEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return new DischargeCase(List.copyOf(longer));
    }

    /** Why the event would be refused; empty when it would be taken. */
    public Optional<Refusal> refusalOf(CaseEvent event, Acceptance acceptance) {
        return Optional.empty();
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

    /** All messages, voided ones too, in the order in which they were accepted. */
    public List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** A message by the id of its event; empty when the case has none. */
    public Optional<Message> message(MessageId id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The messages of a kind that hold, oldest first by the time that limits count from. */
    public List<Message> holding(Class<? extends Content> kind) {
        return messages.values().stream()
                .filter(message -> message.holds() && kind.isInstance(message.content()))
                .sorted((a, b) -> a.legalTime().compareTo(b.legalTime()))
                .toList();
    }

    /** The first message of a kind that holds. */
    public Optional<Message> first(Class<? extends Content> kind) {
        return holding(kind).stream().findFirst();
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
        if (current(Interruption.class).isPresent()) {
            return Phase.INTERRUPTED;
        }
        if (current(Closed.class).isPresent()) {
            return Phase.CLOSED;
        }
        if (current(DischargeNotice.class).isPresent()) {
            return current(SipMade.class).isPresent() ? Phase.SIP_FOLLOW_UP : Phase.DISCHARGED;
        }
        if (standingReadyNotice().isPresent()) {
            return Phase.READY;
        }
        if (current(Planning.class).isPresent()) {
            return Phase.PLANNING;
        }
        return current(AdmissionNotice.class).isPresent() ? Phase.NOTIFIED : Phase.OPENED;
    }

    /** The admission: as the latest admission notice tells it, else as it was recorded. */
    public Optional<Admission> admission() {
        return current(AdmissionNotice.class)
                .map(AdmissionNotice::admission)
                .or(() -> current(Admission.class));
    }

    /** The day when the patient is expected to leave, by the latest notice or change; Swedish date. */
    public Optional<LocalDate> estimatedDischarge() {
        return current(EstimateChanged.class)
                .map(EstimateChanged::estimatedDischarge)
                .or(
                        () ->
                                current(AdmissionNotice.class)
                                        .flatMap(AdmissionNotice::estimatedDischarge));
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

    /** Each ready notice that holds, oldest first, with what took it back. */
    public List<ReadyPeriod> readyPeriods() {
        List<ReadyPeriod> periods = new ArrayList<>();
        @Nullable Message notice = null;
        for (Message message :
                messages.values().stream()
                        .filter(Message::holds)
                        .filter(
                                message ->
                                        message.content() instanceof ReadyNotice
                                                || message.content() instanceof ReadyWithdrawn)
                        .sorted((a, b) -> a.legalTime().compareTo(b.legalTime()))
                        .toList()) {
            if (message.content() instanceof ReadyNotice) {
                notice = message;
            } else if (notice != null) {
                periods.add(new ReadyPeriod(notice, Optional.of(message)));
                notice = null;
            }
        }
        if (notice != null) {
            periods.add(new ReadyPeriod(notice, Optional.empty()));
        }
        return List.copyOf(periods);
    }

    /** The ready notice that stands; empty when none was sent or the last was taken back. */
    public Optional<Message> standingReadyNotice() {
        List<ReadyPeriod> periods = readyPeriods();
        return periods.isEmpty() || periods.get(periods.size() - 1).withdrawal().isPresent()
                ? Optional.empty()
                : Optional.of(periods.get(periods.size() - 1).notice());
    }

    /** What a party has said last of whether it can receive the patient; empty when it has said nothing. */
    public Optional<Availability> availability(CareParty party) {
        return holding(Availability.class).stream()
                .filter(message -> message.event().sender().party() == party)
                .reduce((a, b) -> b)
                .flatMap(message -> message.as(Availability.class));
    }

    /** When the patient left; empty while admitted. */
    public Optional<Instant> dischargedAt() {
        return current(DischargeNotice.class).map(DischargeNotice::dischargedAt);
    }

    /** Whether the patient is on leave. */
    public boolean onLeave() {
        return Stream.concat(
                        holding(LeaveStarted.class).stream(), holding(LeaveEnded.class).stream())
                .reduce((a, b) -> b.legalTime().isBefore(a.legalTime()) ? a : b)
                .filter(message -> message.content() instanceof LeaveStarted)
                .isPresent();
    }

    /** The units that have sent or been sent something, in the order in which they first came. */
    public Set<Participant> participants() {
        Set<Participant> all = new LinkedHashSet<>();
        for (CaseEvent event : events) {
            all.add(event.sender());
            all.addAll(event.recipients());
        }
        return all;
    }

    /** Whether a party takes part. */
    public boolean involves(CareParty party) {
        return participants().stream().anyMatch(participant -> participant.party() == party);
    }

    private static Map<MessageId, Message> fold(List<CaseEvent> events) {
        Map<MessageId, Message> all = new LinkedHashMap<>();
        for (CaseEvent event : events) {
            Content content = event.content();
            if (content instanceof Delivered delivered) {
                all.computeIfPresent(delivered.of(), (id, of) -> delivered(of, event));
            } else if (content instanceof Receipt receipt) {
                all.computeIfPresent(receipt.of(), (id, of) -> read(of, event));
            } else if (content instanceof Declined declined) {
                all.computeIfPresent(declined.of(), (id, of) -> declined(of, event, declined));
            } else if (content instanceof Correction correction) {
                all.computeIfPresent(correction.of(), (id, of) -> corrected(of, event, correction));
            } else if (content instanceof Voiding voiding) {
                all.computeIfPresent(voiding.of(), (id, of) -> voided(of, event));
            } else {
                all.put(event.id(), Message.of(event));
            }
        }
        return all;
    }

    private static Message delivered(Message of, CaseEvent event) {
        return new Message(
                of.event(),
                of.content(),
                of.correctedBy(),
                of.voidedBy(),
                with(of.deliveredAt(), event.sender().unit(), event.times().happened()),
                of.acknowledgedAt(),
                of.declined());
    }

    private static Message read(Message of, CaseEvent event) {
        return new Message(
                of.event(),
                of.content(),
                of.correctedBy(),
                of.voidedBy(),
                of.deliveredAt(),
                with(of.acknowledgedAt(), event.sender().unit(), event.times().happened()),
                of.declined());
    }

    private static Message declined(Message of, CaseEvent event, Declined declined) {
        return new Message(
                of.event(),
                of.content(),
                of.correctedBy(),
                of.voidedBy(),
                of.deliveredAt(),
                of.acknowledgedAt(),
                with(of.declined(), event.sender().unit(), declined.reason()));
    }

    private static Message corrected(Message of, CaseEvent event, Correction correction) {
        return new Message(
                of.event(),
                correction.replacement(),
                Optional.of(event),
                of.voidedBy(),
                of.deliveredAt(),
                of.acknowledgedAt(),
                of.declined());
    }

    private static Message voided(Message of, CaseEvent event) {
        return new Message(
                of.event(),
                of.content(),
                of.correctedBy(),
                Optional.of(event),
                of.deliveredAt(),
                of.acknowledgedAt(),
                of.declined());
    }

    private static <V> Map<HsaId, V> with(Map<HsaId, V> map, HsaId unit, V value) {
        Map<HsaId, V> more = new LinkedHashMap<>(map);
        more.putIfAbsent(unit, value);
        return more;
    }

    /** Id, phase and number of events. */
    @Override
    public String toString() {
        return "DischargeCase[" + id() + " " + phase() + ", " + events.size() + " events]";
    }
}
