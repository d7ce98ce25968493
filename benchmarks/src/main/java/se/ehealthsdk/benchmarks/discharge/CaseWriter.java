package se.ehealthsdk.benchmarks.discharge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.Transcription;
import se.ehealthsdk.discharge.event.WithdrawalReason;

/** Writes one invented case: first what happens, then receipts until it has its number of events. */
final class CaseWriter {

    private final SplittableRandom random;
    private final PersonId patient;
    private final CaseId caseId;
    private final Participant ward;
    private final Participant centre;
    private final Region.Municipality home;
    private final List<Participant> receivers;
    private final List<Participant> toWard;
    private final List<CaseEvent> events = new ArrayList<>(CaseGenerator.EVENTS);
    private final long index;
    private Instant now;

    CaseWriter(Region region, SplittableRandom random, PersonId patient, long index) {
        this.random = random;
        this.patient = patient;
        this.index = index;
        this.caseId = CaseId.of("case-" + index);
        this.ward = region.ward(random);
        this.centre = region.centre(random);
        this.home = region.municipality(random);
        this.receivers =
                chance(40)
                        ? List.of(centre, home.social(), home.nurses())
                        : List.of(centre, home.social());
        this.toWard = List.of(ward);
        this.now =
                CaseGenerator.FIRST_DAY
                        .plusDays(random.nextInt(CaseGenerator.DAYS))
                        .atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                        .atZone(SwedishTime.ZONE)
                        .toInstant();
    }

    List<CaseEvent> log() {
        admission();
        stay();
        if (chance(4)) {
            send(ward, new EstimateChanged(day().plusDays(9)), receivers);
            after(600);
            send(ward, new Interruption(Interruption.Reason.DEATH), receivers);
        } else {
            readiness();
            leaving();
        }
        receipts();
        events.sort(Comparator.comparing(event -> event.times().legal()));
        return events;
    }

    private void admission() {
        Admission admission =
                new Admission(
                        now,
                        chance(8) ? CareForm.PSYCHIATRIC : CareForm.SOMATIC,
                        Optional.of(now),
                        Set.of(CareParty.OPEN_CARE, CareParty.MUNICIPAL_SOCIAL_SERVICES));
        add(ward, admission, List.of(), new EventTimes(now, now, Optional.empty()));
        // One notice in ten comes after the 24 hours.
        after(chance(10) ? 1500 + random.nextInt(600) : 20 + random.nextInt(1200));
        send(
                ward,
                new AdmissionNotice(
                        admission,
                        new Patient(
                                patient,
                                Optional.of("Påhittad Person"),
                                Optional.of("Hittpågatan 1, 123 45 Påhittsta"),
                                chance(1) ? Protection.CONFIDENTIALITY_MARK : Protection.NONE,
                                residence()),
                        Optional.of(day().plusDays(2 + random.nextInt(12)))),
                receivers);
    }

    private Residence residence() {
        if (chance(2)) {
            return Residence.UNKNOWN;
        }
        return chance(1)
                ? new Residence(Optional.of(home.code()), Optional.of(MunicipalityCode.of("1480")))
                : home.residence();
    }

    private void stay() {
        after(60 + random.nextInt(1000));
        send(centre, new FastVardkontaktAppointed(Optional.empty(), Optional.empty()), toWard);
        after(30);
        send(home.social(), new Planning(Planning.Stage.STARTED), toWard);
        after(30);
        add(
                ward,
                Consent.given(Consent.Scope.SIP),
                List.of(),
                new EventTimes(now, now, Optional.empty()));
        if (chance(30)) {
            after(1440);
            send(ward, new EstimateChanged(day().plusDays(1 + random.nextInt(6))), receivers);
            if (chance(10)) {
                correctEstimate();
            }
        }
        if (chance(3)) {
            after(1440);
            send(ward, new LeaveStarted(Optional.empty()), receivers);
            after(1440);
            send(ward, new LeaveEnded(), receivers);
        }
        after(600 + random.nextInt(9_000));
    }

    private void correctEstimate() {
        CaseEvent estimate = events.get(events.size() - 1);
        after(60);
        send(
                ward,
                new Correction(estimate.id(), new EstimateChanged(day().plusDays(3)), "fel dag"),
                receivers);
    }

    private void readiness() {
        boolean paper = chance(1);
        if (paper) {
            add(
                    ward,
                    ReadyNotice.judged(now),
                    receivers,
                    new EventTimes(now, now.plus(Duration.ofHours(6)), Optional.of(now)),
                    Optional.of(new Transcription(ward.unit(), "Utskrivningsklar")));
        } else {
            send(ward, ReadyNotice.judged(now), receivers);
        }
        if (chance(12)) {
            after(300 + random.nextInt(2000));
            send(ward, new ReadyWithdrawn(WithdrawalReason.CHANGED_HEALTH), receivers);
            after(1440 + random.nextInt(6000));
            send(ward, ReadyNotice.judged(now), receivers);
        }
        boolean sip = chance(60);
        after(20);
        send(centre, new SipNeed(sip), toWard);
        after(60 + random.nextInt(sip && chance(10) ? 6_000 : 1_000));
        if (sip) {
            Instant meeting = now.plus(Duration.ofDays(2));
            send(
                    centre,
                    new SipCall(Optional.of(meeting), "", List.of(home.social()), List.of()),
                    List.of(ward, home.social()));
        }
        if (!chance(5)) {
            after(30);
            send(centre, Availability.now(Availability.Answer.CAN_RECEIVE), toWard);
        }
        after(30);
        send(
                home.social(),
                Availability.now(
                        chance(15)
                                ? Availability.Answer.CANNOT_RECEIVE
                                : Availability.Answer.CAN_RECEIVE),
                toWard);
        if (chance(5)) {
            after(20);
            send(ward, new ResidenceEstablished(home.residence()), receivers);
        }
    }

    private void leaving() {
        // Most leave on the day or within three; one in six stays long enough to be paid for.
        after(60 + random.nextInt(chance(17) ? 20_000 : 3_000));
        if (chance(2)) {
            return;
        }
        send(ward, new DischargeNotice(now, Destination.HOME_WITH_SERVICES), receivers);
        after(10);
        send(ward, new DischargeInformation("journal-" + index), receivers);
        if (chance(30) && events.size() < CaseGenerator.EVENTS - 1) {
            after(4_000);
            send(centre, new SipMade("sip-" + index), List.of(ward, home.social()));
        }
    }

    /** Systems tell that they have the messages, and people that they have read them. */
    private void receipts() {
        int written = events.size();
        for (int round = 0; events.size() < CaseGenerator.EVENTS; round++) {
            CaseEvent of = events.get(round % written);
            int nth = round / written;
            if (of.recipients().size() > nth / 2) {
                Participant recipient = of.recipients().get(nth / 2);
                now = of.times().legal().plusSeconds(nth % 2 == 0 ? 5400 : 20);
                send(
                        recipient,
                        nth % 2 == 0 ? new Receipt(of.id()) : new Delivered(of.id()),
                        List.of(of.sender()));
            }
        }
    }

    private void send(Participant sender, Content content, List<Participant> recipients) {
        add(sender, content, recipients, EventTimes.at(now));
    }

    private void add(
            Participant sender, Content content, List<Participant> recipients, EventTimes times) {
        add(sender, content, recipients, times, Optional.empty());
    }

    private void add(
            Participant sender,
            Content content,
            List<Participant> recipients,
            EventTimes times,
            Optional<Transcription> transcription) {
        // A UUID of chance alone, as MessageId.random() makes them, but the same each time.
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        events.add(
                new CaseEvent(
                        MessageId.of(id),
                        caseId,
                        patient,
                        sender,
                        recipients,
                        times,
                        transcription,
                        content));
    }

    private LocalDate day() {
        return now.atZone(SwedishTime.ZONE).toLocalDate();
    }

    private void after(int minutes) {
        now = now.plusSeconds(60L * minutes + random.nextInt(60));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
