package se.ehealthsdk.hsa.webcert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.FakeHsa;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.PaTitle;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.readiness.HsaAnswer;
import se.ehealthsdk.hsa.readiness.HsaAnswer.NotFoundOut;
import se.ehealthsdk.hsa.readiness.HsaAnswer.NothingTold;
import se.ehealthsdk.hsa.readiness.HsaAnswer.Told;
import se.ehealthsdk.hsa.readiness.ReadinessFinding;
import se.ehealthsdk.hsa.readiness.Verdict;

/** A doctor and a unit that are ready, and each thing taken away from them. */
class WebcertReadinessTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final HsaId VERA = HsaId.of("TST2321000016-VERA");
    private static final HsaId CARE_UNIT = HsaId.of("TST2321000016-CAREUNIT");
    private static final HsaId MEMBER = HsaId.of("TST2321000016-MEMBER");
    private static final HsaId PROVIDER_ID = HsaId.of("TST2321000016-PROVIDER");

    // what HSA tells; each test takes something away
    private CareProvider provider =
            CareProvider.of(PROVIDER_ID, "Region Exempel", OrganisationNumber.of("232100-0016"));
    private Validity careUnitValidity = Validity.ALWAYS;
    private String purpose = "Vård och behandling";
    private HsaId commissionAt = CARE_UNIT;
    private Consumer<Employee.Builder> employee =
            post ->
                    post.licence("Läkare")
                            .paTitle(new PaTitle(Optional.of("Överläkare"), Optional.of("201011")));
    private Consumer<Credentials.Builder> credentials =
            post ->
                    post.licence("Läkare")
                            .paTitleCode("201011")
                            .personalPrescriptionCode("0000001");
    private Consumer<Unit.Builder> unit = WebcertReadinessTest::complete;
    private UnitDetails details = UnitDetails.ofWorkplaceCodes("1234567");

    private static void complete(Unit.Builder unit) {
        unit.mail("enhet@example.test").telephoneNumber("0100000001").postalAddress(address());
    }

    private static PostalAddress address() {
        return PostalAddress.ofLines(List.of("Exempelvägen 1", "123 45 Exempelstad"));
    }

    @Test
    void everythingInOrder_isReadyWithoutFindings() {
        WebcertReadiness readiness = check();

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.notFoundOut()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
        assertThat(readiness.role().orElseThrow().role()).isEqualTo(WebcertRole.DOCTOR);
        assertThat(readiness.report())
                .startsWith("READY: TST2321000016-VERA at TST2321000016-CAREUNIT\nRole LAKARE");
    }

    @Test
    void commissionForAnotherPurpose_blocks() {
        purpose = "Kvalitetsregister";

        only("COMMISSION_OTHER_PURPOSE", ReadinessFinding.Severity.BLOCKS);
    }

    @Test
    void commissionAtAnotherUnit_blocks() {
        commissionAt = HsaId.of("TST-ANOTHER");

        only("COMMISSION_OTHER_UNIT", ReadinessFinding.Severity.BLOCKS);
    }

    @Test
    void noCommission_blocks() {
        WebcertFacts facts = facts();

        WebcertReadiness readiness =
                WebcertReadiness.check(
                        with(
                                facts,
                                new Told<>(
                                        Credentials.builder(VERA)
                                                .licence("Läkare")
                                                .personalPrescriptionCode("0000001")
                                                .build())),
                        NOW);

        assertThat(codes(readiness)).containsExactly("COMMISSION_NO_COMMISSION");
        assertThat(readiness.findings().get(0).consequence()).contains("No valid MIU");
        assertThat(readiness.findings().get(0).mender()).contains("HSA administrator");
    }

    @Test
    void purposeInOtherCase_isThePurpose() {
        purpose = "VÅRD OCH BEHANDLING";

        assertThat(check().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void careUnitEnded_isSaidOnce() {
        careUnitValidity = Validity.until(BEFORE);

        only("CARE_UNIT_NOT_IN_USE", ReadinessFinding.Severity.BLOCKS);
    }

    @Test
    void careProviderEnded_isSaidOnce() {
        provider =
                new CareProvider(
                        PROVIDER_ID,
                        "Region Exempel",
                        Optional.empty(),
                        "232100-0016",
                        Validity.until(BEFORE),
                        false,
                        false);

        only("CARE_PROVIDER_NOT_IN_USE", ReadinessFinding.Severity.BLOCKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "12"})
    void organisationNumberMissingOrMalformed_blocks(String number) {
        provider =
                new CareProvider(
                        PROVIDER_ID,
                        "Region Exempel",
                        Optional.empty(),
                        number,
                        Validity.ALWAYS,
                        false,
                        false);

        ReadinessFinding finding =
                only("ORGANISATION_NUMBER_MISSING", ReadinessFinding.Severity.BLOCKS);
        assertThat(finding.about()).isEqualTo(PROVIDER_ID);
    }

    @Test
    void mailMissing_blocks() {
        unit = post -> post.telephoneNumber("0100000001").postalAddress(address());

        only("UNIT_MAIL_MISSING", ReadinessFinding.Severity.BLOCKS);
        assertThat(check().findings().get(0).attribute()).contains("mail");
        assertThat(check().findings().get(0).toString())
                .startsWith("BLOCKS UNIT_MAIL_MISSING (TST2321000016-CAREUNIT, mail): ");
    }

    @Test
    void workplaceCodeMissingOrBlank_blocks() {
        details = UnitDetails.NONE;
        only("WORKPLACE_CODE_MISSING", ReadinessFinding.Severity.BLOCKS);

        details = UnitDetails.ofWorkplaceCodes(" ");
        only("WORKPLACE_CODE_MISSING", ReadinessFinding.Severity.BLOCKS);
    }

    @Test
    void telephoneMissing_limits() {
        unit = post -> post.mail("enhet@example.test").postalAddress(address());

        only("UNIT_TELEPHONE_MISSING", ReadinessFinding.Severity.LIMITS);
        assertThat(check().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void switchboard_isATelephone() {
        unit =
                post ->
                        post.mail("enhet@example.test")
                                .switchboardNumber("0100000009")
                                .postalAddress(address());

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void addressMissing_limitsInEachOfItsParts() {
        unit = post -> post.mail("enhet@example.test").telephoneNumber("0100000001");

        assertThat(codes(check()))
                .containsExactly(
                        "UNIT_ADDRESS_MISSING", "UNIT_POSTAL_CODE_MISSING", "UNIT_TOWN_MISSING");
    }

    @Test
    void addressWithoutTownLine_lacksCodeAndTown() {
        unit =
                post ->
                        post.mail("enhet@example.test")
                                .telephoneNumber("0100000001")
                                .postalAddress(PostalAddress.ofLines(List.of("Exempelvägen 1")));

        assertThat(codes(check())).containsExactly("UNIT_POSTAL_CODE_MISSING", "UNIT_TOWN_MISSING");
    }

    @Test
    void addressOfTownLineOnly_lacksTheStreet() {
        unit =
                post ->
                        post.mail("enhet@example.test")
                                .telephoneNumber("0100000001")
                                .postalAddress(
                                        PostalAddress.ofLines(List.of("123 45 Exempelstad")));

        only("UNIT_ADDRESS_MISSING", ReadinessFinding.Severity.LIMITS);
    }

    @Test
    void addressInParts_isAnAddress() {
        unit =
                post ->
                        post.mail("enhet@example.test")
                                .telephoneNumber("0100000001")
                                .postalAddress(
                                        PostalAddress.of(
                                                new PostalAddress.Parts(
                                                        List.of(),
                                                        Optional.of("Exempelvägen"),
                                                        Optional.of("1"),
                                                        Optional.empty(),
                                                        "12345",
                                                        "Exempelstad")));

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void prescriptionCodeAndTitleMissing_limit() {
        employee = post -> post.licence("Läkare");
        credentials = post -> post.licence("Läkare");

        assertThat(codes(check()))
                .containsExactly("PRESCRIPTION_CODE_MISSING", "TITLE_CODE_MISSING");
        assertThat(check().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void doctorOnLeaveWithoutGroupCode_isToldWhichCode() {
        employee = post -> post.title("Vikarierande läkare");
        credentials = post -> post.paTitleCode("204090").groupPrescriptionCode("9300005");

        ReadinessFinding finding =
                only("ROLE_GROUP_CODE_MISSING", ReadinessFinding.Severity.LIMITS);
        assertThat(finding.wrong()).contains("204090").contains("9100009 or 9200007");
    }

    @Test
    void personWithoutAnyLicence_isToldToBeAdministrator() {
        employee = post -> post.title("Sekreterare");
        credentials = post -> {};

        only("ROLE_CARE_ADMINISTRATOR", ReadinessFinding.Severity.LIMITS);
    }

    @Test
    void nurse_hasNoFindingForItsRole() {
        employee = post -> post.licence("Sjuksköterska");
        credentials = post -> post.licence("Sjuksköterska");

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void postOfThePersonEnded_blocks() {
        employee =
                post ->
                        post.licence("Läkare")
                                .paTitle(new PaTitle(Optional.empty(), Optional.of("201011")))
                                .validity(Validity.until(BEFORE));

        only("PERSON_NOT_VALID", ReadinessFinding.Severity.BLOCKS);
    }

    @Test
    void nobodyTold_blocksAndSaysNoMoreOfThePerson() {
        WebcertReadiness readiness =
                WebcertReadiness.check(with(facts(), new NothingTold<>()), NOW);

        assertThat(codes(readiness)).containsExactly("PERSON_NOT_TOLD");
        assertThat(readiness.role()).isEmpty();
    }

    @Test
    void credentialsNotFoundOut_isUnknownAndNeverMissing() {
        WebcertReadiness readiness =
                WebcertReadiness.check(with(facts(), new NotFoundOut<>("VP009")), NOW);

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(readiness.notFoundOut()).hasSize(1);
        assertThat(readiness.report()).contains("NOT FOUND OUT").contains("VP009");
        // the licence Läkare comes first of all: nothing in the other answer can change the role
        assertThat(readiness.role().orElseThrow().role()).isEqualTo(WebcertRole.DOCTOR);
    }

    @Test
    void roleThatTheMissingAnswerCouldChange_isNotFoundOut() {
        employee = post -> post.licence("Sjuksköterska");

        WebcertReadiness readiness =
                WebcertReadiness.check(with(facts(), new NotFoundOut<>("VP009")), NOW);

        assertThat(readiness.role()).isEmpty();
        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.notFoundOut()).hasSize(2);
    }

    @Test
    void nothingFoundOut_givesNoFindingAtAll() {
        var failed = new NotFoundOut<Object>("down");
        WebcertReadiness readiness =
                WebcertReadiness.check(
                        new WebcertFacts(
                                VERA,
                                MEMBER,
                                open(failed),
                                open(failed),
                                open(failed),
                                open(failed),
                                open(failed),
                                open(failed)),
                        NOW);

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void unitNotTold_blocks() {
        WebcertFacts all = facts();
        WebcertReadiness readiness =
                WebcertReadiness.check(
                        new WebcertFacts(
                                all.person(),
                                all.unit(),
                                all.employee(),
                                all.credentials(),
                                new NothingTold<>(),
                                all.careUnit(),
                                new NothingTold<>(),
                                all.members()),
                        NOW);

        assertThat(codes(readiness)).containsExactly("UNIT_NOT_TOLD");
    }

    @Test
    void unitWithoutCareUnit_isSaidOnce() {
        WebcertFacts all = memberFacts(UnitDetails.NONE, WebcertReadinessTest::complete);
        WebcertReadiness readiness =
                WebcertReadiness.check(
                        new WebcertFacts(
                                all.person(),
                                all.unit(),
                                all.employee(),
                                all.credentials(),
                                all.unitPost(),
                                new NothingTold<>(),
                                all.unitPost(),
                                new NothingTold<>()),
                        NOW);

        assertThat(codes(readiness)).containsExactly("UNIT_WITHOUT_CARE_UNIT");
    }

    @Test
    void memberWithoutCodeAndMail_hasThoseOfItsCareUnit() {
        WebcertFacts facts =
                memberFacts(
                        UnitDetails.NONE,
                        post -> post.telephoneNumber("0100000001").postalAddress(address()));

        assertThat(WebcertReadiness.check(facts, NOW).findings()).isEmpty();
    }

    @Test
    void memberWithoutCodeAnywhere_blocks() {
        details = UnitDetails.NONE;

        WebcertFacts facts = memberFacts(UnitDetails.NONE, WebcertReadinessTest::complete);

        assertThat(codes(WebcertReadiness.check(facts, NOW)))
                .containsExactly("WORKPLACE_CODE_MISSING");
    }

    @Test
    void memberNoLongerInUse_blocksOnce() {
        WebcertFacts all = memberFacts(UnitDetails.NONE, WebcertReadinessTest::complete);
        HealthCareUnit ended =
                HealthCareUnit.of(
                        summary(MEMBER, Validity.until(BEFORE)),
                        summary(CARE_UNIT, Validity.ALWAYS),
                        provider);

        WebcertReadiness readiness =
                WebcertReadiness.check(
                        new WebcertFacts(
                                all.person(),
                                all.unit(),
                                all.employee(),
                                all.credentials(),
                                all.unitPost(),
                                new Told<>(ended),
                                all.careUnitPost(),
                                all.members()),
                        NOW);

        assertThat(codes(readiness)).containsExactly("CARE_UNIT_NOT_IN_USE");
    }

    @Test
    void fetch_oneFailingCallLeavesTheOthersStanding() {
        FakeHsa hsa =
                new FakeHsa()
                        .answer(
                                (contract, request) -> {
                                    if (contract.equals(EmployeeContracts.GET_EMPLOYEE_4)) {
                                        return List.of();
                                    }
                                    if (contract.equals(OrganizationContracts.GET_UNIT_5)) {
                                        throw new ServiceFaultException("Server", "x", "", null);
                                    }
                                    return request.getClass().getSimpleName().contains("Unit")
                                            ? Optional.empty()
                                            : List.of();
                                });

        WebcertFacts facts = WebcertFacts.fetch(hsa.client(), VERA, CARE_UNIT);

        assertThat(facts.employee()).isEqualTo(new NothingTold<>());
        assertThat(facts.credentials()).isEqualTo(new NothingTold<>());
        assertThat(facts.unitPost()).isInstanceOf(NotFoundOut.class);
        assertThat(facts.careUnit()).isEqualTo(new NothingTold<>());
        assertThat(facts.members()).isEqualTo(new NothingTold<>());
        assertThatCode(() -> WebcertReadiness.check(facts, NOW)).doesNotThrowAnyException();
    }

    @Test
    void fetch_failureOfTheCareUnit_isNoAbsenceOfItsMembers() {
        FakeHsa hsa =
                new FakeHsa()
                        .answer(
                                (contract, request) -> {
                                    throw new ServiceFaultException("Server", "x", "", null);
                                });

        WebcertReadiness readiness = WebcertReadiness.check(hsa.client(), VERA, CARE_UNIT, NOW);

        assertThat(readiness.findings()).isEmpty();
        assertThat(readiness.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(readiness.notFoundOut()).hasSizeGreaterThanOrEqualTo(5);
    }

    private ReadinessFinding only(String code, ReadinessFinding.Severity severity) {
        WebcertReadiness readiness = check();
        assertThat(codes(readiness)).containsExactly(code);
        ReadinessFinding finding = readiness.findings().get(0);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(List.of(finding.mender(), finding.where(), finding.consequence()))
                .noneMatch(String::isBlank);
        assertThat(readiness.verdict())
                .isEqualTo(
                        severity == ReadinessFinding.Severity.BLOCKS
                                ? Verdict.NOT_READY
                                : Verdict.READY);
        return finding;
    }

    private static List<String> codes(WebcertReadiness readiness) {
        return readiness.findings().stream().map(ReadinessFinding::code).toList();
    }

    private WebcertReadiness check() {
        return WebcertReadiness.check(facts(), NOW);
    }

    private WebcertFacts facts() {
        return WebcertFacts.of(
                anEmployee(),
                theCredentials(),
                aUnit(CARE_UNIT, unit),
                HealthCareUnit.itself(summary(CARE_UNIT, careUnitValidity), provider),
                members(List.of()));
    }

    private WebcertFacts memberFacts(UnitDetails own, Consumer<Unit.Builder> memberUnit) {
        return new WebcertFacts(
                VERA,
                MEMBER,
                new Told<>(anEmployee()),
                new Told<>(theCredentials()),
                new Told<>(aUnit(MEMBER, memberUnit)),
                new Told<>(
                        HealthCareUnit.of(
                                summary(MEMBER, Validity.ALWAYS),
                                summary(CARE_UNIT, Validity.ALWAYS),
                                provider)),
                new Told<>(aUnit(CARE_UNIT, unit)),
                new Told<>(
                        members(
                                List.of(
                                        new CareUnitMember(
                                                summary(MEMBER, Validity.ALWAYS), own)))));
    }

    private Employee anEmployee() {
        var builder = Employee.builder(VERA).middleAndSurname("Exempel");
        employee.accept(builder);
        return builder.build();
    }

    private Credentials theCredentials() {
        var builder =
                Credentials.builder(VERA)
                        .commission(
                                Commission.builder(
                                                HsaId.of("TST-C"),
                                                CommissionPurpose.of(purpose),
                                                provider)
                                        .careUnit(summary(commissionAt, careUnitValidity))
                                        .build());
        credentials.accept(builder);
        return builder.build();
    }

    private HealthCareUnitMembers members(List<CareUnitMember> all) {
        return new HealthCareUnitMembers(
                summary(CARE_UNIT, careUnitValidity), details, provider, UnitDetails.NONE, all);
    }

    private static Unit aUnit(HsaId id, Consumer<Unit.Builder> how) {
        var builder = Unit.builder(id).name("Enheten");
        how.accept(builder);
        return builder.build();
    }

    private static UnitSummary summary(HsaId id, Validity validity) {
        return new UnitSummary(id, "Enheten", Optional.empty(), validity, false, false);
    }

    private static WebcertFacts with(WebcertFacts facts, HsaAnswer<Credentials> credentials) {
        return new WebcertFacts(
                facts.person(),
                facts.unit(),
                facts.employee(),
                credentials,
                facts.unitPost(),
                facts.careUnit(),
                facts.careUnitPost(),
                facts.members());
    }

    private static <T> HsaAnswer<T> open(NotFoundOut<?> failed) {
        return new NotFoundOut<>(failed.problem());
    }
}
