package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.careplan.Plans.SYSTEM;
import static se.ehealthsdk.discharge.careplan.Plans.TOLVAN;
import static se.ehealthsdk.discharge.careplan.Plans.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.rivta.Aggregated;
import se.ehealthsdk.core.rivta.ProcessingStatus;
import se.ehealthsdk.core.rivta.RivtaEndpoint;

class CarePlanClientTest {

    private static final Reservnummer RESERVE =
            Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "991945000015");
    private static final List<GetCarePlans> REQUESTS = new ArrayList<>();
    private static final List<LogicalAddress> ADDRESSES = new ArrayList<>();
    private static Function<GetCarePlans, Aggregated<GetCarePlansAnswer>> answer;
    private static Services services;
    private static CarePlanClient client;

    @BeforeAll
    static void start() {
        services =
                new Services(
                        RivtaEndpoint.builder()
                                .onAggregated(
                                        CarePlanContracts.GET_CARE_PLANS_2,
                                        (request, caller) -> {
                                            REQUESTS.add(request);
                                            ADDRESSES.add(caller.logicalAddress());
                                            return answer.apply(request);
                                        })
                                .build());
        client =
                CarePlanClient.builder(services.platform)
                        .aggregator(CarePlanClient.NATIONAL_AGGREGATOR_QA)
                        .build();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void forget() {
        REQUESTS.clear();
        ADDRESSES.clear();
    }

    private static void answers(Result result, List<ProcessingStatus> sources, CarePlan... plans) {
        answer =
                request ->
                        new Aggregated<>(new GetCarePlansAnswer(List.of(plans), result), sources);
    }

    private static Result info() {
        return new Result(
                Result.INFO, Optional.empty(), "NA", Optional.empty(), Optional.empty());
    }

    @Test
    void of_aggregatedWithInfo_isSuccessAndTellsWhichSourceIsMissing() {
        ProcessingStatus there = ProcessingStatus.fromSource("SE-1", "20261122120000");
        ProcessingStatus missing =
                ProcessingStatus.noData(
                        "SE-2",
                        "20261122120015",
                        new ProcessingStatus.Failure("service_producer", "VP009", "timeout"));
        CarePlan own = plan("1").build();
        CarePlan shown = plan("2").approvedForPatient().build();
        answers(info(), List.of(there, missing), own, shown);

        CarePlans found = client.of(TOLVAN);

        assertThat(found.plans()).containsExactly(own, shown);
        assertThat(found.forPatient()).containsExactly(shown);
        assertThat(found.isPartial()).isTrue();
        assertThat(found.failedSources()).containsExactly(missing);
        assertThat(found.sources()).hasSize(2);
        assertThat(ADDRESSES).containsExactly(CarePlanClient.NATIONAL_AGGREGATOR_QA);
        assertThat(REQUESTS.get(0).sourceSystem()).isEmpty();
    }

    @Test
    void ask_withSourceSystem_goesThereWithTheSameId() {
        answers(Result.ok("1"), List.of());

        CarePlans found =
                client.ask(
                        CarePlanQuestion.about(RESERVE)
                                .from(SYSTEM)
                                .careContact("K-1")
                                .careUnit(Plans.UNIT)
                                .between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
                                .build());

        assertThat(found.plans()).isEmpty();
        assertThat(found.isPartial()).isFalse();
        assertThat(ADDRESSES).containsExactly(LogicalAddress.of(SYSTEM));
        assertThat(REQUESTS)
                .containsExactly(
                        new GetCarePlans(
                                List.of(Plans.UNIT.value()),
                                new PatientId("991945000015", "1.2.752.97.3.1.3"),
                                Optional.of(new GetCarePlans.DatePeriod("20260101", "20261231")),
                                Optional.of(SYSTEM.value()),
                                List.of("K-1")));
    }

    @Test
    void ask_refused_isRejectedWithTheTextToShow() {
        answers(Result.invalidRequest("1", "Fel fråga om 191212121212"), List.of());

        assertThatThrownBy(() -> client.of(TOLVAN))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> {
                            assertThat(refused.resultCode()).isEqualTo(Result.INVALID_REQUEST);
                            assertThat(refused.resultText()).startsWith("Fel fråga");
                            assertThat(refused.toString()).doesNotContain("1212");
                            assertThat(refused.details()).isPresent();
                        });
    }

    @Test
    void ask_unknownResultCode_isNoSuccess() {
        answers(
                new Result("MAYBE", Optional.empty(), "1", Optional.empty(), Optional.empty()),
                List.of());

        assertThatThrownBy(() -> client.of(TOLVAN)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void ask_withoutAggregator_saysWhatToSet() {
        assertThatThrownBy(() -> CarePlanClient.on(services.platform).of(TOLVAN))
                .isInstanceOf(ConfigurationException.class);
        assertThat(REQUESTS).isEmpty();
    }

    @Test
    void ask_atAnotherAddressThanTheSourceSystem_sendsNothing() {
        CarePlanQuestion question = CarePlanQuestion.about(TOLVAN).from(SYSTEM).build();

        assertThatThrownBy(() -> client.ask(question, CarePlanClient.NATIONAL_AGGREGATOR_QA))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sourceSystem");
        assertThat(REQUESTS).isEmpty();
    }

    @Test
    void question_thatBreaksARule_isNotBuilt() {
        refused("sourceSystem", CarePlanQuestion.about(RESERVE));
        refused(
                "sourceSystem",
                CarePlanQuestion.about(PatientId.local(SYSTEM, "R-17")));
        refused("sourceSystem", CarePlanQuestion.about(TOLVAN).careContact("K-1"));
        refused("careContact", CarePlanQuestion.about(TOLVAN).from(SYSTEM).careContact(" "));
        refused("patient", CarePlanQuestion.about(new PatientId("", TOLVAN.oid())));
        refused(
                "period",
                CarePlanQuestion.about(TOLVAN)
                        .between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)));
        refused(
                "period",
                CarePlanQuestion.about(TOLVAN)
                        .between(LocalDate.of(1899, 12, 31), LocalDate.of(2026, 3, 1)));
    }

    private static void refused(String field, CarePlanQuestion.Builder question) {
        assertThatThrownBy(question::build)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        failure -> {
                            assertThat(failure.field()).isEqualTo(field);
                            assertThat(failure.toString()).doesNotContain("1212", "99194500");
                        });
    }

    @Test
    void forPatient_revokedPlan_isNotShown() {
        CarePlan approved = plan("1").approvedForPatient().build();
        CarePlan revoked =
                new CarePlan(
                        "2",
                        approved.sourceSystem(),
                        approved.documentTitle(),
                        approved.documentTime(),
                        approved.patient(),
                        approved.accountable(),
                        approved.legalAuthenticator(),
                        true,
                        true,
                        Optional.of("fel patient"),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        answers(Result.ok("1"), List.of(), approved, revoked);

        CarePlans found = client.of(TOLVAN);

        assertThat(found.plans()).containsExactly(approved, revoked);
        assertThat(found.forPatient()).containsExactly(approved);
    }
}
