package se.ehealthsdk.testkit.hsa;

import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_ADMIN_CREDENTIALS_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_CREDENTIALS_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_HOSP_CREDENTIALS_1;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_HOSP_LAST_UPDATE_1;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_SYSTEM_AUTHORIZATION_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2;
import static se.ehealthsdk.hsa.contract.AuthorizationContracts.HANDLE_HOSP_CERTIFICATION_1;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.hsa.AdminCredentials;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.CredentialsProfile;
import se.ehealthsdk.hsa.HospCredentials;
import se.ehealthsdk.hsa.HospResult;
import se.ehealthsdk.hsa.SystemAuthorization;
import se.ehealthsdk.hsa.SystemAuthorization.SystemUser;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.contract.GetAdminCredentials;
import se.ehealthsdk.hsa.contract.GetCredentials;
import se.ehealthsdk.hsa.contract.GetSystemAuthorization;
import se.ehealthsdk.hsa.contract.HandleHospCertification;
import se.ehealthsdk.hsa.contract.HandleHospCertification.Operation;
import se.ehealthsdk.hsa.contract.SearchScope;

/** Answers the authorisation contracts. */
final class AuthorizationAnswers {

    private final HsaStandIn hsa;
    private final Supplier<Population> directory;
    private final Clock clock;

    AuthorizationAnswers(HsaStandIn hsa, Supplier<Population> directory, Clock clock) {
        this.hsa = hsa;
        this.directory = directory;
        this.clock = clock;
    }

    void on(RivtaEndpoint.Builder endpoint) {
        endpoint.on(GET_CREDENTIALS_2, (request, caller) -> credentials(request, false))
                .on(
                        GET_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                        (request, caller) -> credentials(request, true))
                .on(GET_ADMIN_CREDENTIALS_2, (request, caller) -> admin(request, false))
                .on(
                        GET_ADMIN_CREDENTIALS_INCLUDING_PROTECTED_PERSON_2,
                        (request, caller) -> admin(request, true))
                .on(GET_SYSTEM_AUTHORIZATION_2, (request, caller) -> system(request, false))
                .on(
                        GET_SYSTEM_AUTHORIZATION_INCLUDING_PROTECTED_PERSON_2,
                        (request, caller) -> system(request, true))
                .on(GET_HOSP_CREDENTIALS_1, (request, caller) -> hosp(request.person()))
                .on(GET_HOSP_LAST_UPDATE_1, (request, caller) -> hsa.hospLastUpdate())
                .on(HANDLE_HOSP_CERTIFICATION_1, (request, caller) -> handle(request));
    }

    private List<Credentials> credentials(GetCredentials request, boolean protectedToo) {
        Population population = directory.get();
        boolean withIdentity =
                request.profile()
                        .filter(it -> it.code().equals(CredentialsProfile.EXTENDED1.code()))
                        .isPresent();
        Visibility visibility = new Visibility(request.scope(), protectedToo);
        return visibility
                .find(population, request.person())
                .map(Population.Owned::post)
                .filter(post -> !post.credentials().middleAndSurname().isBlank())
                .map(post -> told(post, withIdentity, visibility, population))
                .toList();
    }

    private Credentials told(
            Post post, boolean withIdentity, Visibility visibility, Population population) {
        Credentials whole = post.credentials();
        return new Credentials(
                whole.hsaId(),
                whole.givenName(),
                whole.middleAndSurname(),
                withIdentity ? whole.personalIdentity() : Optional.empty(),
                whole.licences(),
                whole.licenceCodes(),
                whole.specialities(),
                whole.occupationalCodes(),
                whole.hospIdentityNumber(),
                whole.personalPrescriptionCode(),
                whole.groupPrescriptionCodes(),
                whole.nursePrescriptionRights(),
                whole.systemRoles(),
                whole.paTitleCodes(),
                whole.protectedPerson(),
                commissions(post, visibility, population),
                whole.feigned());
    }

    /** The commissions of a post, whoever has it. */
    List<Commission> commissionsOf(HsaId post) {
        Population population = directory.get();
        return population
                .posts()
                .filter(owned -> owned.post().hsaId().equals(post))
                .flatMap(owned -> commissions(owned, population).stream())
                .toList();
    }

    private List<Commission> commissions(Population.Owned owned, Population population) {
        SearchScope everywhere = new SearchScope(Optional.empty(), owned.person().feigned());
        return commissions(owned.post(), new Visibility(everywhere, true), population);
    }

    private List<Commission> commissions(Post post, Visibility visibility, Population population) {
        return post.memberships().stream()
                .filter(membership -> membership.validity().at(clock.instant()))
                .map(membership -> population.commissions().get(membership.commission()))
                .filter(found -> found != null && !found.name().isBlank())
                .filter(found -> visibility.scope().includeFeigned() || !found.feigned())
                .flatMap(
                        found ->
                                resolved(found, population, visibility.scope().includeFeigned())
                                        .stream())
                .toList();
    }

    /** Empty when something that the contract requires is missing: HSA drops such a commission whole. */
    private static Optional<Commission> resolved(
            DirectoryCommission found, Population population, boolean tellArchived) {
        Optional<DirectoryUnit> unit = population.unit(found.holder());
        Optional<CareProvider> provider =
                unit.isPresent()
                        ? unit.get().careProvider().flatMap(population::provider)
                        : population.provider(found.holder());
        if (provider.filter(AuthorizationAnswers::isComplete).isEmpty()
                || unit.filter(it -> it.unit().name().isBlank()).isPresent()) {
            return Optional.empty();
        }
        Commission.Builder told =
                Commission.builder(found.hsaId(), found.purpose(), provider.get())
                        .name(found.name())
                        .feigned(found.feigned());
        unit.ifPresent(it -> told.careUnit(it.summary(tellArchived)));
        found.rights().forEach(told::right);
        found.pharmacyIdentifier().ifPresent(told::pharmacyIdentifier);
        return Optional.of(told.build());
    }

    static boolean isComplete(CareProvider provider) {
        return !provider.name().isBlank() && !provider.orgNo().isBlank();
    }

    private List<AdminCredentials> admin(GetAdminCredentials request, boolean protectedToo) {
        return new Visibility(request.scope(), protectedToo)
                .find(directory.get(), request.person())
                .map(
                        it ->
                                new AdminCredentials(
                                        it.post().hsaId(),
                                        Optional.of(it.person().givenName()),
                                        it.person().middleAndSurname(),
                                        it.person().protectedPerson(),
                                        it.person().feigned(),
                                        scopes(it.post(), request)))
                .filter(found -> !found.scopeProperties().isEmpty())
                .toList();
    }

    private static List<AuthorizationScopeProperty> scopes(Post post, GetAdminCredentials request) {
        return post.adminScopes().stream()
                .filter(it -> request.scopeCode().map(it.scopeCode()::equals).orElse(true))
                .filter(it -> request.propertyCode().map(it.propertyCode()::equals).orElse(true))
                .toList();
    }

    private SystemAuthorization system(GetSystemAuthorization request, boolean protectedToo) {
        List<SystemUser> users =
                new Visibility(request.scope(), protectedToo)
                        .find(directory.get(), request.person())
                        .map(Population.Owned::post)
                        .filter(post -> !roles(post, request.systemId()).isEmpty())
                        .map(
                                post ->
                                        new SystemUser(
                                                post.employee(), roles(post, request.systemId())))
                        .toList();
        return new SystemAuthorization(!users.isEmpty(), users);
    }

    private static List<SystemRole> roles(Post post, String systemId) {
        return post.credentials().systemRoles().stream()
                .filter(role -> role.systemId().equals(systemId))
                .toList();
    }

    /** HOSP is Socialstyrelsen's register: no search base, and protected people are in it as others are. */
    private Optional<HospCredentials> hosp(PersonId person) {
        return directory.get().personas().stream()
                .filter(each -> each.personId().equals(person))
                .flatMap(each -> each.hosp().stream())
                .findFirst();
    }

    private HospResult handle(HandleHospCertification request) {
        hsa.follow(request.person(), request.operation() == Operation.ADD);
        return new HospResult(HospResult.Code.OK, "");
    }
}
