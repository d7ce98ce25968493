package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.payment.TestCase.OPEN_PSYCHIATRY;
import static se.ehealthsdk.discharge.payment.TestCase.PRIMARY_CARE;
import static se.ehealthsdk.discharge.payment.TestCase.SOLNA;
import static se.ehealthsdk.discharge.payment.TestCase.SOLNA_UNIT;
import static se.ehealthsdk.discharge.payment.TestCase.STOCKHOLM;
import static se.ehealthsdk.discharge.payment.TestCase.STOCKHOLM_UNIT;
import static se.ehealthsdk.discharge.payment.TestCase.WARD;
import static se.ehealthsdk.discharge.payment.TestCase.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.Availability.Answer;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.payment.Blocker.Reason;
import se.ehealthsdk.discharge.payment.PaymentLiability.LiableAs;
import se.ehealthsdk.discharge.payment.PaymentLiability.Status;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;
import se.ehealthsdk.discharge.policy.Origin;
import se.ehealthsdk.discharge.policy.Policy;

/** Expected days are counted by hand. */
class PaymentLiabilityTest {

    private static final Origin OWN =
            new Origin(
                    new LegalReference("our agreement", Optional.empty(), Confidence.OFFICIAL),
                    Optional.empty());

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Rates RATES =
            Rates.none().with(rate(2025, "1000")).with(rate(2026, "2000")).with(rate(2027, "3000"));

    private static Rate rate(int year, String amount) {
        return Rate.ofYear(year, new BigDecimal(amount), "invented", Confidence.OFFICIAL);
    }

    private static Policy act(String key, Object value) {
        return Policy.act().with("payment." + key, value, OWN);
    }

    private static PaymentLiability assess(TestCase discharge, String asOf) {
        return assess(discharge, Policy.act(), asOf);
    }

    private static PaymentLiability assess(TestCase discharge, Policy policy, String asOf) {
        return PaymentLiability.assess(discharge.build(), policy, RATES, LocalDate.parse(asOf));
    }

    private static List<String> days(PaymentLiability liability) {
        return liability.days().stream().map(day -> day.date().toString()).toList();
    }

    private static void assertBlocked(PaymentLiability liability, Reason... reasons) {
        assertThat(liability.blockers()).extracting(Blocker::reason).containsExactly(reasons);
        assertThat(liability.status()).isEqualTo(Status.BLOCKED);
        assertThat(liability.days()).isEmpty();
        assertThat(liability.firstLiableDay()).isEmpty();
        assertThat(liability.amount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T10:00:00,   2026-03-09", // Friday to Monday: the weekend counts
        "2026-03-06T12:00:00,   2026-03-09", // noon itself is not after noon
        "2026-03-06T12:00:00.000000001, 2026-03-10",
        "2026-03-06T12:00:01,   2026-03-10",
        "2026-03-06T12:01:00,   2026-03-10",
        "2026-03-27T11:59:00,   2026-03-30", // over the start of summer time, 29 March
        "2026-10-23T13:00:00,   2026-10-27", // over its end, 25 October
        "2026-12-31T09:00:00,   2027-01-03", // over New Year
        "2025-12-23T09:00:00,   2025-12-26", // holidays count
        "2028-02-27T09:00:00,   2028-03-01", // 28, 29 February, 1 March
        "2028-02-26T12:00:01,   2028-03-01",
        "2027-02-26T09:00:00,   2027-03-01", // no leap year
        "2026-03-06T00:00:00,   2026-03-09",
        "2026-03-06T23:59:59,   2026-03-10",
    })
    void firstLiableDay_byWhenTheNoticeWasSent(String sent, LocalDate first) {
        PaymentLiability before =
                PaymentLiability.assess(
                        TestCase.ready(sent).build(), Policy.act(), RATES, first.minusDays(1));
        assertThat(before.firstLiableDay()).contains(first);
        assertThat(before.status()).isEqualTo(Status.NOT_YET);
        assertThat(before.amount()).contains(BigDecimal.ZERO);

        PaymentLiability then =
                PaymentLiability.assess(TestCase.ready(sent).build(), Policy.act(), RATES, first);
        assertThat(then.days()).extracting(LiableDay::date).containsExactly(first);
    }

    @Test
    void rate_isThatOfEachCareDay_notOfTheNotice() {
        TestCase discharge = TestCase.ready("2026-12-27T09:00").discharged("2027-01-03T10:00");

        PaymentLiability liability = assess(discharge, "2027-02-01");

        // 30, 31 December at 2 000; 1, 2 January at 3 000; the day of discharge is not liable
        assertThat(days(liability))
                .containsExactly("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02");
        assertThat(liability.amount()).contains(new BigDecimal("10000"));
        assertThat(liability.status()).isEqualTo(Status.LIABLE);
    }

    @Test
    void amount_whenARateIsMissing_isNotToldAndNeverZero() {
        TestCase discharge = TestCase.ready("2027-12-28T09:00");

        PaymentLiability liability = assess(discharge, "2028-01-01");

        assertThat(days(liability)).containsExactly("2027-12-31", "2028-01-01");
        assertThat(liability.amount()).isEmpty();
        assertThat(liability.status()).isEqualTo(Status.UNPRICED);
        assertThat(liability.isBlockedBy(Reason.RATE_MISSING)).isTrue();
        assertThat(liability.blockers().get(0).text(Locale.ENGLISH)).contains("2028");
        assertThatThrownBy(liability::requireAmount)
                .isInstanceOfSatisfying(
                        MissingRateException.class,
                        missing -> assertThat(missing.year()).isEqualTo(2028))
                .hasMessageContaining("2028");
    }

    @Test
    void liableMunicipality_isWhereThePatientIsRegistered() {
        PaymentLiability liability = assess(TestCase.ready("2026-03-06T10:00"), "2026-03-09");

        assertThat(liability.municipality()).contains(STOCKHOLM);
        assertThat(liability.liableAs()).contains(LiableAs.REGISTERED);
    }

    @Test
    void liableMunicipality_isTheOneThatPlacedThePatient_whateverTheRegistration() {
        TestCase discharge =
                new TestCase()
                        .residence(new Residence(Optional.of(STOCKHOLM), Optional.of(SOLNA)))
                        .municipality(SOLNA_UNIT)
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        PaymentLiability liability = assess(discharge, "2026-03-09");

        assertThat(liability.municipality()).contains(SOLNA);
        assertThat(liability.liableAs()).contains(LiableAs.PLACING);
        assertThat(days(liability)).containsExactly("2026-03-09");
    }

    @Test
    void liability_whenThePlacingMunicipalityWasNeverTold_isBlocked() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .residenceEstablished(
                                "2026-03-20T10:00",
                                new Residence(Optional.of(STOCKHOLM), Optional.of(SOLNA)));

        assertBlocked(
                assess(discharge, "2026-03-31"),
                Reason.ADMISSION_NOTICE_NOT_TO_MUNICIPALITY,
                Reason.READY_NOTICE_NOT_TO_MUNICIPALITY);
    }

    @Test
    void liability_whenTheMunicipalityIsNotKnown_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .residence(Residence.UNKNOWN)
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        PaymentLiability liability = assess(discharge, "2026-03-31");

        assertBlocked(liability, Reason.MUNICIPALITY_UNKNOWN);
        assertThat(liability.municipality()).isEmpty();
    }

    @Test
    void liability_withoutAdmissionNotice_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .residenceEstablished("2026-03-02T08:00", Residence.in(STOCKHOLM))
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.NO_ADMISSION_NOTICE);
    }

    @Test
    void liability_whenTheAdmissionNoticeWasVoided_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .voided("2026-03-02T10:00")
                        .residenceEstablished("2026-03-02T11:00", Residence.in(STOCKHOLM))
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.NO_ADMISSION_NOTICE);
    }

    @Test
    void liability_whenTheAdmissionNoticeWentToAnotherMunicipality_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .municipality(SOLNA_UNIT)
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .municipality(STOCKHOLM_UNIT)
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.ADMISSION_NOTICE_NOT_TO_MUNICIPALITY);
    }

    @Test
    void liability_whenTheAdmissionNoticeWentToOpenCareAlone_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .municipality(PRIMARY_CARE)
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                        .municipality(STOCKHOLM_UNIT)
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.ADMISSION_NOTICE_NOT_TO_MUNICIPALITY);
    }

    @Test
    void liability_whenTheUnitTurnedTheNoticeDownAsNotResident_isBlocked_butNotWhenNotKnown() {
        TestCase notResident =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .declined(STOCKHOLM_UNIT, "2026-03-02T10:00", DeclineReason.NOT_RESIDENT)
                        .noSip()
                        .readyAt("2026-03-06T10:00");
        TestCase notKnown =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .declined(STOCKHOLM_UNIT, "2026-03-02T10:00", DeclineReason.NOT_KNOWN)
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        assertBlocked(
                assess(notResident, "2026-03-31"), Reason.ADMISSION_NOTICE_NOT_TO_MUNICIPALITY);
        assertThat(days(assess(notKnown, "2026-03-09"))).containsExactly("2026-03-09");
    }

    @Test
    void liability_withoutReadyNotice_isBlocked() {
        TestCase discharge = new TestCase().admitted("2026-03-02T08:00").noSip();

        assertBlocked(assess(discharge, "2026-03-31"), Reason.NO_READY_NOTICE);
    }

    @Test
    void liability_whenTheReadyNoticeWasRecordedAndNotSent_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .add(
                                WARD,
                                List.of(STOCKHOLM_UNIT),
                                new EventTimes(
                                        time("2026-03-06T10:00"),
                                        time("2026-03-06T10:00"),
                                        Optional.empty()),
                                new ReadyNotice(
                                        time("2026-03-06T10:00"),
                                        Optional.empty(),
                                        ReadyNotice.Basis.PHYSICIAN));

        assertBlocked(assess(discharge, "2026-03-31"), Reason.NO_READY_NOTICE);
    }

    @Test
    void liability_whenTheReadyNoticeWentToOpenCareFirst_countsFromTheOneToTheMunicipality() {
        TestCase discharge =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                        .readyAt("2026-03-06T10:00", ReadyNotice.Basis.PHYSICIAN, PRIMARY_CARE)
                        .readyAt("2026-03-07T10:00");

        assertThat(assess(discharge, "2026-03-31").firstLiableDay())
                .contains(LocalDate.parse("2026-03-10"));
    }

    @Test
    void liability_whenTheSameReadinessIsNotifiedAgain_countsFromTheFirstNotice() {
        TestCase discharge = TestCase.ready("2026-03-06T10:00").readyAt("2026-03-08T10:00");

        assertThat(assess(discharge, "2026-03-31").firstLiableDay())
                .contains(LocalDate.parse("2026-03-09"));
    }

    // 24 h and a second after admission
    private static TestCase lateNotice() {
        return new TestCase()
                .admitted("2026-03-02T08:00", "2026-03-03T08:00:01")
                .noSip()
                .readyAt("2026-03-06T10:00");
    }

    @Test
    void lateAdmissionNotice_blocksDelaysOrWarns_asThePolicySays() {
        assertBlocked(
                assess(lateNotice(), act("lateAdmissionNotice", "BLOCKS"), "2026-03-31"),
                Reason.LATE_ADMISSION_NOTICE);

        PaymentLiability delayed =
                assess(lateNotice(), act("lateAdmissionNotice", "DELAYS"), "2026-03-10");
        assertThat(days(delayed)).containsExactly("2026-03-10");

        PaymentLiability warned =
                assess(lateNotice(), act("lateAdmissionNotice", "WARNS"), "2026-03-10");
        assertThat(days(warned)).containsExactly("2026-03-09", "2026-03-10");
        assertThat(warned.steps())
                .anySatisfy(
                        step -> {
                            assertThat(step.code()).isEqualTo("admission.late.warns");
                            assertThat(step.verdict()).isEqualTo(Step.Verdict.REMARK);
                        });
    }

    @Test
    void admissionNotice_atExactly24Hours_isInTime_alsoWhenSummerTimeBegins() {
        TestCase exactly =
                new TestCase()
                        .admitted("2026-03-02T08:00", "2026-03-03T08:00")
                        .noSip()
                        .readyAt("2026-03-06T10:00");
        // 23 hours on the clock's face are 24 when the night has lost one, so 09:00:01 is late
        TestCase lostHour =
                new TestCase()
                        .admitted("2026-03-28T08:00", "2026-03-29T09:00:01")
                        .noSip()
                        .readyAt("2026-03-31T10:00");
        TestCase lostHourInTime =
                new TestCase()
                        .admitted("2026-03-28T08:00", "2026-03-29T09:00")
                        .noSip()
                        .readyAt("2026-03-31T10:00");

        assertThat(assess(exactly, "2026-03-09").status()).isEqualTo(Status.LIABLE);
        assertBlocked(assess(lostHour, "2026-04-30"), Reason.LATE_ADMISSION_NOTICE);
        assertThat(assess(lostHourInTime, "2026-04-03").status()).isEqualTo(Status.LIABLE);
    }

    @Test
    void admissionNotice_whenTheNeedWasJudgedLater_isCountedFromThen() {
        TestCase discharge =
                new TestCase()
                        .needJudged("2026-03-04T09:00")
                        .admitted("2026-03-02T08:00", "2026-03-05T09:00")
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        assertThat(assess(discharge, "2026-03-09").status()).isEqualTo(Status.LIABLE);
    }

    private static TestCase sipDue() {
        return new TestCase()
                .needs(CareParty.OPEN_CARE, CareParty.MUNICIPAL_SOCIAL_SERVICES)
                .admitted("2026-03-02T08:00")
                .sipNeeded()
                .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                .readyAt("2026-03-06T10:00");
    }

    @Test
    void liability_whenASipIsDueAndNobodyCalled_isBlocked() {
        PaymentLiability liability = assess(sipDue(), "2026-03-31");

        assertBlocked(liability, Reason.NO_SIP_CALL);
        assertThat(liability.blockers().get(0).text(SWEDISH))
                .contains("måndag 2026-03-09")
                .endsWith("(4 kap. 3 § lag (2017:612))");
    }

    @Test
    void sipCall_onTheThirdDay_isInTime_howeverLateInTheDay() {
        PaymentLiability liability = assess(sipDue().sipCalled("2026-03-09T23:59"), "2026-03-09");

        assertThat(days(liability)).containsExactly("2026-03-09");
    }

    @Test
    void lateSipCall_blocksDelaysOrWarns_asThePolicySays() {
        TestCase twoDaysLate = sipDue().sipCalled("2026-03-11T09:00");

        assertBlocked(assess(twoDaysLate, "2026-03-31"), Reason.LATE_SIP_CALL);
        assertThat(assess(twoDaysLate, act("lateSipCall", "DELAYS"), "2026-03-31").firstLiableDay())
                .contains(LocalDate.parse("2026-03-11"));
        assertThat(assess(twoDaysLate, act("lateSipCall", "WARNS"), "2026-03-31").firstLiableDay())
                .contains(LocalDate.parse("2026-03-09"));
    }

    @Test
    void sipCall_isCountedFromWhenTheNoticeWasDelivered_whereThePolicySaysSo() {
        TestCase discharge =
                new TestCase()
                        .admitted("2026-03-02T08:00")
                        .sipNeeded()
                        .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                        .readyAt(
                                "2026-03-06T10:00",
                                ReadyNotice.Basis.PHYSICIAN,
                                STOCKHOLM_UNIT,
                                PRIMARY_CARE)
                        .delivered(PRIMARY_CARE, "2026-03-07T00:30")
                        .sipCalled("2026-03-10T09:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.LATE_SIP_CALL);
        PaymentLiability liability =
                assess(
                        discharge,
                        Policy.act().with("deadlines.sipCallCountsFrom", "DELIVERED", OWN),
                        "2026-03-31");
        assertThat(liability.blockers()).isEmpty();
        // the liability itself counts from when the notice was sent
        assertThat(liability.firstLiableDay()).contains(LocalDate.parse("2026-03-09"));
    }

    @Test
    void sipCall_bySomeoneWhoMayNot_countsAsNone() {
        assertBlocked(
                assess(sipDue().sipCalled(WARD, "2026-03-07T09:00"), "2026-03-31"),
                Reason.NO_SIP_CALL);
    }

    @Test
    void sip_whenThePatientSaysNo_isNotDue() {
        TestCase discharge = sipDue().sipConsent(Consent.Decision.REFUSED);

        assertThat(assess(discharge, "2026-03-09").status()).isEqualTo(Status.LIABLE);
    }

    @Test
    void sip_whenThePatientSaysNoAfterTheLastDayForTheCall_wasDueAllTheSame() {
        // ready on 6 March, so the call was owed by the end of 9 March
        assertThat(assess(saidNo("2026-03-09T23:59:59"), "2026-03-12").status())
                .isEqualTo(Status.LIABLE);
        assertBlocked(assess(saidNo("2026-03-10T00:00"), "2026-03-12"), Reason.NO_SIP_CALL);
    }

    private static TestCase saidNo(String at) {
        return sipDue().add(
                        WARD,
                        List.of(),
                        time(at),
                        new Consent(
                                Consent.Scope.SIP,
                                Consent.Decision.REFUSED,
                                Consent.GivenBy.PATIENT,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void sip_whenACarePlanAfterCompulsoryCareIsMade_isNotDue() {
        TestCase discharge =
                sipDue().add(
                                WARD,
                                List.of(STOCKHOLM_UNIT),
                                time("2026-03-05T10:00"),
                                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, "plan-1"));

        assertThat(assess(discharge, "2026-03-12").isBlockedBy(Reason.NO_SIP_CALL)).isFalse();
    }

    @Test
    void amount_ofACaseInWhoseWaySomethingStands_isNoZero() {
        PaymentLiability unknown =
                assess(
                        new TestCase()
                                .residence(Residence.UNKNOWN)
                                .admitted("2026-03-02T08:00")
                                .noSip()
                                .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                                .readyAt("2026-03-06T10:00"),
                        "2026-03-31");

        assertThatThrownBy(unknown::requireAmount)
                .isInstanceOfSatisfying(
                        NoAmountException.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(Status.BLOCKED);
                            assertThat(refused.reasons())
                                    .containsExactly(Reason.MUNICIPALITY_UNKNOWN);
                        });
    }

    @Test
    void amount_ofACaseThatCountsInAMean_isNoZero() {
        PaymentLiability inMean =
                assess(TestCase.ready("2026-03-06T10:00"), Policy.skane(), "2026-03-31");

        assertThatThrownBy(inMean::requireAmount).isInstanceOf(NoAmountException.class);
    }

    @Test
    void blockers_areToldAll_alsoOfANoticeThatWasTakenBackOrMissedTheMunicipality() {
        assertBlocked(
                assess(
                        new TestCase()
                                .admitted("2026-03-02T08:00", "2026-03-03T08:00:01")
                                .noSip()
                                .readyAt("2026-03-06T10:00")
                                .withdrawn("2026-03-07T10:00"),
                        "2026-03-31"),
                Reason.LATE_ADMISSION_NOTICE,
                Reason.READY_NOTICE_WITHDRAWN);
        assertBlocked(
                assess(
                        new TestCase()
                                .admitted("2026-03-02T08:00")
                                .sipNeeded()
                                .readyAt(
                                        "2026-03-06T10:00",
                                        ReadyNotice.Basis.PHYSICIAN,
                                        PRIMARY_CARE),
                        "2026-03-31"),
                Reason.READY_NOTICE_NOT_TO_MUNICIPALITY,
                Reason.NO_SIP_CALL);
    }

    @Test
    void caseThatNoMeanCounts_isNotSaidToCountInOne() {
        TestCase takenBack = TestCase.ready("2026-03-06T10:00").withdrawn("2026-03-08T10:00");
        TestCase brokenOff =
                TestCase.ready("2026-03-06T10:00")
                        .interrupted("2026-03-08T10:00", Interruption.Reason.NO_NEED);

        assertBlocked(
                assess(takenBack, Policy.vastraGotaland2020(), "2026-03-31"),
                Reason.READY_NOTICE_WITHDRAWN);
        assertBlocked(assess(brokenOff, Policy.skane(), "2026-03-31"), Reason.INTERRUPTED);
    }

    @Test
    void sip_whenNobodyHasJudgedTheNeed_blocksOrWarns_asThePolicySays() {
        TestCase discharge =
                new TestCase()
                        .needs(CareParty.OPEN_CARE, CareParty.MUNICIPAL_HEALTH_CARE)
                        .admitted("2026-03-02T08:00")
                        .openCare("2026-03-03T08:00", Answer.CAN_RECEIVE)
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.SIP_NEED_NOT_ASSESSED);
        assertThat(
                        days(
                                assess(
                                        discharge,
                                        act("unsettled.unassessedSipBlocks", false),
                                        "2026-03-09")))
                .containsExactly("2026-03-09");
    }

    @Test
    void sip_whenNobodyHasJudgedTheNeed_andOnlyTheMunicipalityIsExpected_isNotDue() {
        TestCase discharge =
                new TestCase().admitted("2026-03-02T08:00").readyAt("2026-03-06T10:00");
        TestCase expectingNothing =
                new TestCase().needs().admitted("2026-03-02T08:00").readyAt("2026-03-06T10:00");

        assertThat(days(assess(discharge, "2026-03-09"))).containsExactly("2026-03-09");
        assertBlocked(assess(expectingNothing, "2026-03-31"), Reason.SIP_NEED_NOT_ASSESSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReadyNotice.Basis.class,
            names = {"OPEN_COMPULSORY_CARE", "OPEN_FORENSIC_CARE"})
    void readyNotice_ofOpenCompulsoryCare_countsFromItsOwnTime_andNeedsNoSip(
            ReadyNotice.Basis basis) {
        TestCase discharge =
                new TestCase()
                        .form(CareForm.PSYCHIATRIC)
                        .admitted("2026-03-02T08:00")
                        .sipNeeded()
                        .readyAt("2026-03-06T12:00:01", basis, STOCKHOLM_UNIT);

        PaymentLiability liability = assess(discharge, "2026-03-10");

        assertThat(days(liability)).containsExactly("2026-03-10");
        assertThat(liability.steps()).extracting(Step::code).contains("sip.replaced");
    }

    @Test
    void liability_whenOpenCareHasSaidNothing_isBlocked() {
        TestCase discharge =
                new TestCase()
                        .needs(CareParty.OPEN_CARE, CareParty.MUNICIPAL_SOCIAL_SERVICES)
                        .admitted("2026-03-02T08:00")
                        .noSip()
                        .readyAt("2026-03-06T10:00");

        assertBlocked(assess(discharge, "2026-03-06"), Reason.OPEN_CARE_UNCLEAR);
        PaymentLiability later = assess(discharge, "2026-03-10");
        assertBlocked(later, Reason.OPEN_CARE_UNCLEAR);
        assertThat(later.exemptDays())
                .containsExactly(
                        new ExemptDay(
                                LocalDate.parse("2026-03-09"), ExemptDay.Reason.OPEN_CARE_UNCLEAR),
                        new ExemptDay(
                                LocalDate.parse("2026-03-10"), ExemptDay.Reason.OPEN_CARE_UNCLEAR));
        assertThat(days(assess(discharge, act("silentOpenCare", "AVAILABLE"), "2026-03-10")))
                .containsExactly("2026-03-09", "2026-03-10");
    }

    @ParameterizedTest
    @CsvSource({"UNCLEAR, OPEN_CARE_UNCLEAR", "CANNOT_RECEIVE, OPEN_CARE_UNAVAILABLE"})
    void liability_whileOpenCareCannotOrItIsUnclear_isBlocked(Answer answer, Reason reason) {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00").openCare("2026-03-06T11:00", answer);

        assertBlocked(assess(discharge, "2026-03-31"), reason);
    }

    @Test
    void days_whileOpenCareCannot_areNotLiable_andThoseAroundAre() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .openCare("2026-03-06T11:00", Answer.CAN_RECEIVE)
                        .openCare("2026-03-11T14:00", Answer.CANNOT_RECEIVE)
                        .openCare("2026-03-13T09:00", Answer.CAN_RECEIVE);

        PaymentLiability liability = assess(discharge, "2026-03-14");

        assertThat(days(liability)).containsExactly("2026-03-09", "2026-03-10", "2026-03-14");
        assertThat(liability.exemptDays())
                .extracting(day -> day.date().toString())
                .containsExactly("2026-03-11", "2026-03-12", "2026-03-13");
        assertThat(liability.amount()).contains(new BigDecimal("6000"));
        assertThat(
                        days(
                                assess(
                                        discharge,
                                        act("unsettled.partlyAvailableDayIsLiable", true),
                                        "2026-03-14")))
                .containsExactly(
                        "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-13", "2026-03-14");
    }

    @Test
    void openCare_thatCanFromALaterDay_makesThatDayTheFirst() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .openCare(
                                PRIMARY_CARE,
                                "2026-03-06T11:00",
                                Answer.CAN_RECEIVE,
                                Optional.of(LocalDate.parse("2026-03-12")));

        PaymentLiability early = assess(discharge, "2026-03-07");
        assertThat(early.firstLiableDay()).contains(LocalDate.parse("2026-03-12"));
        assertThat(early.status()).isEqualTo(Status.NOT_YET);
        assertThat(days(assess(discharge, "2026-03-12"))).containsExactly("2026-03-12");
    }

    @Test
    void openCare_thatSaysAfterwardsThatItCould_wasUnclearUntilItSaidSo() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .openCare(
                                PRIMARY_CARE,
                                "2026-03-11T11:00",
                                Answer.CAN_RECEIVE,
                                Optional.of(LocalDate.parse("2026-03-06")));

        assertThat(days(assess(discharge, "2026-03-12"))).containsExactly("2026-03-12");
    }

    @Test
    void openCare_thatSaysAfterwardsThatItCouldNot_takesTheDaysAway() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .openCare("2026-03-06T11:00", Answer.CAN_RECEIVE)
                        .openCare(
                                PRIMARY_CARE,
                                "2026-03-12T11:00",
                                Answer.CANNOT_RECEIVE,
                                Optional.of(LocalDate.parse("2026-03-10")));

        assertThat(days(assess(discharge, "2026-03-12"))).containsExactly("2026-03-09");
    }

    @Test
    void openCare_ofTwoUnits_isAsTheOneThatCanLeast() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .openCare("2026-03-06T11:00", Answer.CAN_RECEIVE)
                        .openCare(
                                OPEN_PSYCHIATRY,
                                "2026-03-06T11:00",
                                Answer.CANNOT_RECEIVE,
                                Optional.empty());

        assertBlocked(assess(discharge, "2026-03-31"), Reason.OPEN_CARE_UNAVAILABLE);
    }

    @Test
    void withdrawnNotice_andANewOne_countsFromTheNewOne() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .withdrawn("2026-03-11T09:00")
                        .readyAt("2026-03-16T13:00");

        PaymentLiability liability = assess(discharge, "2026-03-21");

        assertThat(liability.firstLiableDay()).contains(LocalDate.parse("2026-03-20"));
        assertThat(days(liability)).containsExactly("2026-03-20", "2026-03-21");
        // 9 and 10 March stay where the policy says so
        assertThat(days(assess(discharge, act("withdrawalKeepsDays", true), "2026-03-20")))
                .containsExactly("2026-03-09", "2026-03-10", "2026-03-20");
    }

    @Test
    void withdrawnNotice_withoutANewOne_isBlocked() {
        TestCase discharge = TestCase.ready("2026-03-06T10:00").withdrawn("2026-03-11T09:00");

        assertBlocked(assess(discharge, "2026-03-31"), Reason.READY_NOTICE_WITHDRAWN);
        PaymentLiability kept = assess(discharge, act("withdrawalKeepsDays", true), "2026-03-31");
        assertThat(days(kept)).containsExactly("2026-03-09", "2026-03-10");
        assertThat(kept.amount()).contains(new BigDecimal("4000"));
    }

    @Test
    void discharge_beforeTheFirstDay_givesNoDays() {
        PaymentLiability liability =
                assess(
                        TestCase.ready("2026-03-06T10:00").discharged("2026-03-09T15:00"),
                        "2026-03-31");

        assertThat(liability.status()).isEqualTo(Status.NO_DAYS);
        assertThat(liability.firstLiableDay()).isEmpty();
        assertThat(liability.amount()).contains(BigDecimal.ZERO);
        assertThat(liability.requireAmount()).isEqualByComparingTo("0");
    }

    @Test
    void dischargeDay_isLiable_onlyWhenThePolicySaysSo() {
        TestCase discharge = TestCase.ready("2026-03-06T10:00").discharged("2026-03-10T15:00");

        assertThat(days(assess(discharge, "2026-03-31"))).containsExactly("2026-03-09");
        assertThat(
                        days(
                                assess(
                                        discharge,
                                        act("unsettled.dischargeDayIsLiable", true),
                                        "2026-03-31")))
                .containsExactly("2026-03-09", "2026-03-10");
    }

    @ParameterizedTest
    @EnumSource(
            value = Interruption.Reason.class,
            names = {"DEATH", "TRANSFERRED"})
    void deathOrTransfer_endsTheDaysAsADischargeDoes(Interruption.Reason reason) {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00").interrupted("2026-03-11T03:00", reason);

        PaymentLiability liability = assess(discharge, "2026-03-31");

        assertThat(days(liability)).containsExactly("2026-03-09", "2026-03-10");
        assertThat(liability.blockers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Interruption.Reason.class,
            names = {"DISCONTINUED", "DECLINED", "NO_NEED"})
    void processBrokenOff_givesNoDays_unlessThePolicyKeepsThem(Interruption.Reason reason) {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00").interrupted("2026-03-11T03:00", reason);

        assertBlocked(assess(discharge, "2026-03-31"), Reason.INTERRUPTED);
        assertThat(days(assess(discharge, act("withdrawalKeepsDays", true), "2026-03-31")))
                .containsExactly("2026-03-09", "2026-03-10");
    }

    @Test
    void processBrokenOff_afterTheDischarge_changesNothing() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00")
                        .discharged("2026-03-10T15:00")
                        .interrupted("2026-03-20T09:00", Interruption.Reason.NO_NEED);

        assertThat(days(assess(discharge, "2026-03-31"))).containsExactly("2026-03-09");
    }

    @Test
    void leave_wholeDaysAreExempt_onlyWhenThePolicySaysSo() {
        TestCase discharge =
                TestCase.ready("2026-03-06T10:00").leave("2026-03-09T18:00", "2026-03-12T09:00");

        assertThat(days(assess(discharge, "2026-03-12"))).hasSize(4);
        PaymentLiability exempt =
                assess(discharge, act("unsettled.leaveDaysAreLiable", false), "2026-03-12");
        assertThat(days(exempt)).containsExactly("2026-03-09", "2026-03-12");
        assertThat(exempt.exemptDays())
                .extracting(ExemptDay::reason)
                .containsOnly(ExemptDay.Reason.ON_LEAVE);
    }

    @Test
    void cutoffItselfIsLate_movesNoonByADay_andNotTheSecondBefore() {
        Policy stricter = act("cutoffItselfIsLate", true);

        assertThat(
                        assess(TestCase.ready("2026-03-06T12:00"), stricter, "2026-03-06")
                                .firstLiableDay())
                .contains(LocalDate.parse("2026-03-10"));
        assertThat(
                        assess(TestCase.ready("2026-03-06T11:59:59"), stricter, "2026-03-06")
                                .firstLiableDay())
                .contains(LocalDate.parse("2026-03-09"));
    }

    @Test
    void precisionOfMinutes_takesHalfAMinutePastNoonAsNoon() {
        Policy minutes = act("precision", "MINUTES");

        assertThat(
                        assess(TestCase.ready("2026-03-06T12:00:59"), minutes, "2026-03-06")
                                .firstLiableDay())
                .contains(LocalDate.parse("2026-03-09"));
        assertThat(
                        assess(TestCase.ready("2026-03-06T12:01:00"), minutes, "2026-03-06")
                                .firstLiableDay())
                .contains(LocalDate.parse("2026-03-10"));
    }

    @Test
    void firstDay_thatIsNotLiable_movesTheStartByADay() {
        PaymentLiability liability =
                assess(
                        TestCase.ready("2026-03-06T10:00"),
                        act("firstDayIsLiable", false),
                        "2026-03-10");

        assertThat(days(liability)).containsExactly("2026-03-10");
    }

    @Test
    void psychiatricCareIn2018_has30Days() {
        TestCase discharge =
                new TestCase()
                        .form(CareForm.PSYCHIATRIC)
                        .admitted("2018-02-26T08:00")
                        .noSip()
                        .readyAt("2018-03-01T10:00");

        assertThat(
                        assess(discharge, Policy.psychiatricTransition2018(), "2018-03-31")
                                .firstLiableDay())
                .contains(LocalDate.parse("2018-03-31"));
    }

    @Test
    void stockholm2020_countsTheCaseInTheMean_andGivesNoAmount() {
        PaymentLiability liability =
                assess(TestCase.ready("2026-03-06T10:00"), Policy.stockholm2020(), "2026-03-31");

        assertThat(liability.status()).isEqualTo(Status.COUNTED_IN_MEAN);
        assertThat(liability.amount()).isEmpty();
        assertThat(liability.days()).isEmpty();
        assertThat(liability.steps()).extracting(Step::code).contains("terms.unconfirmed");
        // before 12.00: noon is late; days 0, 1, 2 are free
        assertThat(liability.explanation(Locale.ENGLISH))
                .anyMatch(text -> text.contains("3 days later, Monday 2026-03-09"));
    }

    @Test
    void vastraGotaland_whoIsNotHomeWithin7Days_isCountedOnItsOwn() {
        TestCase discharge = TestCase.ready("2026-03-06T10:00");

        assertThat(assess(discharge, Policy.vastraGotaland2020(), "2026-03-13").status())
                .isEqualTo(Status.COUNTED_IN_MEAN);
        PaymentLiability own = assess(discharge, Policy.vastraGotaland2020(), "2026-03-14");
        assertThat(own.status()).isEqualTo(Status.LIABLE);
    }

    @Test
    void termsThatAreNotInUse_block() {
        assertBlocked(
                assess(
                        TestCase.ready("2026-03-06T10:00"),
                        act("activation", "NOT_ACTIVE"),
                        "2026-03-31"),
                Reason.TERMS_NOT_ACTIVE);
    }

    @Test
    void momentThatCannotBe_isInvalidInput() {
        TestCase farOff =
                new TestCase().admitted("2026-03-02T08:00").noSip().readyAt("9000-03-06T10:00");

        assertThatThrownBy(() -> assess(farOff, Policy.act(), "2026-03-31"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                PaymentLiability.assess(
                                        TestCase.ready("2026-03-06T10:00").build(),
                                        Policy.act(),
                                        RATES,
                                        LocalDate.MAX))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void explanation_inBothLanguages_namesDatesAndParagraphs() {
        TestCase discharge = TestCase.ready("2026-03-06T12:01").discharged("2026-03-12T10:00");
        PaymentLiability liability = assess(discharge, "2026-03-31");

        assertThat(liability.explanation(SWEDISH))
                .containsExactly(
                        "Regler: " + Policy.act().name() + ".",
                        "Ansvarig kommun är 0180, där patienten är folkbokförd. (5 kap. 1 § lag"
                                + " (2017:612))",
                        "Inskrivningsmeddelandet skickades till kommunen tisdag 2026-03-03"
                                + " 13:01, inom tiden som gick ut onsdag 2026-03-04 12:01."
                                + " (5 kap. 3 § lag (2017:612))",
                        "Meddelandet om utskrivningsklar skickades till kommunen fredag"
                                + " 2026-03-06 12:01. (5 kap. 3 § lag (2017:612))",
                        "En SIP har bedömts inte behövas. (4 kap. 1-2 §§ lag (2017:612))",
                        "Skickat fredag 2026-03-06, för sent i förhållande till klockan 12:00:"
                                + " betalningsansvaret inträder 4 dagar senare, tisdag"
                                + " 2026-03-10. (5 kap. 4 § lag (2017:612))",
                        "Patienten lämnade sjukhuset torsdag 2026-03-12; den dagen räknas inte.",
                        "2 dagar med betalningsansvar, tisdag 2026-03-10 till onsdag 2026-03-11."
                                + " (5 kap. 4 § lag (2017:612))",
                        "Ingen regionfinansierad öppen vård medverkar, så frågan om dess insatser"
                                + " uppkommer inte. (5 kap. 5 § lag (2017:612))",
                        "2 dagar, tisdag 2026-03-10 till onsdag 2026-03-11, à 2\u00a0000\u00a0kr"
                                + " (invented; läst i författningen): 4\u00a0000\u00a0kr."
                                + " (5 kap. 6 § lag (2017:612))",
                        "Summa 4\u00a0000\u00a0kr för 2 dagar.");
        assertThat(liability.explanation(Locale.ENGLISH))
                .hasSameSizeAs(liability.steps())
                .contains("In all SEK 4,000 for 2 days.");
    }

    @Test
    void result_holdsNoPersonalData() {
        TestCase discharge = sipDue().sipConsent(Consent.Decision.REFUSED);
        PaymentLiability liability = assess(discharge, "2026-03-31");

        assertThat(
                        liability
                                + liability.explanation(SWEDISH).toString()
                                + liability.explanation(Locale.ENGLISH))
                .doesNotContain("19121212", "121212", "Tolvan", "Hemlig");
    }
}
