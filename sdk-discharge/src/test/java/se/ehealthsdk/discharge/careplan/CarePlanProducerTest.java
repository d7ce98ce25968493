package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.careplan.Plans.OTHER;
import static se.ehealthsdk.discharge.careplan.Plans.OTHER_UNIT;
import static se.ehealthsdk.discharge.careplan.Plans.RECORDED;
import static se.ehealthsdk.discharge.careplan.Plans.SYSTEM;
import static se.ehealthsdk.discharge.careplan.Plans.TOLVAN;
import static se.ehealthsdk.discharge.careplan.Plans.UNIT;
import static se.ehealthsdk.discharge.careplan.Plans.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.discharge.careplan.GetCarePlans.DatePeriod;

/** The nine cases of the contract's test suite, and what else may be asked, through a real endpoint. */
class CarePlanProducerTest {

    private static final LogicalAddress ADDRESS = LogicalAddress.of(SYSTEM);
    private static final HsaId APPROVED = HsaId.of("SE2321000016-1177");

    private static final List<CarePlan> STORE = new ArrayList<>();
    private static DateFilter dates = DateFilter.ANY_TIME;
    private static Services services;

    @BeforeAll
    static void start() {
        ConsumerFilter filter =
                (consumer, plan) ->
                        !plan.documentId().startsWith("secret") || consumer.equals(Optional.of(APPROVED));
        CarePlanSource source =
                (patient, system) -> {
                    if (patient.id().equals("199001012380")) {
                        throw new IllegalStateException("no connection for 199001012380");
                    }
                    if (patient.id().equals("200001012384")) {
                        throw new InvalidInputException("patient", "199001012380", "another");
                    }
                    return STORE.stream()
                            .filter(
                                    plan ->
                                            plan.patient().equals(patient)
                                                    || plan.documentId().startsWith("stray"))
                            .toList();
                };
        services =
                new Services(
                        RivtaEndpoint.builder()
                                .on(
                                        CarePlanContracts.GET_CARE_PLANS_2,
                                        (request, caller) ->
                                                CarePlanProducer.builder(source)
                                                        .consumers(filter)
                                                        .dates(dates)
                                                        .largestDocument(1000)
                                                        .build()
                                                        .handle(request, caller))
                                .build());
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
        dates = DateFilter.ANY_TIME;
    }

    private static List<String> ids(CarePlanQuestion.Builder question) {
        CarePlans found =
                CarePlanClient.on(services.platform).ask(question.build(), ADDRESS);
        assertThat(found.result().code()).isEqualTo(Result.OK);
        return found.plans().stream().map(CarePlan::documentId).toList();
    }

    private static Result raw(GetCarePlans request) {
        GetCarePlansAnswer answer =
                services.platform.call(CarePlanContracts.GET_CARE_PLANS_2, ADDRESS, request);
        assertThat(answer.plans()).isEmpty();
        return answer.result();
    }

    private static GetCarePlans request(
            PatientId patient, Optional<DatePeriod> period, Optional<String> source, String... contacts) {
        return new GetCarePlans(List.of(), patient, period, source, List.of(contacts));
    }

    // ---- the nine

    @Test
    void patientOnly_allHerPlansAndNoOthers() {
        CarePlan own = plan("1").build();
        STORE.addAll(List.of(own, plan("2", OTHER, UNIT, RECORDED).build()));

        CarePlans found =
                CarePlanClient.on(services.platform)
                        .ask(CarePlanQuestion.about(TOLVAN).build(), ADDRESS);

        assertThat(found.plans()).containsExactly(own);
        assertThat(found.isPartial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-02, true",
        "2026-11-01, 2026-11-02, true",
        "2026-11-02, 2026-11-30, true",
        "2026-10-01, 2026-11-01, false",
        "2026-11-03, 2026-11-30, false"
    })
    void dateBoundaries_areIncluded(LocalDate first, LocalDate last, boolean expected) {
        STORE.add(plan("1").build());

        assertThat(ids(CarePlanQuestion.about(TOLVAN).between(first, last)))
                .isEqualTo(expected ? List.of("1") : List.of());
    }

    @Test
    void period_recordedSignedOrDrawnUp_anyOfThemCounts() {
        LocalDateTime early = LocalDateTime.of(2026, 1, 1, 0, 0);
        LocalDateTime within = LocalDateTime.of(2026, 3, 31, 23, 59, 59);
        STORE.add(plan("recorded", TOLVAN, UNIT, within).build());
        STORE.add(
                plan("signed", TOLVAN, UNIT, early)
                        .signed(LegalAuthenticator.of(within, Plans.DOCTOR))
                        .build());
        STORE.add(plan("drawn up", TOLVAN, UNIT, early).documentTime(within).build());
        STORE.add(plan("none", TOLVAN, UNIT, early).documentTime(early).build());
        CarePlanQuestion.Builder question =
                CarePlanQuestion.about(TOLVAN)
                        .between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

        assertThat(ids(question)).containsExactly("recorded", "signed", "drawn up");

        dates = DateFilter.DOCUMENT_TIME;
        assertThat(ids(question)).containsExactly("drawn up");
    }

    @Test
    void unitFilter_plansOfTheUnitsAlone() {
        STORE.addAll(
                List.of(plan("1").build(), plan("2", TOLVAN, OTHER_UNIT, RECORDED).build()));

        assertThat(ids(CarePlanQuestion.about(TOLVAN).careUnit(OTHER_UNIT))).containsExactly("2");
        assertThat(ids(CarePlanQuestion.about(TOLVAN).careUnit(HsaId.of("se2321000016-unit2"))))
                .containsExactly("2");
        assertThat(ids(CarePlanQuestion.about(TOLVAN).careUnit(UNIT).careUnit(OTHER_UNIT)))
                .containsExactly("1", "2");
        assertThat(ids(CarePlanQuestion.about(TOLVAN).careUnit(Plans.PROVIDER))).isEmpty();
    }

    @Test
    void contactFilter_plansOfTheContactsAlone() {
        STORE.addAll(
                List.of(
                        plan("1").careContact("K-1").build(),
                        plan("2").careContact("K-2").build(),
                        plan("3").build()));

        assertThat(ids(CarePlanQuestion.about(TOLVAN).from(SYSTEM).careContact("K-2")))
                .containsExactly("2");
        assertThat(
                        ids(
                                CarePlanQuestion.about(TOLVAN)
                                        .from(SYSTEM)
                                        .careContact("K-1")
                                        .careContact("K-2")))
                .containsExactly("1", "2");
    }

    @Test
    void headerFilter_originalConsumer_seesWhatItsOwnersApproved() {
        STORE.addAll(List.of(plan("1").build(), plan("secret").build()));
        CarePlanQuestion question = CarePlanQuestion.about(TOLVAN).build();

        CarePlans known =
                CarePlanClient.on(
                                services.platform.with(
                                        options -> options.originalConsumer(APPROVED)))
                        .ask(question, ADDRESS);
        assertThat(known.plans()).hasSize(2);
        assertThat(ids(CarePlanQuestion.about(TOLVAN))).containsExactly("1");
    }

    @Test
    void nonExistingContact_nothingFound() {
        STORE.add(plan("1").careContact("K-1").build());

        assertThat(ids(CarePlanQuestion.about(TOLVAN).from(SYSTEM).careContact("K-9"))).isEmpty();
    }

    @Test
    void nonExistingPatient_nothingFound() {
        STORE.add(plan("1").build());

        assertThat(ids(CarePlanQuestion.about(OTHER))).isEmpty();
    }

    @Test
    void contactWithoutSourceSystem_isAnInvalidRequest() {
        Result result =
                raw(request(PatientId.of(TOLVAN), Optional.empty(), Optional.empty(), "K-1"));

        assertThat(result.code()).isEqualTo(Result.ERROR);
        assertThat(result.errorCode()).contains(Result.INVALID_REQUEST);
        assertThat(result.message())
                .hasValueSatisfying(text -> assertThat(text).contains("careContactId"));
        assertThat(result.logId()).hasSize(36);
    }

    @Test
    void otherSourceSystemThanTheAddress_isAnInvalidRequest() {
        Result result =
                raw(
                        request(
                                PatientId.of(TOLVAN),
                                Optional.empty(),
                                Optional.of("SE2321000016-SYS2")));

        assertThat(result.errorCode()).contains(Result.INVALID_REQUEST);
    }

    // ---- and more

    @Test
    void reserveNumber_withItsSourceSystem_isFound() {
        PersonId reserve = Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "991945000015");
        STORE.add(plan("1", reserve, UNIT, RECORDED).build());

        assertThat(ids(CarePlanQuestion.about(reserve).from(SYSTEM))).containsExactly("1");
        assertThat(
                        raw(
                                        request(
                                                PatientId.of(reserve),
                                                Optional.empty(),
                                                Optional.empty()))
                                .errorCode())
                .contains(Result.INVALID_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"20260231, 20260301", "20260302, 20260301", "2026-03-01, 20260302", "'', 20260302"})
    void periodThatIsNone_isAnInvalidRequest(String start, String end) {
        assertThat(
                        raw(
                                        request(
                                                PatientId.of(TOLVAN),
                                                Optional.of(new DatePeriod(start, end)),
                                                Optional.empty()))
                                .errorCode())
                .contains(Result.INVALID_REQUEST);
    }

    @Test
    void personnummerWithSeparator_isAnInvalidRequest() {
        assertThat(
                        raw(
                                        request(
                                                new PatientId("19121212-1212", TOLVAN.oid()),
                                                Optional.empty(),
                                                Optional.empty()))
                                .errorCode())
                .contains(Result.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199001012380", "200001012384"})
    void storeThatFails_isAServerFaultWithoutTheNumber(String patient) {
        assertThatThrownBy(
                        () ->
                                raw(
                                        request(
                                                new PatientId(patient, TOLVAN.oid()),
                                                Optional.empty(),
                                                Optional.empty())))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> {
                            assertThat(fault.faultCode()).isEqualTo("Server");
                            assertThat(fault.faultString() + fault.detail())
                                    .contains("log id")
                                    .doesNotContain("199001012380");
                        });
    }

    @Test
    void planOfAnotherPatient_isAFaultAndNeverSent() {
        STORE.add(plan("stray", OTHER, UNIT, RECORDED).build());

        assertThatThrownBy(() -> ids(CarePlanQuestion.about(TOLVAN)))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void planOfAnotherSystem_isLeftOut() {
        CarePlan own = plan("1").build();
        STORE.add(
                CarePlan.builder("2", HsaId.of("SE2321000016-SYS2"), PatientId.of(TOLVAN))
                        .title("annat system")
                        .accountable(own.accountable())
                        .build());
        STORE.add(own);

        assertThat(ids(CarePlanQuestion.about(TOLVAN))).containsExactly("1");
    }

    @Test
    void planThatTheContractDoesNotAllow_isAFaultAndNotLeftOut() {
        STORE.add(plan("1").build());
        STORE.add(plan("2").title(" ").build());

        assertThatThrownBy(() -> ids(CarePlanQuestion.about(TOLVAN)))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> assertThat(fault.faultString()).contains("log id"));
    }

    @Test
    void document_largerThanTheLimit_isAFault() {
        STORE.add(
                plan("1").content(
                                PlanContent.of(
                                        MediaType.PDF, DocumentBytes.of(new byte[1001])))
                        .build());

        assertThatThrownBy(() -> ids(CarePlanQuestion.about(TOLVAN)))
                .isInstanceOf(ServiceFaultException.class);
    }
}
