package se.ehealthsdk.discharge.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
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
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.obligation.Obligation.Status;
import se.ehealthsdk.discharge.policy.Origin;
import se.ehealthsdk.discharge.policy.Policy;

/** What holds of any case, however odd, under any policy. Cases are made by seed. */
class ObligationsPropertyTest {

    private static final int CASES = 40;
    private static final Origin DECIDED = Origin.ownDecision("a test");
    private static final List<Policy> POLICIES =
            Stream.concat(
                            Policy.all().stream(),
                            Stream.of(
                                    Policy.act()
                                            .with("deadlines.estimateChange", "PT4H", DECIDED)
                                            .with("deadlines.planningStart", "PT48H", DECIDED)
                                            .with("deadlines.readyNotice", "PT2H", DECIDED)
                                            .with("deadlines.acknowledgement", "PT8H", DECIDED)
                                            .with("deadlines.sipCallMovesToWorkday", true, DECIDED)
                                            .with("gates.homeReadyChecklist", "HARD", DECIDED)
                                            .with("consent.readyNotice", "GIVEN", DECIDED)))
                    .toList();

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void obligations_asTimePasses_onlyGoForward(long seed) {
        Made made = Made.of(seed);
        for (Policy policy : policies(seed)) {
            List<Obligation> before = List.of();
            for (Instant now : made.moments()) {
                List<Obligation> after = Obligations.of(made.discharge(), now, policy).all();
                for (Obligation old : before) {
                    Obligation same =
                            after.stream()
                                    .filter(each -> key(each).equals(key(old)))
                                    .findFirst()
                                    .orElse(null);
                    if (same == null) {
                        // "no change yet" gives way to the day that has passed
                        assertThat(old.rule()).isEqualTo("R3");
                        continue;
                    }
                    assertThat(same.dueAt().isPresent() ? same.dueAt() : old.dueAt())
                            .isEqualTo(old.dueAt().isPresent() ? old.dueAt() : same.dueAt());
                    if (old.metAt().isPresent()) {
                        assertThat(same.status()).isEqualTo(old.status());
                        assertThat(same.metAt()).isEqualTo(old.metAt());
                    }
                    if (old.isOverdue()) {
                        assertThat(same.isOverdue()).as(() -> old + " then " + same).isTrue();
                    }
                    if (old.status() == Status.OPEN) {
                        assertThat(same.status()).isNotEqualTo(Status.MET);
                    }
                }
                before = after;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void obligations_neverContradictThemselves(long seed) {
        Made made = Made.of(seed);
        for (Policy policy : policies(seed)) {
            for (Instant now : made.moments()) {
                List<Obligation> all = Obligations.of(made.discharge(), now, policy).all();
                assertThat(all.stream().map(ObligationsPropertyTest::key))
                        .doesNotHaveDuplicates();
                for (Obligation each : all) {
                    boolean met = each.metAt().isPresent();
                    boolean inTime =
                            each.dueAt().isEmpty()
                                    || !each.metAt().orElse(now).isAfter(each.dueAt().get());
                    switch (each.status()) {
                        case MET -> assertThat(met && inTime).isTrue();
                        case LATE -> assertThat(each.dueAt().isPresent() && !inTime).isTrue();
                        case OPEN -> assertThat(!met && inTime).isTrue();
                        case NOT_APPLICABLE ->
                                assertThat(each.reason().isPresent() && !met).isTrue();
                    }
                    assertThat(each.reason().isPresent())
                            .isEqualTo(each.status() == Status.NOT_APPLICABLE);
                    assertThat(each.lapsed()).isIn(false, each.isOverdue());
                    assertThat(each.explanation(Locale.ENGLISH)).doesNotContain("{", "191212");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void obligations_areTheSame_inWhateverOrderTheEventsCame(long seed) {
        Made made = Made.of(seed);
        Instant now = made.moments().get(made.moments().size() / 2);
        for (Policy policy : policies(seed)) {
            assertThat(facts(made.inAnotherOrder(seed), now, policy))
                    .containsExactlyInAnyOrderElementsOf(facts(made.discharge(), now, policy));
        }
    }

    /** The strict one, and the shipped ones in turn. */
    private static List<Policy> policies(long seed) {
        return List.of(
                POLICIES.get(POLICIES.size() - 1),
                POLICIES.get((int) (seed % (POLICIES.size() - 1))));
    }

    private static List<String> facts(DischargeCase discharge, Instant now, Policy policy) {
        return Obligations.of(discharge, now, policy).all().stream()
                .map(
                        each ->
                                key(each)
                                        + each.status()
                                        + each.reason()
                                        + each.dueAt()
                                        + each.metAt()
                                        + each.since()
                                        + each.lapsed())
                .toList();
    }

    /** What tells one duty from another; of a unit where it is one unit's. */
    private static String key(Obligation duty) {
        return duty.rule()
                + duty.owners()
                + duty.about()
                + (duty.rule().equals("RECEIPT") || duty.rule().equals("R11b") ? duty.units() : "")
                + (duty.rule().equals("R3") ? duty.since() : "");
    }

    /**
     * A made case.
     *
     * @param said what was said
     * @param answers what was said of it afterwards
     */
    private record Made(List<CaseEvent> said, List<CaseEvent> answers) {

        private static final Instant START = CaseLog.at("2026-03-20T08:00");
        private static final List<Participant> RECEIVERS =
                List.of(CaseLog.CENTRE, CaseLog.SOCIAL, CaseLog.NURSES);

        static Made of(long seed) {
            Random random = new Random(seed);
            EventWriter ward =
                    EventWriter.of(CaseId.of("case-" + seed), CaseLog.PATIENT, CaseLog.WARD);
            List<CaseEvent> said = new ArrayList<>();
            // no two of one moment: what came first of these is a matter of receipt
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                times.add(START.plus(Duration.ofMinutes(i * 500L + random.nextInt(499))));
            }
            Admission admission = admission(random);
            if (random.nextInt(10) > 0) {
                said.add(ward.record(admission, times.get(random.nextInt(5))));
            }
            if (random.nextInt(5) > 0) {
                said.add(
                        ward.send(
                                CaseLog.notice(
                                        admission, random.nextBoolean() ? "2026-03-24" : null),
                                times.get(5),
                                some(random)));
            }
            List<Function<Instant, CaseEvent>> kinds = kinds(ward, random);
            for (int i = 6; i < 6 + random.nextInt(30); i++) {
                said.add(kinds.get(random.nextInt(kinds.size())).apply(times.get(i)));
            }
            if (said.isEmpty()) {
                said.add(ward.record(admission, times.get(0)));
            }
            return new Made(said, answers(ward, said, random));
        }

        private static Admission admission(Random random) {
            Set<CareParty> needs = EnumSet.noneOf(CareParty.class);
            RECEIVERS.stream()
                    .filter(each -> random.nextBoolean())
                    .forEach(each -> needs.add(each.party()));
            return new Admission(
                    START,
                    CareForm.values()[random.nextInt(2)],
                    random.nextInt(4) == 0
                            ? Optional.empty()
                            : Optional.of(START.plus(Duration.ofHours(random.nextInt(60)))),
                    needs);
        }

        private static List<Function<Instant, CaseEvent>> kinds(EventWriter ward, Random random) {
            EventWriter centre = ward.as(CaseLog.CENTRE);
            EventWriter social = ward.as(CaseLog.SOCIAL);
            Participant[] to = some(random);
            return List.of(
                    at -> ward.send(new EstimateChanged(LocalDate.of(2026, 3, 28)), at, to),
                    at ->
                            ward.send(
                                    new EstimateChanged(LocalDate.of(2026, 3, 30)),
                                    new EventTimes(at.minusSeconds(9999), at, Optional.of(at)),
                                    List.of(to)),
                    at -> ward.send(ReadyNotice.judged(at.minusSeconds(600)), at, to),
                    at -> ward.send(ReadyNotice.judged(at), at, some(random)),
                    at -> ward.send(new ReadyWithdrawn(WithdrawalReason.of("worse")), at, to),
                    at -> ward.send(new DischargeNotice(at, Destination.HOME), at, to),
                    at ->
                            ward.send(
                                    new DischargeNotice(
                                            at.plus(2, ChronoUnit.DAYS), Destination.HOME),
                                    at,
                                    to),
                    at -> ward.send(new DischargeInformation(""), at, to),
                    at -> ward.record(new PatientInformed(true, true), at),
                    at -> ward.record(new LeaveStarted(Optional.empty()), at),
                    at -> ward.record(new HomeReadyChecklist(Set.of(HomeReadyItem.values())), at),
                    at ->
                            ward.record(
                                    new HomeReadyChecklist(Set.of(HomeReadyItem.JUDGED_READY)), at),
                    at -> ward.record(Consent.given(Consent.Scope.SHARING), at),
                    at -> ward.record(Consent.refused(Consent.Scope.SHARING), at),
                    at ->
                            ward.record(
                                    new Consent(
                                            Consent.Scope.SHARING,
                                            Consent.Decision.GIVEN,
                                            Consent.GivenBy.PATIENT,
                                            Optional.of(
                                                    at.atZone(SwedishTime.ZONE)
                                                            .toLocalDate()
                                                            .plusDays(1)),
                                            Optional.empty()),
                                    at),
                    at -> ward.record(Consent.refused(Consent.Scope.SIP), at),
                    at -> ward.record(Consent.given(Consent.Scope.SIP), at),
                    at ->
                            ward.send(
                                    new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, ""),
                                    at,
                                    to),
                    at -> centre.send(new SipNeed(random.nextBoolean()), at, CaseLog.WARD),
                    at ->
                            centre.send(
                                    new SipCall(Optional.empty(), "", List.of(), List.of()),
                                    at,
                                    CaseLog.SOCIAL),
                    at -> centre.send(new SipMade("plan"), at, CaseLog.SOCIAL),
                    at ->
                            centre.send(
                                    new FastVardkontaktAppointed(Optional.empty(), Optional.empty()),
                                    at,
                                    CaseLog.WARD),
                    at ->
                            centre.send(
                                    Availability.now(
                                            Availability.Answer.values()[random.nextInt(3)]),
                                    at,
                                    CaseLog.WARD),
                    at -> social.send(new Planning(Planning.Stage.STARTED), at, CaseLog.WARD),
                    at ->
                            random.nextInt(4) > 0
                                    ? social.send(
                                            new Planning(Planning.Stage.COMPLETED),
                                            at,
                                            CaseLog.WARD)
                                    : ward.send(
                                            new Interruption(
                                                    Interruption.Reason.values()[random.nextInt(5)]),
                                            at,
                                            to),
                    at ->
                            random.nextInt(4) > 0
                                    ? centre.send(
                                            new Planning(Planning.Stage.COMPLETED),
                                            at,
                                            CaseLog.WARD)
                                    : centre.record(new Closed(), at));
        }

        private static List<CaseEvent> answers(
                EventWriter ward, List<CaseEvent> said, Random random) {
            List<CaseEvent> answers = new ArrayList<>();
            for (CaseEvent event : said) {
                for (Participant unit : event.recipients()) {
                    Instant at = event.times().recorded().plusSeconds(random.nextInt(90_000));
                    Content answer =
                            switch (random.nextInt(12)) {
                                case 0, 1, 2 -> new Delivered(event.id());
                                case 3, 4, 5 -> new Receipt(event.id());
                                case 6 -> new Declined(event.id(), DeclineReason.WRONG_UNIT);
                                default ->
                                        event.content() instanceof CompulsoryCarePlan
                                                ? new PlanApproved(event.id())
                                                : new Receipt(event.id());
                            };
                    answers.add(ward.as(unit).send(answer, at, event.sender()));
                }
                if (random.nextInt(15) == 0) {
                    answers.add(
                            ward.as(event.sender())
                                    .record(
                                            new Voiding(event.id(), "a mistake"),
                                            event.times().recorded().plusSeconds(60)));
                }
            }
            return answers;
        }

        private static Participant[] some(Random random) {
            return RECEIVERS.stream()
                    .filter(each -> random.nextInt(3) > 0)
                    .toArray(Participant[]::new);
        }

        DischargeCase discharge() {
            return DischargeCase.of(Stream.concat(said.stream(), answers.stream()).toList());
        }

        DischargeCase inAnotherOrder(long seed) {
            List<CaseEvent> one = new ArrayList<>(said);
            List<CaseEvent> other = new ArrayList<>(answers);
            Collections.shuffle(one, new Random(seed));
            Collections.shuffle(other, new Random(seed));
            return DischargeCase.of(Stream.concat(one.stream(), other.stream()).toList());
        }

        /** From before it began till long after, and around each event. */
        List<Instant> moments() {
            List<Instant> moments = new ArrayList<>();
            for (int hours = -24; hours < 24 * 40; hours += 29) {
                moments.add(START.plus(Duration.ofHours(hours)));
            }
            return moments;
        }
    }
}
