package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.hsa.contract.GetUnit;
import se.ehealthsdk.hsa.contract.HandleHospCertification;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.contract.SearchBase;
import se.ehealthsdk.hsa.contract.SearchScope;

class HsaClientTest {

    private static final HsaId VERA = HsaId.of("TST2321000016-VERA");
    private static final HsaId UNIT = HsaId.of("TST2321000016-UNIT");
    private static final PersonId TOLVAN = PersonId.parse("191212121212");
    private static final Employee EMPLOYEE = Employee.builder(VERA).build();

    private final FakeHsa fake = new FakeHsa();
    private final HsaClient hsa = fake.client();

    @Test
    void employeeFound_isReturned() {
        fake.answer((contract, request) -> List.of(EMPLOYEE));

        assertThat(hsa.employee(VERA)).contains(EMPLOYEE);
        assertThat(fake.lastAsked())
                .isEqualTo(
                        new FakeHsa.Asked(
                                Channel.Load.LOOKUP,
                                EmployeeContracts.GET_EMPLOYEE_4,
                                GetEmployee.of(VERA)));
    }

    @Test
    void nothingFound_isEmpty() {
        fake.answer((contract, request) -> List.of());

        assertThat(hsa.employee(VERA)).isEmpty();
        assertThat(hsa.employees(TOLVAN)).isEmpty();
        assertThat(hsa.credentials(VERA)).isEmpty();
        assertThat(hsa.careProvider(UNIT)).isEmpty();
    }

    @Test
    void severalPostsForOneHsaId_breakTheContract() {
        fake.answer((contract, request) -> List.of(EMPLOYEE, EMPLOYEE));

        assertThatThrownBy(() -> hsa.employee(VERA)).isInstanceOf(ProtocolException.class);
        assertThat(hsa.employees(TOLVAN)).hasSize(2);
    }

    @Test
    void protectedVariants_callTheirOwnContracts() {
        fake.answer((contract, request) -> List.of());

        hsa.employeeIncludingProtectedPerson(VERA);
        hsa.employeesIncludingProtectedPerson(TOLVAN);
        hsa.credentialsIncludingProtectedPerson(TOLVAN);
        hsa.adminCredentialsIncludingProtectedPerson(TOLVAN);
        hsa.commissionMembersIncludingProtectedPerson(UNIT, CommissionPurpose.CARE_AND_TREATMENT);

        assertThat(fake.asked())
                .hasSize(5)
                .allMatch(it -> it.contract().interaction().endsWith("IncludingProtectedPerson"));
    }

    @Test
    void olderGenerationChosen_isCalledForThatInteractionOnly() {
        HsaClient older =
                fake.client(EmployeeContracts.GET_EMPLOYEE_3, OrganizationContracts.GET_UNIT_4);
        fake.answer(
                (contract, request) -> request instanceof GetUnit ? Optional.empty() : List.of());

        older.employee(VERA);
        older.unit(UNIT);
        older.employeeIncludingProtectedPerson(VERA);

        assertThat(fake.asked())
                .<Object>extracting(FakeHsa.Asked::contract)
                .containsExactly(
                        EmployeeContracts.GET_EMPLOYEE_3,
                        OrganizationContracts.GET_UNIT_4,
                        EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4);
    }

    @Test
    void searchScopeOfTheClient_isThatOfItsRequests() {
        fake.answer((contract, request) -> List.of());
        String branch = "o=Region Exempel,c=SE";

        hsa.below(branch).includingFeigned().credentials(VERA);

        SearchScope scope = SearchScope.under(SearchBase.of(branch)).includingFeigned();
        assertThat(fake.lastAsked().request()).isEqualTo(GetCredentials.of(VERA).within(scope));
        assertThat(hsa.includingFeigned().below(branch).credentials(VERA)).isEmpty();
        assertThat(fake.lastAsked().request()).isEqualTo(GetCredentials.of(VERA).within(scope));
    }

    @Test
    void branchThatTheContractCannotCarry_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> hsa.below("ou=A & B,c=SE"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void bulk_goesTheWayOfBulk() {
        var slow = new FakeHsa().answer((contract, request) -> List.of());
        var client = new HsaClient(fake, slow, SearchScope.ALL, Map.of());

        client.bulk().employee(VERA);
        client.below("c=SE").bulk().employee(VERA);

        assertThat(slow.asked()).hasSize(2);
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void personNotInHosp_isEmptyAlsoWhenHsaFaults() {
        fake.answer(
                (contract, request) -> {
                    throw new ServiceFaultException(
                            "Server",
                            "Response message did not contain proper response data.",
                            "",
                            null);
                });

        assertThat(hsa.hospCredentials(TOLVAN)).isEmpty();
    }

    @Test
    void otherFaultAboutHosp_isThrown() {
        var fault = new ServiceFaultException("Server", "Internal error", "", null);
        fake.answer(
                (contract, request) -> {
                    throw fault;
                });

        assertThatThrownBy(() -> hsa.hospCredentials(TOLVAN)).isSameAs(fault);
    }

    @Test
    void knownTextOfHosp_isAFaultFromAnyOtherContract() {
        var fault =
                new ServiceFaultException(
                        "Server",
                        "Response message did not contain proper response data.",
                        "",
                        null);
        fake.answer(
                (contract, request) -> {
                    throw fault;
                });

        assertThatThrownBy(() -> hsa.credentials(TOLVAN)).isSameAs(fault);
    }

    @Test
    void followAndUnfollow_sendAddAndRemoveAtTheirOwnPace() {
        fake.answer((contract, request) -> new HospResult(HospResult.Code.OK, ""));

        hsa.followInHosp(TOLVAN);
        hsa.unfollowInHosp(TOLVAN);

        assertThat(fake.asked())
                .allMatch(it -> it.load() == Channel.Load.HOSP_UPDATE)
                .extracting(it -> ((HandleHospCertification) it.request()).operation())
                .containsExactly(
                        HandleHospCertification.Operation.ADD,
                        HandleHospCertification.Operation.REMOVE);
    }

    @Test
    void hospInfo_isDoneWithAText() {
        var info = new HospResult(HospResult.Code.INFO, "Följs redan");
        fake.answer((contract, request) -> info);

        assertThat(hsa.followInHosp(TOLVAN)).isEqualTo(info);
    }

    @Test
    void hospError_isRejectedWithTheTextToShow() {
        fake.answer((contract, request) -> new HospResult(HospResult.Code.ERROR, "Okänd person"));

        assertThatThrownBy(() -> hsa.followInHosp(TOLVAN))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> {
                            assertThat(rejected.resultText()).isEqualTo("Okänd person");
                            assertThat(rejected.details()).isPresent();
                        });
    }

    @Test
    void credentialsAndLookUps_haveDifferentPaces() {
        fake.answer((contract, request) -> List.of());

        hsa.credentials(VERA);
        hsa.employee(VERA);

        assertThat(fake.asked())
                .extracting(FakeHsa.Asked::load)
                .containsExactly(Channel.Load.CREDENTIALS, Channel.Load.LOOKUP);
    }
}
