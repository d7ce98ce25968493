package se.ehealthsdk.discharge.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;

/** A case in few words; times are Swedish. Nothing that a test does not say is in it. */
public final class TestCase {

    public static final MunicipalityCode STOCKHOLM = MunicipalityCode.of("0180");
    public static final MunicipalityCode SOLNA = MunicipalityCode.of("0184");
    public static final PersonId TOLVAN = Personnummer.of("191212121212");

    public static final Participant WARD =
            Participant.of(CareParty.INPATIENT, HsaId.of("SE2321000016-WARD"));
    public static final Participant PRIMARY_CARE =
            Participant.of(CareParty.OPEN_CARE, HsaId.of("SE2321000016-PRIM"));
    public static final Participant OPEN_PSYCHIATRY =
            Participant.of(CareParty.OPEN_CARE, HsaId.of("SE2321000016-PSYK"));
    public static final Participant STOCKHOLM_UNIT = municipal("SE2120000142-BIST", STOCKHOLM);
    public static final Participant SOLNA_UNIT = municipal("SE2120000183-BIST", SOLNA);

    private final CaseId id;
    private final PersonId patient;
    private final List<CaseEvent> events = new ArrayList<>();
    private Residence residence = Residence.in(STOCKHOLM);
    private CareForm form = CareForm.SOMATIC;
    private Set<CareParty> needs = Set.of(CareParty.MUNICIPAL_SOCIAL_SERVICES);
    private Optional<Instant> needJudged = Optional.empty();
    private Participant municipality = STOCKHOLM_UNIT;
    private int count;

    public TestCase(String id, PersonId patient) {
        this.id = CaseId.of(id);
        this.patient = patient;
    }

    public TestCase() {
        this("case-1", TOLVAN);
    }

    /** Admitted and notified in time, no SIP needed, ready at a time: nothing stands in the way but time. */
    public static TestCase ready(String at) {
        Instant sent = time(at);
        String admitted = LocalDateTime.ofInstant(sent, SwedishTime.ZONE).minusDays(3).toString();
        return new TestCase().admitted(admitted).noSip().readyAt(at);
    }

    public static Participant municipal(String unit, MunicipalityCode code) {
        return new Participant(
                CareParty.MUNICIPAL_SOCIAL_SERVICES, HsaId.of(unit), "", Optional.of(code));
    }

    public static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(SwedishTime.ZONE).toInstant();
    }

    public TestCase residence(Residence residence) {
        this.residence = residence;
        return this;
    }

    public TestCase form(CareForm form) {
        this.form = form;
        return this;
    }

    public TestCase needs(CareParty... parties) {
        this.needs = Set.of(parties);
        return this;
    }

    public TestCase needJudged(String at) {
        this.needJudged = Optional.of(time(at));
        return this;
    }

    public TestCase municipality(Participant unit) {
        this.municipality = unit;
        return this;
    }

    /** Admitted, and the notice sent an hour later. */
    public TestCase admitted(String at) {
        return admitted(at, LocalDateTime.parse(at).plusHours(1).toString());
    }

    public TestCase admitted(String at, String notice) {
        return add(WARD, List.of(municipality), time(notice), admissionNotice(time(at)));
    }

    public AdmissionNotice admissionNotice(Instant at) {
        return new AdmissionNotice(
                new Admission(at, form, needJudged, needs),
                new Patient(
                        patient,
                        Optional.of("Tolvan Tolvansson"),
                        Optional.of("Hemliga gatan 12"),
                        Protection.NONE,
                        residence),
                Optional.empty());
    }

    public TestCase noSip() {
        return add(WARD, List.of(), first(), new SipNeed(false));
    }

    public TestCase sipNeeded() {
        return add(WARD, List.of(), first(), new SipNeed(true));
    }

    public TestCase sipCalled(String at) {
        return sipCalled(PRIMARY_CARE, at);
    }

    public TestCase sipCalled(Participant by, String at) {
        return add(
                by,
                List.of(WARD, municipality),
                time(at),
                new SipCall(Optional.empty(), "", List.of(), List.of()));
    }

    public TestCase sipConsent(Consent.Decision decision) {
        return add(
                WARD,
                List.of(),
                first(),
                new Consent(
                        Consent.Scope.SIP,
                        decision,
                        Consent.GivenBy.PATIENT,
                        Optional.empty(),
                        Optional.of("Hemlig orsak")));
    }

    public TestCase readyAt(String at) {
        return readyAt(at, ReadyNotice.Basis.PHYSICIAN, municipality);
    }

    public TestCase readyAt(String at, ReadyNotice.Basis basis, Participant... to) {
        return add(WARD, List.of(to), time(at), new ReadyNotice(time(at), Optional.empty(), basis));
    }

    public TestCase withdrawn(String at) {
        return add(
                WARD,
                List.of(municipality),
                time(at),
                new ReadyWithdrawn(WithdrawalReason.CHANGED_HEALTH));
    }

    public TestCase openCare(String at, Availability.Answer answer) {
        return openCare(PRIMARY_CARE, at, answer, Optional.empty());
    }

    public TestCase openCare(
            Participant unit, String at, Availability.Answer answer, Optional<LocalDate> from) {
        return add(unit, List.of(WARD), time(at), new Availability(answer, from));
    }

    public TestCase discharged(String at) {
        return add(
                WARD,
                List.of(municipality),
                time(at),
                new DischargeNotice(time(at), Destination.HOME));
    }

    public TestCase interrupted(String at, Interruption.Reason reason) {
        return add(WARD, List.of(municipality), time(at), new Interruption(reason));
    }

    public TestCase leave(String from, String to) {
        add(WARD, List.of(), time(from), new LeaveStarted(Optional.empty()));
        return add(WARD, List.of(), time(to), new LeaveEnded());
    }

    public TestCase residenceEstablished(String at, Residence found) {
        return add(WARD, List.of(), time(at), new ResidenceEstablished(found));
    }

    /** Takes back the event said last. */
    public TestCase voided(String at) {
        return add(WARD, List.of(), time(at), new Voiding(last().id(), "fel"));
    }

    /** A unit turns down the event said last. */
    public TestCase declined(Participant by, String at, DeclineReason reason) {
        return add(by, List.of(WARD), time(at), new Declined(last().id(), reason));
    }

    /** A unit has read the event said last. */
    public TestCase read(Participant by, String at) {
        CaseEvent of = lastMessage();
        return add(by, List.of(WARD), time(at), new Receipt(of.id()));
    }

    /** The system of a unit has the event said last. */
    public TestCase delivered(Participant to, String at) {
        CaseEvent of = lastMessage();
        return add(to, List.of(WARD), time(at), new Delivered(of.id()));
    }

    public TestCase add(Participant sender, List<Participant> to, Instant at, Content content) {
        return add(sender, to, EventTimes.at(at), content);
    }

    public TestCase add(
            Participant sender, List<Participant> to, EventTimes times, Content content) {
        events.add(
                new CaseEvent(
                        MessageId.of(id + "-" + ++count),
                        id,
                        patient,
                        sender,
                        to,
                        times,
                        Optional.empty(),
                        content));
        return this;
    }

    public DischargeCase build() {
        return DischargeCase.of(events);
    }

    private CaseEvent last() {
        return events.get(events.size() - 1);
    }

    private CaseEvent lastMessage() {
        for (int i = events.size() - 1; ; i--) {
            Content content = events.get(i).content();
            if (!(content instanceof Receipt) && !(content instanceof Delivered)) {
                return events.get(i);
            }
        }
    }

    private Instant first() {
        return events.get(0).times().legal();
    }
}
