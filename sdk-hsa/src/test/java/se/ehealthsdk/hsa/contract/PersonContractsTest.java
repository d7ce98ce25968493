package se.ehealthsdk.hsa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LegalSex;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.AdminCredentials;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.ContractMessages;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.EmployeeProfile;
import se.ehealthsdk.hsa.ForeignElements;
import se.ehealthsdk.hsa.HospCredentials;
import se.ehealthsdk.hsa.HospResult;
import se.ehealthsdk.hsa.OfficialSchemas;
import se.ehealthsdk.hsa.RandomPeople;
import se.ehealthsdk.hsa.SystemAuthorization;
import se.ehealthsdk.hsa.Validity;

/** Every message about people: written and read again, beside the official schemas, and with the unknown in it. */
class PersonContractsTest {

    private static final HsaId VERA = HsaId.of("TST2321000016-1003");
    private static final PersonId TOLVAN = PersonId.parse("191212121212");
    private static final SearchScope SCOPE =
            SearchScope.under(SearchBase.of("ou=Kliniken,o=Region Exempel,c=SE"))
                    .includingFeigned();
    private static final String EMPLOYEE = "infrastructure.directory.employee/";
    private static final String AUTHORIZATION = "infrastructure.directory.authorizationmanagement/";

    /** A contract with messages for it, and where its schema is: empty when the archive lacks it. */
    record Case<Q, R>(
            RivtaContract<Q, R> contract, String release, List<Q> requests, List<R> responses) {

        boolean hasSchema() {
            return !release.isEmpty();
        }

        @Override
        public String toString() {
            return contract.interaction() + " " + contract.major();
        }
    }

    static Stream<Case<?, ?>> contracts() {
        List<GetEmployee> employeeRequests =
                List.of(
                        GetEmployee.of(VERA),
                        GetEmployee.of(TOLVAN).within(SCOPE).profile(EmployeeProfile.EXTENDED1));
        List<GetCommissionMembers> memberRequests =
                List.of(
                        GetCommissionMembers.of(VERA, CommissionPurpose.CARE_AND_TREATMENT),
                        GetCommissionMembers.of(VERA, CommissionPurpose.CARE_AND_TREATMENT)
                                .rights(CommissionRight.parse("Läsa;alla;SJF"))
                                .licences("Läkare", "Sjuksköterska")
                                .within(SCOPE));
        List<GetCredentials> credentialRequests =
                List.of(
                        GetCredentials.of(VERA),
                        GetCredentials.of(TOLVAN)
                                .within(SCOPE)
                                .profile(CredentialsProfile.EXTENDED1));
        List<GetAdminCredentials> adminRequests =
                List.of(
                        GetAdminCredentials.of(TOLVAN),
                        GetAdminCredentials.of(VERA)
                                .authorizationScope("A")
                                .authorizationScopeProperty("B")
                                .within(SCOPE));
        List<GetSystemAuthorization> systemRequests =
                List.of(
                        new GetSystemAuthorization(PersonKey.of(VERA), "sys", SearchScope.ALL),
                        new GetSystemAuthorization(PersonKey.of(TOLVAN), "sys", SCOPE));
        return Stream.of(
                new Case<>(EmployeeContracts.GET_EMPLOYEE_4, "", employeeRequests, employees(true)),
                new Case<>(
                        EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4,
                        EMPLOYEE + "4.0",
                        employeeRequests,
                        employees(true)),
                new Case<>(
                        EmployeeContracts.GET_EMPLOYEE_3,
                        EMPLOYEE + "3.0.1",
                        employeeRequests,
                        employees(false)),
                new Case<>(
                        EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3,
                        EMPLOYEE + "3.0.1",
                        employeeRequests,
                        employees(false)),
                new Case<>(
                        EmployeeContracts.GET_COMMISSION_MEMBERS_2,
                        EMPLOYEE + "3.0.1",
                        memberRequests,
                        employees(false)),
                new Case<>(
                        EmployeeContracts.GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2,
                        EMPLOYEE + "3.0.1",
                        memberRequests,
                        employees(false)),
                new Case<>(
                        AuthorizationContracts.GET_CREDENTIALS_2,
                        AUTHORIZATION + "2.4.3",
                        credentialRequests,
                        credentials()),
                new Case<>(
                        AuthorizationContracts.GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                        AUTHORIZATION + "2.4.5",
                        credentialRequests,
                        credentials()),
                new Case<>(
                        AuthorizationContracts.GET_ADMIN_CREDENTIALS_2,
                        AUTHORIZATION + "2.4.3",
                        adminRequests,
                        adminCredentials()),
                new Case<>(
                        AuthorizationContracts.GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                        AUTHORIZATION + "2.4.3",
                        adminRequests,
                        adminCredentials()),
                new Case<>(
                        AuthorizationContracts.GET_HOSP_CREDENTIALS_1,
                        AUTHORIZATION + "2.4.5",
                        List.of(new GetHospCredentials(TOLVAN)),
                        hospCredentials()),
                new Case<>(
                        AuthorizationContracts.GET_HOSP_LAST_UPDATE_1,
                        AUTHORIZATION + "2.4.5",
                        List.of(new GetHospLastUpdate()),
                        List.of(Instant.parse("2026-03-29T01:30:00Z"))),
                new Case<>(
                        AuthorizationContracts.HANDLE_HOSP_CERTIFICATION_1,
                        AUTHORIZATION + "2.4.5",
                        List.of(
                                hosp(HandleHospCertification.Operation.ADD, Optional.of("intyg-1")),
                                hosp(HandleHospCertification.Operation.REMOVE, Optional.empty())),
                        List.of(
                                new HospResult(HospResult.Code.OK, ""),
                                new HospResult(HospResult.Code.INFO, "Redan borttagen"),
                                new HospResult(HospResult.Code.ERROR, "Okänd person"))),
                new Case<>(
                        AuthorizationContracts.GET_SYSTEM_AUTHORIZATION_2,
                        AUTHORIZATION + "2.4.3",
                        systemRequests,
                        systemAuthorizations()),
                new Case<>(
                        AuthorizationContracts
                                .GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2,
                        AUTHORIZATION + "2.4.3",
                        systemRequests,
                        systemAuthorizations()));
    }

    @Test
    void everyContractOfBothDomains_isTested() {
        List<RivtaContract<?, ?>> all = new ArrayList<>(EmployeeContracts.all());
        all.addAll(AuthorizationContracts.all());

        assertThat(contracts().<RivtaContract<?, ?>>map(Case::contract))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    <Q, R> void messagesWrittenAndReadAgain_areTheSame(Case<Q, R> it) throws XMLStreamException {
        for (Q request : it.requests()) {
            String xml = ContractMessages.request(it.contract(), request);
            assertThat(ContractMessages.readRequest(it.contract(), xml)).isEqualTo(request);
        }
        for (R response : it.responses()) {
            String xml = ContractMessages.response(it.contract(), response);
            assertThat(ContractMessages.readResponse(it.contract(), xml)).isEqualTo(response);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    <Q, R> void messagesWithUnknownElementsAtEveryLevel_areReadAsIfWithout(Case<Q, R> it)
            throws XMLStreamException {
        for (Q request : it.requests()) {
            String xml = ForeignElements.in(ContractMessages.request(it.contract(), request));
            assertThat(ContractMessages.readRequest(it.contract(), xml)).isEqualTo(request);
        }
        for (R response : it.responses()) {
            String xml = ForeignElements.in(ContractMessages.response(it.contract(), response));
            assertThat(ContractMessages.readResponse(it.contract(), xml)).isEqualTo(response);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    <Q, R> void messagesWritten_validateAgainstTheOfficialSchema(Case<Q, R> it) {
        OfficialSchemas.folder();
        if (!it.hasSchema()) {
            // GetEmployee 4.0 is not in the published archive; its variant for protected people is
            assertThat(it.contract().interaction()).isEqualTo("GetEmployee");
            return;
        }
        String interaction = it.contract().interaction();
        for (Q request : it.requests()) {
            OfficialSchemas.validate(
                    it.release(), interaction, ContractMessages.request(it.contract(), request));
        }
        for (R response : it.responses()) {
            if (!response.equals(Optional.empty())) {
                OfficialSchemas.validate(
                        it.release(),
                        interaction,
                        ContractMessages.response(it.contract(), response));
            }
        }
    }

    @Test
    void hospCredentialsOfSomeoneUnknown_areAnEmptyAnswer() throws XMLStreamException {
        var contract = AuthorizationContracts.GET_HOSP_CREDENTIALS_1;

        String xml = ContractMessages.response(contract, Optional.empty());

        assertThat(ContractMessages.readResponse(contract, xml)).isEmpty();
    }

    @Test
    void handleHosp_mayBeRepeated() {
        assertThat(AuthorizationContracts.HANDLE_HOSP_CERTIFICATION_1.isIdempotent()).isTrue();
    }

    @Test
    void employeeWithOddValues_losesOnlyThose() throws XMLStreamException {
        Employee employee =
                readEmployee(
                        """
                        <personHsaId> TST2321000016-1003 </personHsaId>
                        <mail></mail>
                        <telephoneNumber>08-123 45</telephoneNumber>
                        <telephoneHour><fromDay>måndag</fromDay></telephoneHour>
                        <dn>cn=A &amp; B (vik),ou=O'Hara/K,c=SE</dn>
                        <personEndDate>snart</personEndDate>
                        <age>okänd</age>
                        <gender></gender>
                        """);

        assertThat(employee.hsaId()).isEqualTo(VERA);
        assertThat(employee.middleAndSurname()).isEmpty();
        assertThat(employee.mail()).isEmpty();
        assertThat(employee.telephoneNumbers()).containsExactly("08-123 45");
        assertThat(employee.telephoneHours()).hasSize(1);
        assertThat(employee.telephoneHours().get(0).isReadable()).isFalse();
        assertThat(employee.distinguishedName()).isEqualTo("cn=A & B (vik),ou=O'Hara/K,c=SE");
        assertThat(employee.validity())
                .isEqualTo(new Validity(Optional.empty(), Optional.empty(), List.of("snart")));
        assertThat(employee.age()).isEmpty();
        assertThat(employee.gender()).isEmpty();
    }

    @Test
    void genderOfAnyCode_isKept() throws XMLStreamException {
        Employee employee =
                readEmployee("<gender>9</gender><personHsaId>TST2321000016-1003</personHsaId>");

        assertThat(employee.gender()).contains(new LegalSex("9"));
    }

    @Test
    void employeeWithoutHsaId_breaksTheContract() {
        assertThatThrownBy(() -> readEmployee("<givenName>Vera</givenName>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("personHsaId")
                .hasMessageNotContaining("Vera");
    }

    @Test
    void commissionWithoutCareUnit_isDirectlyUnderItsProvider() throws XMLStreamException {
        Credentials credentials = readCredentials(commission("Vård och behandling", ""));

        Commission commission = credentials.commissions().get(0);
        assertThat(commission.careUnit()).isEmpty();
        assertThat(commission.careProvider().hsaId()).isEqualTo(HsaId.of("TSTPROVIDER"));
        assertThat(commission.name()).isEmpty();
    }

    @Test
    void commissionWithUnreadableEndDate_isNeverActive() throws XMLStreamException {
        Credentials credentials =
                readCredentials(
                        commission(
                                "Vård och behandling",
                                "<c:healthCareUnitHsaId>TSTUNIT</c:healthCareUnitHsaId>"
                                        + "<c:healthCareUnitEndDate>?</c:healthCareUnitEndDate>"));

        assertThat(credentials.commissions().get(0).isActiveAt(Instant.EPOCH)).isFalse();
    }

    @Test
    void commissionWithoutPurpose_breaksTheContract() {
        assertThatThrownBy(() -> readCredentials(commission("", "")))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("commissionPurpose");
    }

    @Test
    void personalIdentityThatIsNone_isLeftOut() throws XMLStreamException {
        Credentials credentials =
                readCredentials(
                        "<m:personalIdentity xmlns:m='urn:riv:infrastructure:directory:authorizationmanagement:2.1'>"
                                + "<m:root>1.2.752.129.2.1.3.1</m:root><m:extension>123</m:extension>"
                                + "</m:personalIdentity>");

        assertThat(credentials.personalIdentity()).isEmpty();
    }

    @Test
    void requestWithBothKeysOfAChoice_isRefused() {
        String both =
                ContractMessages.request(EmployeeContracts.GET_EMPLOYEE_4, GetEmployee.of(VERA))
                        .replace(
                                "</personHsaId>",
                                "</personHsaId><personalIdentityNumber>191212121212</personalIdentityNumber>");

        assertThatThrownBy(
                        () -> ContractMessages.readRequest(EmployeeContracts.GET_EMPLOYEE_4, both))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("more than one")
                .hasMessageNotContaining("1212");
    }

    @Test
    void requestWithoutKey_isRefused() {
        String none =
                "<GetEmployee xmlns='urn:riv:infrastructure:directory:employee:GetEmployeeResponder:4'/>";

        assertThatThrownBy(
                        () -> ContractMessages.readRequest(EmployeeContracts.GET_EMPLOYEE_4, none))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("personHsaId or personalIdentityNumber");
    }

    @Test
    void commissionMembersWithAnIncompleteRight_areRefusedBeforeAnythingIsSent() {
        var request = GetCommissionMembers.of(VERA, CommissionPurpose.CARE_AND_TREATMENT);

        assertThatThrownBy(() -> request.rights(CommissionRight.parse("Läsa;alla;")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("commissionRights");
    }

    @Test
    void adminPropertyWithoutCommission_cannotBeWritten() {
        var contract = AuthorizationContracts.GET_ADMIN_CREDENTIALS_2;
        var property =
                new se.ehealthsdk.hsa.AuthorizationScopeProperty(
                        "A", "A", Optional.empty(), "B", "B", Optional.empty(), List.of());
        var answer =
                new AdminCredentials(
                        VERA, Optional.empty(), "Exempel", false, false, List.of(property));

        assertThatThrownBy(() -> ContractMessages.response(contract, List.of(answer)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Employee readEmployee(String content) throws XMLStreamException {
        String ns = "urn:riv:infrastructure:directory:employee:";
        String xml =
                "<r:GetEmployeeResponse xmlns:r='%sGetEmployeeResponder:4' xmlns='%s4'><r:personInformation>%s</r:personInformation></r:GetEmployeeResponse>"
                        .formatted(ns, ns, content);
        return ContractMessages.readResponse(EmployeeContracts.GET_EMPLOYEE_4, xml).get(0);
    }

    private static Credentials readCredentials(String content) throws XMLStreamException {
        String ns = "urn:riv:infrastructure:directory:authorizationmanagement:";
        String xml =
                "<GetCredentialsForPersonResponse xmlns='%sGetCredentialsForPersonResponder:2' xmlns:c='%s2'><credentialInformation><c:personHsaId>TSTVERA</c:personHsaId>%s</credentialInformation></GetCredentialsForPersonResponse>"
                        .formatted(ns, ns, content);
        return ContractMessages.readResponse(AuthorizationContracts.GET_CREDENTIALS_2, xml).get(0);
    }

    private static String commission(String purpose, String more) {
        return "<c:commission><c:commissionHsaId>TSTCOMMISSION</c:commissionHsaId><c:commissionPurpose>"
                + purpose
                + "</c:commissionPurpose>"
                + more
                + "<c:healthCareProviderHsaId>TSTPROVIDER</c:healthCareProviderHsaId></c:commission>";
    }

    private static List<List<Employee>> employees(boolean structuredAddress) {
        List<List<Employee>> answers = new ArrayList<>();
        answers.add(List.of());
        answers.add(List.of(Employee.builder(VERA).middleAndSurname("Exempel").build()));
        answers.add(List.of(RandomPeople.complete(1).employee(structuredAddress)));
        for (long seed = 0; seed < 50; seed++) {
            var random = new RandomPeople(seed);
            answers.add(
                    List.of(
                            random.employee(structuredAddress),
                            random.employee(structuredAddress)));
        }
        return answers;
    }

    private static List<List<Credentials>> credentials() {
        List<List<Credentials>> answers = new ArrayList<>();
        answers.add(List.of());
        answers.add(
                List.of(
                        Credentials.builder(VERA)
                                .middleAndSurname("Exempel")
                                .commission(
                                        Commission.builder(
                                                        VERA,
                                                        CommissionPurpose.CARE_AND_TREATMENT,
                                                        new CareProvider(
                                                                VERA,
                                                                "",
                                                                Optional.empty(),
                                                                "",
                                                                Validity.ALWAYS,
                                                                false,
                                                                false))
                                                .build())
                                .build()));
        answers.add(List.of(RandomPeople.complete(1).credentials()));
        for (long seed = 0; seed < 50; seed++) {
            var random = new RandomPeople(seed);
            answers.add(List.of(random.credentials(), random.credentials()));
        }
        return answers;
    }

    private static List<List<AdminCredentials>> adminCredentials() {
        List<List<AdminCredentials>> answers = new ArrayList<>();
        answers.add(List.of());
        answers.add(List.of(RandomPeople.complete(1).adminCredentials()));
        for (long seed = 0; seed < 20; seed++) {
            answers.add(List.of(new RandomPeople(seed).adminCredentials()));
        }
        return answers;
    }

    private static List<Optional<HospCredentials>> hospCredentials() {
        List<Optional<HospCredentials>> answers = new ArrayList<>();
        answers.add(Optional.empty());
        answers.add(Optional.of(HospCredentials.builder(TOLVAN).build()));
        answers.add(Optional.of(RandomPeople.complete(1).hospCredentials()));
        for (long seed = 0; seed < 20; seed++) {
            answers.add(Optional.of(new RandomPeople(seed).hospCredentials()));
        }
        return answers;
    }

    private static List<SystemAuthorization> systemAuthorizations() {
        List<SystemAuthorization> answers = new ArrayList<>();
        answers.add(new SystemAuthorization(false, List.of()));
        for (long seed = 0; seed < 20; seed++) {
            var random = seed == 0 ? RandomPeople.complete(seed) : new RandomPeople(seed);
            var user =
                    new SystemAuthorization.SystemUser(
                            random.systemUser(), List.of(random.systemRole(), random.systemRole()));
            answers.add(new SystemAuthorization(true, List.of(user)));
        }
        return answers;
    }

    private static HandleHospCertification hosp(
            HandleHospCertification.Operation operation, Optional<String> certificationId) {
        return new HandleHospCertification(
                TOLVAN, operation, certificationId, certificationId.map(id -> "därför"));
    }
}
