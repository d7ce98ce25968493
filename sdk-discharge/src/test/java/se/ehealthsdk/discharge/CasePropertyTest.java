package se.ehealthsdk.discharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.Admission;
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
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
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

/** Laws that hold for any events, right or wrong, from seeded chance. */
class CasePropertyTest {

    private static final int CASES = 300;
    private static final int EVENTS = 40;
    private static final Participant[] UNITS = {Stay.WARD, Stay.CENTRE, Stay.SOCIAL, Stay.NURSES};

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void anyEvents_areTakenOrRefusedByARule_andTheCaseIsItsLog(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            Instant now = Stay.NOTIFIED;
            DischargeCase soFar = DischargeCase.open(Stay.notified(), Stay.LATER);
            for (int j = 0; j < EVENTS; j++) {
                now = now.plusSeconds(random.nextInt(90_000) - 10_000L);
                Acceptance acceptance = Acceptance.at(now);
                CaseEvent event = event(random, soFar, now);
                List<CaseEvent> before = soFar.events();
                Optional<Refusal> refusal = soFar.refusalOf(event, acceptance);
                try {
                    DischargeCase after = soFar.with(event, acceptance);
                    assertThat(refusal).isEmpty();
                    assertThat(after.events())
                            .hasSize(before.size() + 1)
                            .startsWith(before.toArray(new CaseEvent[0]))
                            .endsWith(event);
                    soFar = after;
                    taken++;
                } catch (EventRefusedException e) {
                    assertThat(refusal).contains(e.refusal());
                    assertThat(soFar.events()).isSameAs(before);
                    refused++;
                }
            }
            assertIsItsLog(soFar);
        }
        assertThat(taken).as("events that were taken").isGreaterThan(CASES);
        assertThat(refused).as("events that were refused").isGreaterThan(CASES);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 77})
    void anyLog_isFolded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            List<CaseEvent> log = new ArrayList<>(List.of(Stay.notified()));
            Instant now = Stay.NOTIFIED;
            for (int j = 0; j < EVENTS; j++) {
                now = now.plusSeconds(random.nextInt(90_000) - 10_000L);
                CaseEvent event = event(random, DischargeCase.of(log), now);
                if (event.caseId().equals(log.get(0).caseId())
                        && event.patient().equals(log.get(0).patient())
                        && log.stream().noneMatch(e -> e.id().equals(event.id()))) {
                    log.add(event);
                }
            }
            DischargeCase folded = DischargeCase.of(log);
            assertThat(folded.events()).isEqualTo(log);
            assertViewsAgree(folded);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 55})
    void voiding_undoesWhatWasSaidLast(long seed) {
        Random random = new Random(seed);
        int undone = 0;
        for (int i = 0; i < 10_000; i++) {
            DischargeCase before = Stay.notifiedAnd(Stay.ready());
            Instant now = Stay.READY.plusSeconds(60);
            CaseEvent event = event(random, before, now);
            Acceptance later = Acceptance.at(now.plusSeconds(120));
            if (event.content().about().isPresent()
                    || !event.times().equals(EventTimes.at(now))
                    || before.refusalOf(event, later).isPresent()) {
                continue;
            }
            CaseEvent voiding =
                    Stay.AT_WARD
                            .as(event.sender())
                            .send(new Voiding(event.id(), ""), now.plusSeconds(60));
            DischargeCase after = before.with(event, later).with(voiding, later);
            assertThat(after.phase()).isEqualTo(before.phase());
            assertThat(after.readyPeriods()).isEqualTo(before.readyPeriods());
            assertThat(after.holding(event.content().getClass()))
                    .isEqualTo(before.holding(event.content().getClass()));
            assertThat(after.onLeave()).isEqualTo(before.onLeave());
            undone++;
        }
        assertThat(undone).isGreaterThan(500);
    }

    private static void assertIsItsLog(DischargeCase folded) {
        DischargeCase again = DischargeCase.of(folded.events());
        assertThat(again).isEqualTo(folded).hasSameHashCodeAs(folded);
        assertThat(again.messages()).isEqualTo(folded.messages());
        assertThat(again.phase()).isEqualTo(folded.phase());
        assertThat(again.readyPeriods()).isEqualTo(folded.readyPeriods());
        assertThat(again.participants()).containsExactlyElementsOf(folded.participants());
        for (Message message : again.messages()) {
            Class<? extends Content> kind = message.content().getClass();
            assertThat(again.holding(kind)).isEqualTo(folded.holding(kind));
        }
        assertViewsAgree(folded);
    }

    private static void assertViewsAgree(DischargeCase folded) {
        assertThat(folded.holding(Content.class))
                .hasSameElementsAs(folded.messages().stream().filter(Message::holds).toList())
                .isSortedAccordingTo((a, b) -> a.legalTime().compareTo(b.legalTime()));
        assertThat(folded.standingReadyNotice().isPresent())
                .isEqualTo(
                        !folded.readyPeriods().isEmpty()
                                && folded.readyPeriods()
                                        .get(folded.readyPeriods().size() - 1)
                                        .withdrawal()
                                        .isEmpty());
        assertThat(folded.responsibilities()).hasSizeLessThanOrEqualTo(2);
        folded.messages().forEach(m -> folded.approval(m.event().id()));
        for (Consent.Scope scope : Consent.Scope.values()) {
            assertThat(folded.consent(scope, Stay.LATER.now())).isNotNull();
        }
        assertThat(folded.toString()).doesNotContain(Stay.PATIENT.value());
    }

    /** An event that may fit the case, or not. */
    private static CaseEvent event(Random random, DischargeCase soFar, Instant now) {
        Content content = content(random, soFar, now, true);
        Participant sender =
                random.nextInt(4) == 0 ? UNITS[random.nextInt(4)] : usualSender(content, random);
        List<Participant> recipients = new ArrayList<>();
        for (Participant unit : UNITS) {
            if ((unit == sender ? random.nextInt(20) : random.nextInt(2)) == 1) {
                recipients.add(unit);
            }
        }
        EventTimes times =
                random.nextInt(6) > 0
                        ? EventTimes.at(now)
                        : new EventTimes(
                                now.minusSeconds(random.nextInt(7200) - 600L),
                                now,
                                Optional.of(now.minusSeconds(random.nextInt(7200) - 600L)));
        return new CaseEvent(
                random.nextInt(50) == 0 ? anId(random, soFar) : MessageId.random(),
                random.nextInt(60) == 0 ? CaseId.of("other") : soFar.id(),
                random.nextInt(60) == 0 ? PersonId.parse("201212121212") : soFar.patient(),
                sender,
                recipients,
                times,
                random.nextInt(8) == 0
                        ? Optional.of(new Transcription(sender.unit(), ""))
                        : Optional.empty(),
                content);
    }

    private static Participant usualSender(Content content, Random random) {
        return switch (content.kind()) {
            case "fastVardkontaktAppointed", "sipCall" -> Stay.CENTRE;
            case "availability", "planning", "planApproved" -> UNITS[1 + random.nextInt(3)];
            case "receipt", "delivered", "declined" -> UNITS[random.nextInt(4)];
            default -> Stay.WARD;
        };
    }

    private static MessageId anId(Random random, DischargeCase soFar) {
        return random.nextInt(12) == 0
                ? MessageId.of("nowhere")
                : soFar.events().get(random.nextInt(soFar.events().size())).id();
    }

    private static Content content(
            Random random, DischargeCase soFar, Instant now, boolean mayBeAbout) {
        LocalDate day = LocalDate.of(2026, 3, 1 + random.nextInt(30));
        return switch (random.nextInt(mayBeAbout ? 30 : 24)) {
            case 0 ->
                    new Admission(
                            now.minusSeconds(random.nextInt(90_000)),
                            CareForm.SOMATIC,
                            Optional.empty(),
                            Set.of(CareParty.OPEN_CARE));
            case 1 -> Stay.admissionNotice();
            case 2 -> new EstimateChanged(day);
            case 3 -> new FastVardkontaktAppointed(Optional.empty(), Optional.empty());
            case 4 -> new Planning(Planning.Stage.STARTED);
            case 5 -> Consent.given(Consent.Scope.SIP);
            case 6 -> Consent.withdrawn(Consent.Scope.SHARING);
            case 7 -> new ResidenceEstablished(Residence.in(MunicipalityCode.of("0180")));
            case 8 -> new SipNeed(random.nextBoolean());
            case 9 -> SipCall.to(now.plusSeconds(random.nextInt(90_000) - 2_000L), Stay.SOCIAL);
            case 10, 11 -> ReadyNotice.judged(now.minusSeconds(random.nextInt(2_000) - 500L));
            case 12, 13 -> new ReadyWithdrawn(WithdrawalReason.OTHER);
            case 14 -> Availability.now(Availability.Answer.UNCLEAR);
            case 15 -> new HomeReadyChecklist(Set.of(HomeReadyItem.JUDGED_READY));
            case 16 -> new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, "p");
            case 17 -> new LeaveStarted(Optional.empty());
            case 18 -> new LeaveEnded();
            case 19 ->
                    new DischargeNotice(
                            now.plus(Duration.ofHours(random.nextInt(6) - 2L)), Destination.HOME);
            case 20 ->
                    random.nextInt(4) == 0
                            ? new Interruption(Interruption.Reason.values()[random.nextInt(5)])
                            : new PatientInformed(true, true);
            case 21 -> random.nextBoolean() ? new SipMade("s") : new DischargeInformation("d");
            case 22 -> random.nextBoolean() ? new SipFollowedUp(Optional.empty()) : new Closed();
            case 23 -> new UnknownContent("newer", "{}");
            case 24 -> new Receipt(anId(random, soFar));
            case 25 -> new Delivered(anId(random, soFar));
            case 26 -> new Declined(anId(random, soFar), DeclineReason.NOT_KNOWN);
            case 27 ->
                    new Correction(
                            anId(random, soFar), content(random, soFar, now, false), "wrong");
            case 28 -> new Voiding(anId(random, soFar), "wrong");
            default -> new PlanApproved(anId(random, soFar));
        };
    }
}
