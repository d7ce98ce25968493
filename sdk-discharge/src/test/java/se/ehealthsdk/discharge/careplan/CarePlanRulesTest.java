package se.ehealthsdk.discharge.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.careplan.Plans.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

class CarePlanRulesTest {

    private static final CarePlan GOOD = plan("1").build();
    private static final AccountableProfessional WHO = GOOD.accountable();

    @Test
    void goodPlan_passes() {
        assertThatCode(() -> CarePlanProducer.check(GOOD)).doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                CarePlanProducer.check(
                                        plan("2")
                                                .documentTime(Plans.RECORDED)
                                                .signed(
                                                        LegalAuthenticator.of(
                                                                Plans.RECORDED, Plans.DOCTOR))
                                                .approvedForPatient()
                                                .careContact("K-1")
                                                .content(
                                                        PlanContent.reference(
                                                                MediaType.PDF,
                                                                "https://example.org/plan/1"))
                                                .participating(Plans.OTHER_UNIT)
                                                .build()))
                .doesNotThrowAnyException();
    }

    private static CarePlan.Builder by(AccountableProfessional who) {
        return plan("1").accountable(who);
    }

    private static AccountableProfessional who(
            Optional<CodedValue> role, Optional<String> unit, Optional<String> giver) {
        return new AccountableProfessional(
                WHO.authorTime(), WHO.hsaId(), WHO.name(), role, WHO.orgUnit(), unit, giver);
    }

    private static CodedValue half() {
        return new CodedValue(
                Optional.of("202010"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Stream<Arguments> broken() {
        CarePlan nullified =
                new CarePlan(
                        "1",
                        GOOD.sourceSystem(),
                        GOOD.documentTitle(),
                        Optional.empty(),
                        GOOD.patient(),
                        WHO,
                        Optional.empty(),
                        true,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        DocumentBytes text = Plans.text("x");
        return Stream.of(
                Arguments.of("documentId", plan(" ").build()),
                Arguments.of("documentTitle", plan("1").title("").build()),
                Arguments.of(
                        "sourceSystemHSAId",
                        CarePlan.builder("1", HsaId.of("SE 1"), GOOD.patient())
                                .title("t")
                                .accountable(WHO)
                                .build()),
                Arguments.of(
                        "id of patientId",
                        CarePlan.builder(
                                        "1",
                                        Plans.SYSTEM,
                                        new PatientId("19121212-1212", GOOD.patient().type()))
                                .title("t")
                                .accountable(WHO)
                                .build()),
                Arguments.of(
                        "type of patientId",
                        CarePlan.builder("1", Plans.SYSTEM, new PatientId("1", ""))
                                .title("t")
                                .accountable(WHO)
                                .build()),
                Arguments.of(
                        "documentTime",
                        plan("1").documentTime(LocalDateTime.of(2100, 1, 1, 0, 0)).build()),
                Arguments.of(
                        "healthcareProfessionalCareUnitHSAId",
                        by(who(Optional.empty(), Optional.empty(), WHO.careGiver())).build()),
                Arguments.of(
                        "healthcareProfessionalCareGiverHSAId",
                        by(who(Optional.empty(), WHO.careUnit(), Optional.of(" "))).build()),
                Arguments.of(
                        "healthcareProfessionalRoleCode",
                        by(who(Optional.of(half()), WHO.careUnit(), WHO.careGiver())).build()),
                Arguments.of("nullified", nullified),
                Arguments.of(
                        "content",
                        plan("1")
                                .content(
                                        new PlanContent(
                                                Optional.empty(),
                                                MediaType.TEXT,
                                                Optional.of(text),
                                                Optional.of("https://example.org")))
                                .build()),
                Arguments.of(
                        "content",
                        plan("1")
                                .content(
                                        new PlanContent(
                                                Optional.empty(),
                                                MediaType.TEXT,
                                                Optional.empty(),
                                                Optional.empty()))
                                .build()),
                Arguments.of(
                        "id of content",
                        plan("1")
                                .content(
                                        new PlanContent(
                                                Optional.of("1"),
                                                MediaType.TEXT,
                                                Optional.of(text),
                                                Optional.empty()))
                                .build()),
                Arguments.of(
                        "value",
                        plan("1")
                                .content(
                                        PlanContent.of(
                                                MediaType.TEXT, DocumentBytes.of(new byte[0])))
                                .build()),
                Arguments.of(
                        "mediaType",
                        plan("1")
                                .content(PlanContent.of(new MediaType("text/markdown"), text))
                                .build()),
                Arguments.of("typeOfCarePlanEnum", plan("1").type(new CarePlanType("XP")).build()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRule_isNamedWithoutTheValue(String element, CarePlan plan) {
        assertThatThrownBy(() -> CarePlanProducer.check(plan))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        failure -> {
                            assertThat(failure.field()).isEqualTo(element);
                            assertThat(failure.toString())
                                    .doesNotContain("1212", "Tolvan", "Lindgren");
                        });
    }

    @Test
    void builder_withoutAnyoneAccountable_isRefused() {
        assertThatThrownBy(() -> CarePlan.builder("1", Plans.SYSTEM, GOOD.patient()).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("accountable");
    }

    @Test
    void toString_ofNothing_tellsOfThePatient() {
        CarePlans found =
                new CarePlans(List.of(GOOD), Result.ok("log"), List.of(), true, List.of());
        GetCarePlans request = CarePlanQuestion.about(Plans.TOLVAN).build().request();

        assertThat(
                        GOOD
                                + " "
                                + GOOD.patient()
                                + GOOD.accountable()
                                + GOOD.contents()
                                + found
                                + request
                                + new GetCarePlansAnswer(List.of(GOOD), Result.ok("1"))
                                + Result.invalidRequest("1", "Tolvan")
                                + LegalAuthenticator.of(Plans.RECORDED, Plans.DOCTOR))
                .doesNotContain("1212", "Tolvan", "Lindgren", "brevlådan");
    }

    @Test
    void types_ofTheContract_haveSwedishNames() {
        assertThat(
                        Stream.of("SIP", "SPLPTLRV", "SPU", "VP", "HP", "RP", "GP", "SVP")
                                .map(CarePlanType::new)
                                .map(type -> type.swedishName().orElse("none")))
                .containsExactly(
                        "Samordnad individuell plan",
                        "Samordnad plan enligt LPT och LRV",
                        "Samordnad plan vid utskrivning",
                        "Vårdplan",
                        "Habiliteringsplan",
                        "Rehabiliteringsplan",
                        "Genomförandeplan",
                        "Standardiserad vårdplan");
        assertThat(new CarePlanType("NY").swedishName()).isEmpty();
        assertThat(new CarePlanType("NY").isKnown()).isFalse();
    }
}
