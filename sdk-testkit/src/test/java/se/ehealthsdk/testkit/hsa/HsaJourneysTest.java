package se.ehealthsdk.testkit.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.EmployeeProfile;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitProfile;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.GetAdminCredentials;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.hsa.contract.GetSystemAuthorization;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.contract.PersonKey;
import se.ehealthsdk.hsa.contract.SearchScope;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.junit.NationalServicesExtension;

/** What a vendor asks HSA, asked with the SDK's own client over mutual TLS. */
class HsaJourneysTest {

    @RegisterExtension
    static final NationalServicesExtension NATIONAL = new NationalServicesExtension();

    private static final HsaId HEALTH_CENTRE = HsaId.of("TSTNMT2321000156-VE01");
    private static final HsaId CHILD_CARE = HsaId.of("TSTNMT2321000156-EN11");
    private static final HsaId EMERGENCY = HsaId.of("TSTNMT2321000156-EN21");
    private static final HsaId EDUCATION = HsaId.of("TSTNMT2321000156-VE09");
    private static final HsaId CLINIC = HsaId.of("TSTNMT2321000156-VE02");
    private static final HsaId HOSPITAL = HsaId.of("TSTNMT2321000156-SJ01");
    private static final HsaId REGION = HsaId.of("TSTNMT2321000156-VG01");
    private static final HsaId LINDGREN = Persona.DR_LINDGREN.hsaId();
    private static final HsaId NOBODY = HsaId.of("TSTNMT2321000156-NOBODY");

    private static HsaClient hsa() {
        return HsaClient.builder(NATIONAL.client()).withoutLimits().build();
    }

    private static NationalServices services() {
        return NATIONAL.services();
    }

    @Test
    void employee_known_isToldWhole() {
        Employee found = hsa().employee(LINDGREN).orElseThrow();

        assertThat(found.middleAndSurname()).isEqualTo("Påhittsson Lindgren");
        assertThat(found.licences()).containsExactly("Läkare");
        assertThat(found.mail()).contains("asa.lindgren@example.test");
        assertThat(found.age()).isEmpty();
    }

    @Test
    void employee_unknown_isEmpty() {
        assertThat(hsa().employee(NOBODY)).isEmpty();
        assertThat(hsa().employees(PersonId.parse("189001069807"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "BASIC"})
    void employee_profileBasic_hasNamesOnly(String code) {
        Employee found =
                hsa().employees(GetEmployee.of(LINDGREN).profile(new EmployeeProfile(code))).get(0);

        assertThat(found.givenName()).contains("Åsa");
        assertThat(found.mail()).isEmpty();
        assertThat(found.title()).isEmpty();
    }

    @Test
    void employee_profileExtended_hasAgeAndGender() {
        Employee found =
                hsa().employees(GetEmployee.of(LINDGREN).profile(EmployeeProfile.EXTENDED1)).get(0);

        assertThat(found.age().getAsInt()).isGreaterThan(100);
        assertThat(found.gender()).isPresent();
    }

    @Test
    void employees_personWithTwoHsaIds_areTwo() {
        assertThat(hsa().employees(Persona.DR_DAHL.personId()))
                .extracting(Employee::hsaId)
                .containsExactlyElementsOf(Persona.DR_DAHL.hsaIds());
    }

    @Test
    void protectedPerson_isSeenOnlyByTheVariantsThatIncludeThem() {
        HsaId hidden = Persona.PROTECTED_EK.hsaId();

        assertThat(hsa().employee(hidden)).isEmpty();
        assertThat(hsa().credentials(hidden)).isEmpty();
        assertThat(hsa().employeeIncludingProtectedPerson(hidden))
                .hasValueSatisfying(it -> assertThat(it.protectedPerson()).isTrue());
        assertThat(hsa().credentialsIncludingProtectedPerson(hidden))
                .hasValueSatisfying(it -> assertThat(it.protectedPerson()).isTrue());
    }

    @Test
    void feignedPerson_isSeenOnlyWhenAskedFor() {
        HsaId feigned = Persona.FEIGNED_TEST.hsaId();

        assertThat(hsa().employee(feigned)).isEmpty();
        assertThat(hsa().includingFeigned().employee(feigned))
                .hasValueSatisfying(it -> assertThat(it.feigned()).isTrue());
    }

    @Test
    void searchBase_otherBranch_findsNothing() {
        assertThat(hsa().below("ou=Primärvård,o=Region Påhitt,c=SE").employee(LINDGREN))
                .isPresent();
        assertThat(hsa().below("ou=Påhitta sjukhus,o=Region Påhitt,c=SE").employee(LINDGREN))
                .isEmpty();
        assertThat(hsa().below("ou=Påhitta sjukhus,o=Region Påhitt,c=SE").unit(CLINIC)).isPresent();
    }

    @Test
    void credentials_doctor_haveTheCommissionsThatHold() {
        Credentials found = hsa().credentials(LINDGREN).orElseThrow();

        assertThat(found.commissions())
                .extracting(Commission::hsaId)
                .extracting(HsaId::value)
                .containsExactly(
                        "TSTNMT2321000156-VMU1",
                        "TSTNMT2321000156-VMU2",
                        "TSTNMT2321000156-VMU3",
                        "TSTNMT2321000156-VMU4");
        assertThat(found.commissions().get(0).rights())
                .contains(CommissionRight.parse("Läsa;alla;SJF"));
        assertThat(found.commissions().get(2).careUnit()).isEmpty();
        assertThat(found.commissions().get(3).isActiveAt(Instant.now())).isFalse();
        assertThat(found.personalPrescriptionCode()).contains("0000001");
        assertThat(found.personalIdentity()).isEmpty();
    }

    @Test
    void credentials_profileExtended_haveThePersonalIdentity() {
        assertThat(
                        hsa().credentials(
                                        GetCredentials.of(LINDGREN)
                                                .profile(CredentialsProfile.EXTENDED1)))
                .singleElement()
                .extracting(Credentials::personalIdentity)
                .isEqualTo(Optional.of(PersonalIdentity.of(Persona.DR_LINDGREN.personId())));
    }

    @Test
    void activeCommissions_purposeCare_areThoseOfUnitsInUse() {
        assertThat(
                        hsa().activeCommissions(
                                        LINDGREN,
                                        CommissionPurpose.CARE_AND_TREATMENT,
                                        Instant.now()))
                .extracting(it -> it.careUnit().orElseThrow().hsaId())
                .containsExactly(HEALTH_CENTRE, CLINIC);
    }

    @Test
    void endCommission_commission_isGoneFromTheNextAnswer() {
        services().hsa().endCommission(LINDGREN, HsaId.of("TSTNMT2321000156-VMU1"));

        assertThat(
                        hsa().activeCommissions(
                                        LINDGREN,
                                        CommissionPurpose.CARE_AND_TREATMENT,
                                        Instant.now()))
                .extracting(it -> it.careUnit().orElseThrow().hsaId())
                .containsExactly(CLINIC);
    }

    @Test
    void commission_atUnitWithoutProvider_isLeftOut() {
        services().hsa().remove(REGION);

        assertThat(hsa().credentials(LINDGREN).orElseThrow().commissions())
                .extracting(it -> it.hsaId().value())
                .containsExactly("TSTNMT2321000156-VMU4");
    }

    @Test
    void commissionMembers_careUnit_areThoseWithTheCommission() {
        assertThat(hsa().commissionMembers(HEALTH_CENTRE, CommissionPurpose.CARE_AND_TREATMENT))
                .extracting(Employee::hsaId)
                .containsExactly(LINDGREN, Persona.NURSE_BERG.hsaId());
        assertThat(
                        hsa().commissionMembersIncludingProtectedPerson(
                                        CLINIC, CommissionPurpose.CARE_AND_TREATMENT))
                .extracting(Employee::hsaId)
                .contains(Persona.PROTECTED_EK.hsaId());
    }

    @Test
    void adminCredentials_administrator_areTold() {
        assertThat(hsa().adminCredentials(Persona.ADMIN_HOLM.hsaId()))
                .hasValueSatisfying(
                        it ->
                                assertThat(it.scopeProperties())
                                        .singleElement()
                                        .satisfies(
                                                scope ->
                                                        assertThat(scope.scopeCode())
                                                                .isEqualTo("INTYG")));
        assertThat(hsa().adminCredentials(LINDGREN)).isEmpty();
    }

    @Test
    void systemAuthorization_role_isTold() {
        var question =
                new GetSystemAuthorization(
                        PersonKey.of(Persona.ADMIN_HOLM.hsaId()), "TESTSYSTEM", SearchScope.ALL);

        assertThat(hsa().systemAuthorization(question).authorized()).isTrue();
        assertThat(
                        hsa().systemAuthorization(
                                        new GetSystemAuthorization(
                                                question.person(), "OTHER", SearchScope.ALL))
                                .authorized())
                .isFalse();
    }

    @Test
    void hosp_licensedPerson_isTold() {
        assertThat(hsa().hospCredentials(Persona.DR_LINDGREN.personId()))
                .hasValueSatisfying(it -> assertThat(it.licences()).hasSize(1));
        assertThat(hsa().hospCredentials(Persona.ADMIN_HOLM.personId())).isEmpty();
        Instant update = Instant.parse("2026-01-02T03:04:05Z");
        services().hsa().hospLastUpdate(update);
        assertThat(hsa().hospLastUpdate()).isEqualTo(update);
    }

    @Test
    void hosp_followAndUnfollow_isRemembered() {
        PersonId person = Persona.NURSE_BERG.personId();

        hsa().followInHosp(person);
        assertThat(services().hsa().isFollowedInHosp(person)).isTrue();
        hsa().unfollowInHosp(person);
        assertThat(services().hsa().isFollowedInHosp(person)).isFalse();
    }

    @Test
    void unit_openRoundTheClock_isOpenAtMidnight() {
        Unit emergency = hsa().unit(EMERGENCY).orElseThrow();

        assertThat(emergency.hours().surgery()).singleElement().matches(OpeningHours::isAlwaysOpen);
        assertThat(
                        OpeningHours.openAt(
                                emergency.hours().surgery(), LocalDateTime.of(2026, 1, 1, 23, 59)))
                .contains(true);
    }

    @Test
    void unit_profileBasic_lacksWhatIsNotPublic() {
        assertThat(hsa().unit(HEALTH_CENTRE).orElseThrow().telephones().nonPublic()).hasSize(1);
        assertThat(
                        hsa().unit(HEALTH_CENTRE, UnitProfile.BASIC)
                                .orElseThrow()
                                .telephones()
                                .nonPublic())
                .isEmpty();
        assertThat(hsa().unit(NOBODY)).isEmpty();
    }

    @Test
    void careUnitOf_memberAndItself_isTheCareUnit() {
        HealthCareUnit ofMember = hsa().careUnitOf(CHILD_CARE).orElseThrow();

        assertThat(ofMember.unitIsHealthCareUnit()).isFalse();
        assertThat(ofMember.unit().hsaId()).isEqualTo(HEALTH_CENTRE);
        assertThat(ofMember.provider().hsaId()).isEqualTo(REGION);
        assertThat(hsa().careUnitOf(HEALTH_CENTRE))
                .hasValueSatisfying(it -> assertThat(it.unitIsHealthCareUnit()).isTrue());
        assertThat(hsa().careUnitWithManagerOf(CHILD_CARE))
                .hasValueSatisfying(it -> assertThat(it.managerHsaId()).contains(LINDGREN));
    }

    @Test
    void careUnitMembers_careUnit_areItsUnits() {
        assertThat(hsa().careUnitMembers(HEALTH_CENTRE))
                .hasValueSatisfying(
                        it -> {
                            assertThat(it.workplaceCodes()).containsExactly("1234567");
                            assertThat(it.members()).hasSize(2);
                        });
    }

    @Test
    void careUnits_provider_areItsUnitsWithoutTheFeigned() {
        assertThat(hsa().careUnits(REGION))
                .hasValueSatisfying(
                        it ->
                                assertThat(it.units())
                                        .extracting(unit -> unit.hsaId())
                                        .contains(HEALTH_CENTRE, CLINIC)
                                        .doesNotContain(EDUCATION, CHILD_CARE)
                                        .hasSize(5));
    }

    @Test
    void careProviders_oneOrganisationNumber_areTwo() {
        assertThat(hsa().careProviders(OrganisationNumber.of("232100-0156")))
                .extracting(CareProvider::name)
                .containsExactly("Region Påhitt", "Region Påhitt Tandvård");
        assertThat(hsa().careProvider(REGION)).isPresent();
    }

    @Test
    void sector_hospital_holdsWhatLiesUnderIt() {
        assertThat(hsa().isWithinSector(EMERGENCY, HOSPITAL)).isTrue();
        assertThat(hsa().isWithinSector(CHILD_CARE, HOSPITAL)).isFalse();
        assertThat(hsa().unitsWithinSector(HOSPITAL)).hasSize(3);
    }

    @Test
    void addedInTheTest_personAndUnit_areFound() {
        HsaId unit = HsaId.of("TSTNMT2321000156-NEW1");
        HsaId commission = HsaId.of("TSTNMT2321000156-NEWC");
        HsaId person = HsaId.of("TSTNMT2321000156-NEWP");
        HsaStandIn directory = services().hsa();
        directory.addUnit(
                DirectoryUnit.of(
                                Unit.builder(unit)
                                        .name("Nya mottagningen")
                                        .publicName("Nya")
                                        .build())
                        .asCareUnitOf(REGION));
        directory.addCommission(
                DirectoryCommission.of(
                        commission, "Vård", CommissionPurpose.CARE_AND_TREATMENT, unit));
        directory.add(
                Persona.builder("NEW", PersonId.parse("189001069807"), "Nina", "Ny")
                        .post(person)
                        .licence("LK", "Läkare")
                        .commission(commission)
                        .build());

        assertThat(
                        hsa().authorisedFor(
                                        person,
                                        unit,
                                        CommissionPurpose.CARE_AND_TREATMENT,
                                        Instant.now())
                                .isGranted())
                .isTrue();
    }

    @Test
    void unit_withoutPublicName_isLeftOut() {
        HsaId unit = HsaId.of("TSTNMT2321000156-NEW1");
        services()
                .hsa()
                .addUnit(DirectoryUnit.of(Unit.builder(unit).name("Halv").publicName("").build()));

        assertThat(hsa().unit(unit)).isEmpty();
    }

    @Test
    void olderGenerations_used_areServedToo() {
        HsaClient old =
                HsaClient.builder(NATIONAL.client())
                        .use(EmployeeContracts.GET_EMPLOYEE_3)
                        .use(EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3)
                        .use(OrganizationContracts.GET_UNIT_4)
                        .build();

        assertThat(old.employee(LINDGREN)).isPresent();
        assertThat(old.employeeIncludingProtectedPerson(LINDGREN)).isPresent();
        assertThat(old.unit(HEALTH_CENTRE)).isPresent();
        assertThat(services().journal().exchanges())
                .flatExtracting(it -> it.contract().stream().toList())
                .containsExactly(
                        EmployeeContracts.GET_EMPLOYEE_3.namespace(),
                        EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3.namespace(),
                        OrganizationContracts.GET_UNIT_4.namespace());
    }

    @Test
    void answerOn_endpoint_answersEveryContract() {
        var endpoint = se.ehealthsdk.core.rivta.RivtaEndpoint.builder();
        HsaStandIn.shipped().answerOn(endpoint);
        Set<String> answered =
                endpoint.build().requestElements().stream()
                        .map(it -> it.getNamespaceURI())
                        .collect(Collectors.toSet());

        assertThat(answered)
                .containsAll(
                        Stream.of(
                                        EmployeeContracts.all(),
                                        AuthorizationContracts.all(),
                                        OrganizationContracts.all())
                                .flatMap(List::stream)
                                .map(RivtaContract::namespace)
                                .toList());
    }

    @Test
    void adminCredentials_otherScope_areEmpty() {
        assertThat(
                        hsa().adminCredentials(
                                        GetAdminCredentials.of(Persona.ADMIN_HOLM.hsaId())
                                                .authorizationScope("OTHER")))
                .isEmpty();
        assertThat(services().journal().last()).map(Exchange::status).contains(200);
    }
}
