package se.ehealthsdk.discharge.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.Transcription;
import se.ehealthsdk.discharge.event.UnknownContent;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;

/** Events of every kind with all that a field may hold, from a seed. They need not make sense together. */
final class AnyEvents {

    private static final List<PersonId> PATIENTS =
            List.of(
                    PersonId.parse("191212121212"),
                    PersonId.parse("201212121212"),
                    Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "991945000121"),
                    Reservnummer.of(ReserveNumberIssuer.of("1.2.3.4"), "A-17"));
    private static final String[] TEXTS = {
        "", " ", "Anna Övik", "rad 1\nrad 2\t\"citat\" \\", "\u0000\u2028", "😀 𝔘", "null", "{}"
    };

    private final Random random;

    AnyEvents(long seed) {
        this.random = new Random(seed);
    }

    /** One of each kind, twice: with what may be left out there or not as chance has it. */
    List<Content> ofEveryKind() {
        List<Content> all = new ArrayList<>();
        kinds().forEach(kind -> all.add(kind.get()));
        kinds().forEach(kind -> all.add(kind.get()));
        return all;
    }

    List<CaseEvent> log(int events) {
        CaseId caseId = CaseId.random();
        PersonId patient = one(PATIENTS);
        List<CaseEvent> log = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            CaseEvent event = event(content());
            boolean strays = random.nextInt(10) == 0;
            log.add(
                    new CaseEvent(
                            event.id(),
                            strays ? event.caseId() : caseId,
                            strays ? event.patient() : patient,
                            event.sender(),
                            event.recipients(),
                            event.times(),
                            event.transcription(),
                            event.content()));
        }
        return log;
    }

    CaseEvent event(Content content) {
        return new CaseEvent(
                MessageId.of("m" + random.nextInt(1_000_000)),
                CaseId.of("c/" + random.nextInt(1_000_000) + "å"),
                one(PATIENTS),
                participant(),
                some(this::participant),
                new EventTimes(moment(), moment(), maybe(this::moment)),
                maybe(() -> new Transcription(hsaId(), text())),
                content);
    }

    Content content() {
        return one(kinds()).get();
    }

    private List<Supplier<Content>> kinds() {
        return List.of(
                this::admission,
                () -> new AdmissionNotice(admission(), patient(), maybe(this::day)),
                () -> new Availability(constant(Availability.Answer.class), maybe(this::day)),
                Closed::new,
                () -> new CompulsoryCarePlan(constant(CompulsoryCarePlan.Statute.class), text()),
                () ->
                        new Consent(
                                constant(Consent.Scope.class),
                                constant(Consent.Decision.class),
                                constant(Consent.GivenBy.class),
                                maybe(this::day),
                                maybe(this::text)),
                () -> new Correction(messageId(), new EstimateChanged(day()), text()),
                () -> new Correction(messageId(), unknown(), text()),
                () -> new Declined(messageId(), DeclineReason.of("region: full")),
                () -> new Declined(messageId(), DeclineReason.NOT_RESIDENT),
                () -> new Delivered(messageId()),
                () -> new DischargeInformation(text()),
                () -> new DischargeNotice(moment(), Destination.HOME),
                () -> new EstimateChanged(day()),
                () -> new FastVardkontaktAppointed(maybe(this::text), maybe(this::hsaId)),
                () -> new HomeReadyChecklist(constants(HomeReadyItem.class)),
                () -> new Interruption(constant(Interruption.Reason.class)),
                LeaveEnded::new,
                () -> new LeaveStarted(maybe(this::moment)),
                () -> new PatientInformed(random.nextBoolean(), random.nextBoolean()),
                () -> new PlanApproved(messageId()),
                () -> new Planning(constant(Planning.Stage.class)),
                () ->
                        new ReadyNotice(
                                moment(), maybe(this::hsaId), constant(ReadyNotice.Basis.class)),
                () -> new ReadyWithdrawn(WithdrawalReason.MISTAKE),
                () -> new Receipt(messageId()),
                () -> new ResidenceEstablished(residence()),
                () ->
                        new SipCall(
                                maybe(this::moment),
                                text(),
                                some(this::participant),
                                some(this::text)),
                () -> new SipFollowedUp(maybe(this::day)),
                () -> new SipMade(text()),
                () -> new SipNeed(random.nextBoolean()),
                this::unknown,
                () -> new Voiding(messageId(), text()));
    }

    private Admission admission() {
        return new Admission(
                moment(),
                constant(CareForm.class),
                maybe(this::moment),
                constants(CareParty.class).stream()
                        .filter(party -> party != CareParty.INPATIENT)
                        .collect(Collectors.toSet()));
    }

    private Patient patient() {
        return new Patient(
                one(PATIENTS),
                maybe(this::text),
                maybe(this::text),
                constant(Protection.class),
                residence());
    }

    private Residence residence() {
        return new Residence(maybe(this::municipality), maybe(this::municipality));
    }

    private UnknownContent unknown() {
        return new UnknownContent(
                one(List.of("somethingNew", "Två ord")),
                one(
                        List.of(
                                "{}",
                                "{\"b\":1.50,\"a\":[1e400,-0,[],{}],\"text\":\"å\\n\",\"none\":null,\"yes\":true}",
                                "{\"deep\":{\"deeper\":[{\"x\":12345678901234567890123}]}}")));
    }

    private Participant participant() {
        return new Participant(
                constant(CareParty.class), hsaId(), text(), maybe(this::municipality));
    }

    private HsaId hsaId() {
        return HsaId.of(one(List.of("SE2321000016-A1", "tst enhet 7", "SE162321000016-1Å")));
    }

    private MunicipalityCode municipality() {
        return MunicipalityCode.of(one(List.of("0180", "1480", "0980")));
    }

    private MessageId messageId() {
        return MessageId.of("of" + random.nextInt(100));
    }

    private Instant moment() {
        return one(
                List.of(
                        Instant.parse("2026-02-05T17:30:00Z"),
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("1900-01-01T00:00:00Z"),
                        Instant.parse("1943-06-01T12:00:00Z"),
                        Instant.parse("9989-12-31T23:59:59.999999999Z"),
                        Instant.ofEpochSecond(
                                random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000))));
    }

    private LocalDate day() {
        return one(
                List.of(
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(1900, 1, 1),
                        LocalDate.of(9990, 1, 1),
                        LocalDate.ofEpochDay(random.nextInt(40_000))));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <E extends Enum<E>> E constant(Class<E> type) {
        return one(List.of(type.getEnumConstants()));
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> random.nextBoolean())
                .collect(Collectors.toSet());
    }
}
