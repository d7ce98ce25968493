package se.ehealthsdk.hsa;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.contract.AuthorizationContracts;
import se.ehealthsdk.hsa.contract.EmployeeContracts;
import se.ehealthsdk.hsa.contract.GetAdminCredentials;
import se.ehealthsdk.hsa.contract.GetCommissionMembers;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.GetEmployee;
import se.ehealthsdk.hsa.contract.GetHealthCareProvider;
import se.ehealthsdk.hsa.contract.GetHealthCareUnit;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitIncludingManager;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitList;
import se.ehealthsdk.hsa.contract.GetHealthCareUnitMembers;
import se.ehealthsdk.hsa.contract.GetHospCredentials;
import se.ehealthsdk.hsa.contract.GetHospLastUpdate;
import se.ehealthsdk.hsa.contract.GetSystemAuthorization;
import se.ehealthsdk.hsa.contract.GetUnit;
import se.ehealthsdk.hsa.contract.HandleHospCertification;
import se.ehealthsdk.hsa.contract.IsUnitWithinSector;
import se.ehealthsdk.hsa.contract.ListUnitsWithinSector;
import se.ehealthsdk.hsa.contract.OrganizationContracts;
import se.ehealthsdk.hsa.contract.SearchBase;
import se.ehealthsdk.hsa.contract.SearchScope;

/**
 * Asks HSA, the national directory: who is this employee, which commissions do they have, which care unit
 * and care provider is this.
 *
 * <pre>{@code
 * HsaClient hsa = HsaClient.on(platform);
 * Optional<Unit> unit = hsa.unit(HsaId.of("SE2321000016-39KJ"));
 * Authorisation may = hsa.authorisedFor(clinician, unitId, CommissionPurpose.CARE_AND_TREATMENT, now);
 * }</pre>
 *
 * <p><b>Nothing found</b> is an empty {@link Optional} or list. HSA answers so for what it does not know,
 * for what this system may not see (a protected person above all), for a post that lacks what the
 * contract requires, and for a {@linkplain #below branch} that does not exist; it does not tell which. A
 * failure is always an exception, those of {@link RivtaClient#call}.
 *
 * <p><b>Generations.</b> Each interaction is called in its newest version. Where the platform has another
 * (fault VP004, no route, or VP007, not authorised), choose it with {@link Builder#use}; this client never
 * falls back by itself, since that would hide a missing order behind a slower answer.
 *
 * <p><b>Protected people</b> (skyddade personuppgifter) are left out, except by the methods named {@code
 * ...IncludingProtectedPerson}, which need a separate approval from those who own the information.
 *
 * <p><b>Load.</b> Calls keep the pace that HSA's contracts promise answers at, see {@link Builder}; {@link
 * #bulk} is for reading through many.
 *
 * <p>Requests as records ({@link GetEmployee} and so on) carry their own search scope; the methods that take
 * identifiers use the client's, see {@link #below} and {@link #includingFeigned}.
 *
 * <p>Source: infrastructure:directory:employee 4.0 and 3.0.1, organization 5.0 and 4.1,
 * authorizationmanagement 2.4.5 and 2.4.3. Immutable, safe for use by many threads. Holds no resources of
 * its own: close the {@link RivtaClient}.
 */
public final class HsaClient {

    /** Inera's HSA-id, {@code SE165565594230-1000}: the logical address of the national HSA. */
    public static final LogicalAddress NATIONAL_ADDRESS = LogicalAddress.of("SE165565594230-1000");

    // seen in answers about people who are not in HOSP, for whom the contract promises an empty one
    private static final String NOT_IN_HOSP =
            "Response message did not contain proper response data";

    private final Channel channel;
    private final Channel bulk;
    private final SearchScope scope;
    private final Map<String, RivtaContract<?, ?>> chosen;

    HsaClient(
            Channel channel,
            Channel bulk,
            SearchScope scope,
            Map<String, RivtaContract<?, ?>> chosen) {
        this.channel = channel;
        this.bulk = bulk;
        this.scope = scope;
        this.chosen = Map.copyOf(chosen);
    }

    /** A client with the newest contracts, the logical address of the environment, and no cache. */
    public static HsaClient on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts a client with choices of its own. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /**
     * The same client, looking only in one branch of the directory when asked by identifiers.
     *
     * @param distinguishedName for example {@code o=Region Exempel,c=SE}
     * @throws InvalidInputException if the contracts cannot carry the name, see {@link SearchBase}
     */
    public HsaClient below(String distinguishedName) {
        Optional<SearchBase> base = Optional.of(SearchBase.of(distinguishedName));
        return new HsaClient(channel, bulk, new SearchScope(base, scope.includeFeigned()), chosen);
    }

    /** The same client, also told of what is made up for tests, when asked by identifiers. */
    public HsaClient includingFeigned() {
        return new HsaClient(channel, bulk, scope.includingFeigned(), chosen);
    }

    /**
     * The same client for reading through many: one call at a time, with a pause of 50 ms after each unless
     * {@linkplain Builder#bulkLimit told otherwise}, and without cache. All that is derived from one built
     * client shares the turn.
     */
    public HsaClient bulk() {
        return new HsaClient(bulk, bulk, scope, chosen);
    }

    // ---- employees

    /**
     * The employee with this HSA-id, with everything HSA tells.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<Employee> employee(HsaId person) {
        return single(employees(GetEmployee.of(person).within(scope)));
    }

    /** The person's posts: one for each of the person's HSA-ids. */
    public List<Employee> employees(PersonId person) {
        return employees(GetEmployee.of(person).within(scope));
    }

    /** The employees that a request asks for, with its profile and scope. */
    public List<Employee> employees(GetEmployee request) {
        return ask(Channel.Load.LOOKUP, EmployeeContracts.GET_EMPLOYEE_4, request);
    }

    /**
     * The employee with this HSA-id, with everything HSA tells. Protected people too.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<Employee> employeeIncludingProtectedPerson(HsaId person) {
        return single(employeesIncludingProtectedPerson(GetEmployee.of(person).within(scope)));
    }

    /** The person's posts: one for each of the person's HSA-ids. Protected people too. */
    public List<Employee> employeesIncludingProtectedPerson(PersonId person) {
        return employeesIncludingProtectedPerson(GetEmployee.of(person).within(scope));
    }

    /** The employees that a request asks for, with its profile and scope. Protected people too. */
    public List<Employee> employeesIncludingProtectedPerson(GetEmployee request) {
        return ask(
                Channel.Load.LOOKUP,
                EmployeeContracts.GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4,
                request);
    }

    /** Who has a commission for this purpose at this care unit. */
    public List<Employee> commissionMembers(HsaId careUnit, CommissionPurpose purpose) {
        return commissionMembers(GetCommissionMembers.of(careUnit, purpose).within(scope));
    }

    /** Who has a commission of the kind that a request describes, as with certain rights. */
    public List<Employee> commissionMembers(GetCommissionMembers request) {
        return ask(Channel.Load.LOOKUP, EmployeeContracts.GET_COMMISSION_MEMBERS_2, request);
    }

    /** Who has a commission for this purpose at this care unit. Protected people too. */
    public List<Employee> commissionMembersIncludingProtectedPerson(
            HsaId careUnit, CommissionPurpose purpose) {
        return commissionMembersIncludingProtectedPerson(
                GetCommissionMembers.of(careUnit, purpose).within(scope));
    }

    /**
     * Who has a commission of the kind that a request describes, as with certain rights. Protected people
     * too.
     */
    public List<Employee> commissionMembersIncludingProtectedPerson(GetCommissionMembers request) {
        return ask(
                Channel.Load.LOOKUP,
                EmployeeContracts.GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2,
                request);
    }

    // ---- what a person is and may do

    /**
     * Licences, roles and commissions under one HSA-id.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<Credentials> credentials(HsaId person) {
        return single(credentials(GetCredentials.of(person).within(scope)));
    }

    /** Licences, roles and commissions, one for each of the person's HSA-ids. */
    public List<Credentials> credentials(PersonId person) {
        return credentials(GetCredentials.of(person).within(scope));
    }

    /** The credentials that a request asks for, with its profile and scope. */
    public List<Credentials> credentials(GetCredentials request) {
        return ask(Channel.Load.CREDENTIALS, AuthorizationContracts.GET_CREDENTIALS_2, request);
    }

    /**
     * Licences, roles and commissions under one HSA-id. Protected people too.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<Credentials> credentialsIncludingProtectedPerson(HsaId person) {
        return single(credentialsIncludingProtectedPerson(GetCredentials.of(person).within(scope)));
    }

    /** Licences, roles and commissions, one for each of the person's HSA-ids. Protected people too. */
    public List<Credentials> credentialsIncludingProtectedPerson(PersonId person) {
        return credentialsIncludingProtectedPerson(GetCredentials.of(person).within(scope));
    }

    /** The credentials that a request asks for, with its profile and scope. Protected people too. */
    public List<Credentials> credentialsIncludingProtectedPerson(GetCredentials request) {
        return ask(
                Channel.Load.CREDENTIALS,
                AuthorizationContracts.GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                request);
    }

    /**
     * Administrative commissions under one HSA-id.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<AdminCredentials> adminCredentials(HsaId person) {
        return single(adminCredentials(GetAdminCredentials.of(person).within(scope)));
    }

    /** Administrative commissions, one answer for each of the person's HSA-ids. */
    public List<AdminCredentials> adminCredentials(PersonId person) {
        return adminCredentials(GetAdminCredentials.of(person).within(scope));
    }

    /** The administrative commissions that a request asks for, as within one scope. */
    public List<AdminCredentials> adminCredentials(GetAdminCredentials request) {
        return ask(
                Channel.Load.CREDENTIALS, AuthorizationContracts.GET_ADMIN_CREDENTIALS_2, request);
    }

    /**
     * Administrative commissions under one HSA-id. Protected people too.
     *
     * @return empty if HSA tells of nobody, see {@link HsaClient}
     */
    public Optional<AdminCredentials> adminCredentialsIncludingProtectedPerson(HsaId person) {
        return single(
                adminCredentialsIncludingProtectedPerson(
                        GetAdminCredentials.of(person).within(scope)));
    }

    /** Administrative commissions, one answer for each of the person's HSA-ids. Protected people too. */
    public List<AdminCredentials> adminCredentialsIncludingProtectedPerson(PersonId person) {
        return adminCredentialsIncludingProtectedPerson(
                GetAdminCredentials.of(person).within(scope));
    }

    /** The administrative commissions that a request asks for, as within one scope. Protected people too. */
    public List<AdminCredentials> adminCredentialsIncludingProtectedPerson(
            GetAdminCredentials request) {
        return ask(
                Channel.Load.CREDENTIALS,
                AuthorizationContracts.GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                request);
    }

    /**
     * Whether a person has a role in a system. The contract was retired in 2022: only older
     * directories answer. Where they do not, see {@link Credentials#systemRoles()}.
     */
    public SystemAuthorization systemAuthorization(GetSystemAuthorization request) {
        return ask(
                Channel.Load.CREDENTIALS,
                AuthorizationContracts.GET_SYSTEM_AUTHORIZATION_2,
                request);
    }

    /**
     * Whether a person has a role in a system. Protected people too. The contract was retired in 2022: only older
     * directories answer. Where they do not, see {@link Credentials#systemRoles()}.
     */
    public SystemAuthorization systemAuthorizationIncludingProtectedPerson(
            GetSystemAuthorization request) {
        return ask(
                Channel.Load.CREDENTIALS,
                AuthorizationContracts.GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2,
                request);
    }

    // ---- HOSP

    /**
     * What Socialstyrelsen's register HOSP says about a person, who need not be in HSA otherwise.
     *
     * <p>HSA's contract promises an empty answer about someone who is not there; HSA has also been seen to
     * answer with a SOAP fault of a certain text, which counts as the same. Any other fault is thrown.
     *
     * @return empty if the person is not in HOSP
     */
    public Optional<HospCredentials> hospCredentials(PersonId person) {
        try {
            return ask(
                    Channel.Load.CREDENTIALS,
                    AuthorizationContracts.GET_HOSP_CREDENTIALS_1,
                    new GetHospCredentials(person));
        } catch (ServiceFaultException fault) {
            if (fault.faultString().contains(NOT_IN_HOSP) || fault.detail().contains(NOT_IN_HOSP)) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    /** When HSA's copy of HOSP was last updated. */
    public Instant hospLastUpdate() {
        return ask(
                Channel.Load.LOOKUP,
                AuthorizationContracts.GET_HOSP_LAST_UPDATE_1,
                new GetHospLastUpdate());
    }

    /**
     * Asks HSA to mark that this service follows a person in HOSP. May be repeated.
     *
     * @return OK, or INFO with a text to show to the user
     * @throws RejectedException if HSA refused; show its text to the user
     */
    public HospResult followInHosp(PersonId person) {
        return handleHosp(person, HandleHospCertification.Operation.ADD);
    }

    /**
     * Asks HSA to remove the mark that this service follows a person in HOSP. May be repeated.
     *
     * @return OK, or INFO with a text to show to the user
     * @throws RejectedException if HSA refused; show its text to the user
     */
    public HospResult unfollowInHosp(PersonId person) {
        return handleHosp(person, HandleHospCertification.Operation.REMOVE);
    }

    private HospResult handleHosp(PersonId person, HandleHospCertification.Operation operation) {
        return handleHosp(
                new HandleHospCertification(person, operation, Optional.empty(), Optional.empty()));
    }

    /**
     * Follows, or stops following, a person in HOSP, and says why.
     *
     * @return OK, or INFO with a text to show to the user
     * @throws RejectedException if HSA refused; show its text to the user
     */
    public HospResult handleHosp(HandleHospCertification request) {
        Reply<HospResult> reply =
                exchange(
                        Channel.Load.HOSP_UPDATE,
                        AuthorizationContracts.HANDLE_HOSP_CERTIFICATION_1,
                        request);
        HospResult result = reply.message();
        if (result.code() == HospResult.Code.ERROR) {
            throw new RejectedException(result.code().name(), result.text(), reply.details());
        }
        return result;
    }

    // ---- units and care providers

    /**
     * A unit, with all that HSA tells or with what these profiles hold.
     *
     * @param profiles how much to tell, added together; everything when none is given
     * @return empty if HSA tells of no such unit, see {@link HsaClient}
     */
    public Optional<Unit> unit(HsaId unit, UnitProfile... profiles) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_UNIT_5,
                GetUnit.of(unit).within(scope).profiles(profiles));
    }

    /**
     * Which care unit (vårdenhet) and care provider a unit belongs to; the unit may itself be the care unit.
     *
     * @param unit any unit
     * @return empty if HSA tells of no care unit for it, see {@link HsaClient}
     */
    public Optional<HealthCareUnit> careUnitOf(HsaId unit) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_HEALTH_CARE_UNIT_2,
                GetHealthCareUnit.of(unit).within(scope));
    }

    /**
     * As {@link #careUnitOf}, and who manages the care unit (verksamhetschef).
     *
     * @param unit any unit
     * @return empty if HSA tells of no care unit for it, see {@link HsaClient}
     */
    public Optional<HealthCareUnit> careUnitWithManagerOf(HsaId unit) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2,
                GetHealthCareUnitIncludingManager.of(unit).within(scope));
    }

    /**
     * A care unit with the units that belong to it. HSA looks for those in all of the directory, whatever the
     * search scope.
     *
     * @return empty if HSA tells of no such care unit, see {@link HsaClient}
     */
    public Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_HEALTH_CARE_UNIT_MEMBERS_2,
                GetHealthCareUnitMembers.of(careUnit).within(scope));
    }

    /**
     * A care provider with its care units.
     *
     * @return empty if HSA tells of no such care provider, see {@link HsaClient}
     */
    public Optional<HealthCareUnitList> careUnits(HsaId careProvider) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_HEALTH_CARE_UNIT_LIST_2,
                GetHealthCareUnitList.of(careProvider).within(scope));
    }

    /**
     * A care provider (vårdgivare).
     *
     * @return empty if HSA tells of no such care provider, see {@link HsaClient}
     */
    public Optional<CareProvider> careProvider(HsaId careProvider) {
        return single(
                ask(
                        Channel.Load.LOOKUP,
                        OrganizationContracts.GET_HEALTH_CARE_PROVIDER_1,
                        GetHealthCareProvider.of(careProvider).within(scope)));
    }

    /** The care providers with this organisation number: one for each of its HSA-ids. */
    public List<CareProvider> careProviders(OrganisationNumber number) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.GET_HEALTH_CARE_PROVIDER_1,
                GetHealthCareProvider.of(number).within(scope));
    }

    /**
     * Whether a unit lies within any of some sectors.
     *
     * @param sectors the units at the top of the sectors, at least one
     * @throws InvalidInputException if there is no sector; nothing was sent
     */
    public boolean isWithinSector(HsaId unit, HsaId... sectors) {
        return ask(
                        Channel.Load.LOOKUP,
                        OrganizationContracts.IS_UNIT_WITHIN_SECTOR_1,
                        IsUnitWithinSector.of(unit, sectors).within(scope))
                .withinSector();
    }

    /**
     * The units within some sectors.
     *
     * @param sectors the units at the top of the sectors, at least one
     * @throws InvalidInputException if there is no sector; nothing was sent
     */
    public List<UnitWithinSector> unitsWithinSector(HsaId... sectors) {
        return ask(
                Channel.Load.LOOKUP,
                OrganizationContracts.LIST_UNITS_WITHIN_SECTOR_1,
                ListUnitsWithinSector.of(sectors).within(scope));
    }

    // ---- questions

    /**
     * The person's commissions for a purpose whose care unit and care provider are in use at a time. HSA
     * itself tells only of commissions that the person is a member of now.
     */
    public List<Commission> activeCommissions(HsaId person, CommissionPurpose purpose, Instant at) {
        return active(credentials(person).stream(), purpose, at);
    }

    /**
     * The person's commissions for a purpose whose care unit and care provider are in use at a time.
     * Protected people too. HSA itself tells only of commissions that the person is a member of now.
     */
    public List<Commission> activeCommissionsIncludingProtectedPerson(
            HsaId person, CommissionPurpose purpose, Instant at) {
        return active(credentialsIncludingProtectedPerson(person).stream(), purpose, at);
    }

    /**
     * Whether a person has a commission for a purpose at a unit at a time, and if not, why.
     *
     * <p>A commission at a care unit is one at every unit that belongs to it, so the unit may be any. A commission
     * directly under a care provider is at that provider only, not at its units. The care unit, the care provider
     * and the unit must all be in use at the time.
     *
     * <p>One call to HSA, and a second one when no commission is at the unit itself.
     *
     * @param person the person's HSA-id
     * @param unit a care unit, a unit that belongs to one, or a care provider
     * @param purpose for example {@link CommissionPurpose#CARE_AND_TREATMENT}
     * @param at when; as a rule now
     */
    public Authorisation authorisedFor(
            HsaId person, HsaId unit, CommissionPurpose purpose, Instant at) {
        return new AuthorisationQuestion(unit, purpose, at)
                .answer(credentials(person).stream().toList(), this::careUnitOf);
    }

    /**
     * Whether a person has a commission for a purpose at a unit at a time, and if not, why. Protected people too.
     *
     * <p>A commission at a care unit is one at every unit that belongs to it, so the unit may be any. A commission
     * directly under a care provider is at that provider only, not at its units. The care unit, the care provider
     * and the unit must all be in use at the time.
     *
     * <p>One call to HSA, and a second one when no commission is at the unit itself.
     *
     * @param person the person's HSA-id
     * @param unit a care unit, a unit that belongs to one, or a care provider
     * @param purpose for example {@link CommissionPurpose#CARE_AND_TREATMENT}
     * @param at when; as a rule now
     */
    public Authorisation authorisedForIncludingProtectedPerson(
            HsaId person, HsaId unit, CommissionPurpose purpose, Instant at) {
        return new AuthorisationQuestion(unit, purpose, at)
                .answer(
                        credentialsIncludingProtectedPerson(person).stream().toList(),
                        this::careUnitOf);
    }

    private static List<Commission> active(
            Stream<Credentials> person, CommissionPurpose purpose, Instant at) {
        return person.flatMap(post -> post.commissions().stream())
                .filter(commission -> commission.purpose().equals(purpose))
                .filter(commission -> commission.isActiveAt(at))
                .toList();
    }

    private <Q, R> R ask(Channel.Load load, RivtaContract<Q, R> newest, Q request) {
        return exchange(load, newest, request).message();
    }

    private <Q, R> Reply<R> exchange(Channel.Load load, RivtaContract<Q, R> newest, Q request) {
        @SuppressWarnings("unchecked") // all versions of one interaction have the same records
        var contract = (RivtaContract<Q, R>) chosen.getOrDefault(newest.interaction(), newest);
        return channel.call(load, contract, request);
    }

    private static <T> Optional<T> single(List<T> found) {
        if (found.size() > 1) {
            throw new ProtocolException(
                    "HSA answered with several posts for one HSA-id", null, null);
        }
        return found.stream().findFirst();
    }

    /**
     * Builds an {@link HsaClient}. Not for use by more than one thread.
     *
     * <p>The default pace is what HSA's contracts promise answers at: 5 credentials (of people with up to
     * nine commissions), 10 other look-ups and 5 HOSP updates begun in each second. It replaces the {@link
     * RateLimit} of the {@link RivtaClient}. Limits hold for what is built here and derived from it; give the
     * same {@link RateLimit} to several builders, or divide it between nodes, where more than one client runs.
     */
    public static final class Builder {

        private static final Duration BULK_PAUSE = Duration.ofMillis(50);

        private final RivtaClient platform;
        private final Map<String, RivtaContract<?, ?>> chosen = new HashMap<>();
        private Optional<LogicalAddress> address = Optional.empty();
        private RateLimit credentialsLimit = RateLimit.perSecond(5);
        private RateLimit lookupLimit = RateLimit.perSecond(10);
        private RateLimit hospUpdateLimit = RateLimit.perSecond(5);
        private RateLimit bulkLimit = RateLimit.oneAtATime(BULK_PAUSE);
        private @Nullable HsaCache cache;

        private Builder(RivtaClient platform) {
            this.platform = platform;
        }

        /**
         * Whom to call. Otherwise the address that the environment has for the domain of each call, or else
         * {@link HsaClient#NATIONAL_ADDRESS}.
         */
        public Builder logicalAddress(LogicalAddress to) {
            this.address = Optional.of(to);
            return this;
        }

        /**
         * Calls an interaction in this version instead of the newest, for example {@link
         * EmployeeContracts#GET_EMPLOYEE_3}.
         *
         * @throws InvalidInputException if it is no contract of HSA
         */
        public Builder use(RivtaContract<?, ?> contract) {
            boolean known =
                    Stream.of(
                                    EmployeeContracts.all(),
                                    AuthorizationContracts.all(),
                                    OrganizationContracts.all())
                            .anyMatch(contracts -> contracts.contains(contract));
            if (!known) {
                throw new InvalidInputException(
                        "contract",
                        "is not one of HSA's",
                        "a constant of EmployeeContracts, AuthorizationContracts or"
                                + " OrganizationContracts");
            }
            chosen.put(contract.interaction(), contract);
            return this;
        }

        /** Remembers answers. Off unless asked for. */
        public Builder cache(HsaCache settings) {
            this.cache = settings;
            return this;
        }

        /** The pace of questions about what a person is and may do. */
        public Builder credentialsLimit(RateLimit limit) {
            this.credentialsLimit = limit;
            return this;
        }

        /** The pace of all other questions. */
        public Builder lookupLimit(RateLimit limit) {
            this.lookupLimit = limit;
            return this;
        }

        /** The pace of following and unfollowing people in HOSP. */
        public Builder hospUpdateLimit(RateLimit limit) {
            this.hospUpdateLimit = limit;
            return this;
        }

        /** The pace of {@link HsaClient#bulk()}; HSA asks for one call at a time with 50 ms between. */
        public Builder bulkLimit(RateLimit limit) {
            this.bulkLimit = limit;
            return this;
        }

        /** No limits at all: for stand-ins and measurements, not for HSA itself. */
        public Builder withoutLimits() {
            return credentialsLimit(RateLimit.none())
                    .lookupLimit(RateLimit.none())
                    .hospUpdateLimit(RateLimit.none())
                    .bulkLimit(RateLimit.none());
        }

        /**
         * The client.
         *
         * @throws ConfigurationException if the cache is on and Caffeine is missing
         */
        public HsaClient build() {
            Channel direct = new RivtaChannel(platform, this::limitOf, address);
            Channel bulk = new RivtaChannel(platform, load -> bulkLimit, address);
            return new HsaClient(
                    cache == null ? direct : caching(cache, direct), bulk, SearchScope.ALL, chosen);
        }

        private RateLimit limitOf(Channel.Load load) {
            return switch (load) {
                case CREDENTIALS -> credentialsLimit;
                case LOOKUP -> lookupLimit;
                case HOSP_UPDATE -> hospUpdateLimit;
            };
        }

        static Channel caching(HsaCache settings, Channel next) {
            try {
                return new CachingChannel(settings, next);
            } catch (NoClassDefFoundError missing) {
                throw new ConfigurationException(
                        "The HSA cache is on, but the library Caffeine is missing",
                        "Add com.github.ben-manes.caffeine:caffeine to the application, or build the"
                                + " HsaClient without cache.",
                        missing);
            }
        }
    }
}
