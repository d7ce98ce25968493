package se.ehealthsdk.testkit.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.ProcessingStatus;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.discharge.careplan.AccountableProfessional;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CarePlanClient;
import se.ehealthsdk.discharge.careplan.CarePlanContracts;
import se.ehealthsdk.discharge.careplan.CarePlanQuestion;
import se.ehealthsdk.discharge.careplan.CarePlanType;
import se.ehealthsdk.discharge.careplan.CarePlans;
import se.ehealthsdk.discharge.careplan.GetCarePlans;
import se.ehealthsdk.discharge.careplan.GetCarePlans.DatePeriod;
import se.ehealthsdk.discharge.careplan.PatientId;
import se.ehealthsdk.discharge.engagementindex.CarePlanEngagements;
import se.ehealthsdk.discharge.engagementindex.Engagement;
import se.ehealthsdk.discharge.engagementindex.EngagementIndexClient;
import se.ehealthsdk.discharge.engagementindex.EngagementIndexContracts;
import se.ehealthsdk.discharge.engagementindex.EngagementTransaction;
import se.ehealthsdk.discharge.engagementindex.Update;
import se.ehealthsdk.discharge.engagementindex.UpdateResult;
import se.ehealthsdk.testkit.NationalServices;

class CarePlanStandInTest {

    private static final HsaId FIRST = HsaId.of("TSTNMT2321000156-PLAN1");
    private static final HsaId SECOND = HsaId.of("TSTNMT2321000156-PLAN2");
    private static final HsaId UNIT = HsaId.of("TSTNMT2321000156-UNIT");
    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final LocalDateTime RECORDED = LocalDateTime.of(2026, 11, 2, 8, 30);

    private static NationalServices services;
    private static RivtaClient platform;
    private static CarePlanClient plans;
    private static EngagementIndexClient index;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        platform = services.client().with(options -> options.retry(RetryPolicy.NONE));
        plans = CarePlanClient.builder(platform).aggregator(CarePlanStandIn.AGGREGATOR).build();
        index = EngagementIndexClient.at(platform, EngagementIndexStandIn.ADDRESS);
    }

    @AfterAll
    static void stop() {
        platform.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    private static SourceSystem source(HsaId id, StoredPlan... stored) {
        SourceSystem source = services.carePlans().source(id);
        List.of(stored).forEach(source::save);
        return source;
    }

    private static StoredPlan stored(String id) {
        return StoredPlan.of(id, PATIENT, UNIT, RECORDED);
    }

    private static CarePlan plan(HsaId system) {
        return CarePlan.builder("any", system, PatientId.of(PATIENT))
                .title("t")
                .accountable(AccountableProfessional.of(RECORDED, UNIT, UNIT, UNIT))
                .build();
    }

    private static List<EngagementTransaction> made(HsaId... systems) {
        return CarePlanEngagements.of(UNIT)
                .changes(
                        List.of(),
                        List.of(systems).stream().map(CarePlanStandInTest::plan).toList(),
                        RECORDED);
    }

    private static List<String> ids(CarePlans found) {
        return found.plans().stream().map(CarePlan::documentId).toList();
    }

    @Test
    void aggregator_asksTheSourcesOfTheIndex_andTellsWhichIsMissing() {
        source(FIRST, stored("1").approved());
        source(SECOND, stored("2")).fails(SourceFault.DOWN);
        source(HsaId.of("TSTNMT2321000156-PLAN3"), stored("3"));
        index.update(made(FIRST, SECOND)).orThrow();

        CarePlans found = plans.of(PATIENT);

        assertThat(ids(found)).containsExactly("1");
        assertThat(found.forPatient()).hasSize(1);
        assertThat(found.result().code()).isEqualTo("INFO");
        assertThat(found.result().logId()).isEqualTo("NA");
        assertThat(found.isPartial()).isTrue();
        assertThat(found.failedSources())
                .extracting(ProcessingStatus::logicalAddress)
                .containsExactly(SECOND.value());

        services.carePlans().source(SECOND).works();
        assertThat(ids(plans.of(PATIENT))).containsExactly("1", "2");
        assertThat(plans.of(PATIENT).isPartial()).isFalse();
    }

    @Test
    void aggregator_whenTheLastPlanIsGone_asksTheSourceNoMore() {
        source(FIRST, stored("1"));
        index.update(made(FIRST)).orThrow();
        assertThat(services.carePlans().engagementIndex().posts())
                .containsExactly(
                        new IndexPost(
                                "191212121212",
                                "riv:clinicalprocess:logistics:logistics",
                                "cll-cp",
                                FIRST.value(),
                                "NA",
                                "NA",
                                "20261102083000",
                                FIRST.value(),
                                UNIT.value()));

        index.update(
                        CarePlanEngagements.of(UNIT)
                                .changes(List.of(plan(FIRST)), List.of(), RECORDED.plusDays(1)))
                .orThrow();

        assertThat(services.carePlans().engagementIndex().posts()).isEmpty();
        assertThat(plans.of(PATIENT).sources()).isEmpty();
    }

    @Test
    void source_filtersAndRefuses_asTheContractWants() {
        source(FIRST, stored("1").ofContact("K-1"), stored("2").bare());

        assertThat(ids(plans.ask(CarePlanQuestion.about(PATIENT).from(FIRST).build())))
                .containsExactly("1", "2");
        assertThat(
                        ids(
                                plans.ask(
                                        CarePlanQuestion.about(PATIENT)
                                                .from(FIRST)
                                                .careContact("K-1")
                                                .careUnit(UNIT)
                                                .between(
                                                        LocalDate.of(2026, 11, 2),
                                                        LocalDate.of(2026, 11, 2))
                                                .build())))
                .containsExactly("1");
        assertThat(
                        platform.call(
                                        CarePlanContracts.GET_CARE_PLANS_2,
                                        LogicalAddress.of(FIRST),
                                        new GetCarePlans(
                                                List.of(),
                                                PatientId.of(PATIENT),
                                                Optional.empty(),
                                                Optional.of(SECOND.value()),
                                                List.of()))
                                .result()
                                .errorCode())
                .contains("INVALID_REQUEST");
        assertThatThrownBy(
                        () ->
                                platform.call(
                                        CarePlanContracts.GET_CARE_PLANS_2,
                                        LogicalAddress.of(FIRST),
                                        new GetCarePlans(
                                                List.of(),
                                                PatientId.of(PATIENT),
                                                Optional.of(
                                                        new DatePeriod("2026-11-02", "20261103")),
                                                Optional.empty(),
                                                List.of())))
                .isInstanceOf(ServiceFaultException.class);
    }

    @Test
    void source_faults_areWhatTheyClaim() {
        SourceSystem source =
                source(
                        FIRST,
                        stored("1")
                                .withDocument(
                                        "text/html", "<p>Å</p>".getBytes(StandardCharsets.UTF_8)));
        CarePlanQuestion question = CarePlanQuestion.about(PATIENT).from(FIRST).build();

        source.fails(SourceFault.DOWN);
        assertThatThrownBy(() -> plans.ask(question)).isInstanceOf(ServiceFaultException.class);
        source.fails(SourceFault.ANSWER_LOST);
        assertThatThrownBy(() -> plans.ask(question)).isInstanceOf(ConnectionException.class);
        source.fails(SourceFault.REFUSES);
        assertThatThrownBy(() -> plans.ask(question)).isInstanceOf(RejectedException.class);
        source.fails(SourceFault.WRITES_AS_DESCRIBED);
        CarePlan read = plans.ask(question).plans().get(0);

        assertThat(read.type()).contains(CarePlanType.SIP);
        assertThat(read.participatingUnits()).hasSize(1);
        assertThat(read.contents().get(0).value().orElseThrow().bytes())
                .isEqualTo("<p>Å</p>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void index_faultsAndRefusals_areWhatTheyClaim() {
        EngagementIndexStandIn there = services.carePlans().engagementIndex();
        there.next(IndexFault.REFUSAL);
        assertThat(index.update(made(FIRST)).isDone()).isFalse();
        there.next(IndexFault.SOAP_FAULT);
        assertThatThrownBy(() -> index.update(made(FIRST)))
                .isInstanceOf(ServiceFaultException.class);
        assertThat(there.posts()).isEmpty();
        there.next(IndexFault.ANSWER_LOST);
        assertThatThrownBy(() -> index.update(made(FIRST))).isInstanceOf(ConnectionException.class);
        assertThat(there.posts()).hasSize(1);
        there.next(IndexFault.INFO);
        assertThat(index.update(made(FIRST)).code()).isEqualTo("INFO");
        assertThat(there.posts()).hasSize(1);
        assertThat(there.calls()).isEqualTo(4);

        EngagementTransaction once = made(SECOND).get(0);
        UpdateResult twice =
                platform.call(
                        EngagementIndexContracts.UPDATE_1,
                        EngagementIndexStandIn.ADDRESS,
                        new Update(List.of(made(FIRST).get(0), once, once)));
        assertThat(twice.code()).isEqualTo("ERROR");
        assertThat(twice.comment())
                .hasValueSatisfying(text -> assertThat(text).contains("1 and 2"));
        assertThat(there.posts()).as("all or nothing").hasSize(1);
        Engagement post = once.engagement();
        assertThatThrownBy(
                        () ->
                                EngagementIndexClient.at(platform, CarePlanStandIn.AGGREGATOR)
                                        .update(List.of(once)))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> assertThat(fault.faultString()).contains("EI003"));
        assertThat(post.mostRecentContent()).contains(RECORDED);
    }

    @Test
    void reset_forgetsEverything() {
        source(FIRST, stored("1"));
        index.update(made(FIRST)).orThrow();

        services.reset();

        assertThat(services.carePlans().engagementIndex().posts()).isEmpty();
        assertThat(services.carePlans().source(FIRST).plans()).isEmpty();
    }
}
