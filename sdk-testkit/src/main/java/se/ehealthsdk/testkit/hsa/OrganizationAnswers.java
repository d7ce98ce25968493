package se.ehealthsdk.testkit.hsa;

import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_HEALTH_CARE_PROVIDER_1;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_HEALTH_CARE_UNIT_2;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_HEALTH_CARE_UNIT_LIST_2;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_HEALTH_CARE_UNIT_MEMBERS_2;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_UNIT_4;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.GET_UNIT_5;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.IS_UNIT_WITHIN_SECTOR_1;
import static se.ehealthsdk.hsa.contract.OrganizationContracts.LIST_UNITS_WITHIN_SECTOR_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.SectorMembership;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitProfile;
import se.ehealthsdk.hsa.UnitTelephones;
import se.ehealthsdk.hsa.UnitWithinSector;
import se.ehealthsdk.hsa.contract.GetHealthCareProvider;
import se.ehealthsdk.hsa.contract.GetUnit;
import se.ehealthsdk.hsa.contract.IsUnitWithinSector;
import se.ehealthsdk.hsa.contract.SearchScope;

/** Answers the organisation contracts. */
final class OrganizationAnswers {

    private final Supplier<Population> directory;

    OrganizationAnswers(Supplier<Population> directory) {
        this.directory = directory;
    }

    void on(RivtaEndpoint.Builder endpoint) {
        endpoint.on(GET_UNIT_5, (request, caller) -> unit(request))
                .on(GET_UNIT_4, (request, caller) -> unit(request))
                .on(
                        GET_HEALTH_CARE_UNIT_2,
                        (request, caller) -> careUnit(request.unit(), request.scope(), false))
                .on(
                        GET_HEALTH_CARE_UNIT_INCLUDING_MANAGER_2,
                        (request, caller) -> careUnit(request.unit(), request.scope(), true))
                .on(
                        GET_HEALTH_CARE_UNIT_MEMBERS_2,
                        (request, caller) -> members(request.healthCareUnit(), request.scope()))
                .on(
                        GET_HEALTH_CARE_UNIT_LIST_2,
                        (request, caller) -> units(request.provider(), request.scope()))
                .on(GET_HEALTH_CARE_PROVIDER_1, (request, caller) -> providers(request))
                .on(IS_UNIT_WITHIN_SECTOR_1, (request, caller) -> isWithin(request))
                .on(
                        LIST_UNITS_WITHIN_SECTOR_1,
                        (request, caller) -> within(request.sectors(), request.scope()));
    }

    private Optional<Unit> unit(GetUnit request) {
        return visible(request.unit(), request.scope())
                .map(DirectoryUnit::unit)
                .filter(OrganizationAnswers::isComplete)
                .map(found -> told(found, request.profiles()));
    }

    private Optional<HealthCareUnit> careUnit(HsaId id, SearchScope scope, boolean withManager) {
        Population population = directory.get();
        Optional<DirectoryUnit> asked = visible(id, scope);
        Optional<DirectoryUnit> responsible =
                asked.flatMap(it -> it.careUnit().map(population::unit).orElse(asked));
        Optional<CareProvider> provider =
                responsible
                        .flatMap(DirectoryUnit::careProvider)
                        .flatMap(population::provider)
                        .filter(AuthorizationAnswers::isComplete);
        if (provider.isEmpty() || !isComplete(responsible.get().unit())) {
            return Optional.empty();
        }
        boolean archived = scope.includeFeigned();
        HealthCareUnit answer =
                responsible.get().hsaId().equals(id)
                        ? HealthCareUnit.itself(responsible.get().summary(archived), provider.get())
                        : HealthCareUnit.of(
                                asked.get().summary(archived),
                                responsible.get().summary(archived),
                                provider.get());
        return Optional.of(
                withManager
                        ? responsible.get().manager().map(answer::managedBy).orElse(answer)
                        : answer);
    }

    /** Members are looked for in the whole directory, whatever the search base. */
    private Optional<HealthCareUnitMembers> members(HsaId id, SearchScope scope) {
        Population population = directory.get();
        boolean archived = scope.includeFeigned();
        Visibility everywhere = new Visibility(new SearchScope(Optional.empty(), archived), false);
        List<CareUnitMember> members =
                population.units().values().stream()
                        .filter(it -> it.careUnit().filter(id::equals).isPresent())
                        .filter(everywhere::sees)
                        .filter(it -> isComplete(it.unit()))
                        .map(it -> new CareUnitMember(it.summary(archived), it.details()))
                        .toList();
        return visible(id, scope)
                .filter(it -> isComplete(it.unit()))
                .flatMap(
                        unit ->
                                unit.careProvider()
                                        .flatMap(population::provider)
                                        .map(
                                                provider ->
                                                        new HealthCareUnitMembers(
                                                                unit.summary(archived),
                                                                unit.details(),
                                                                provider,
                                                                UnitDetails.NONE,
                                                                members)));
    }

    private Optional<HealthCareUnitList> units(HsaId provider, SearchScope scope) {
        Population population = directory.get();
        Visibility visibility = new Visibility(scope, false);
        return population
                .provider(provider)
                .filter(it -> scope.includeFeigned() || !it.feigned())
                .map(
                        it ->
                                new HealthCareUnitList(
                                        it,
                                        population.units().values().stream()
                                                .filter(
                                                        unit ->
                                                                unit.careProvider()
                                                                        .filter(provider::equals)
                                                                        .isPresent())
                                                .filter(visibility::sees)
                                                .filter(unit -> isComplete(unit.unit()))
                                                .map(unit -> unit.summary(scope.includeFeigned()))
                                                .toList()));
    }

    private List<CareProvider> providers(GetHealthCareProvider request) {
        return directory.get().providers().values().stream()
                .filter(it -> request.hsaId().map(it.hsaId()::equals).orElse(true))
                .filter(
                        it ->
                                request.organisationNumber().isEmpty()
                                        || it.organisationNumber()
                                                .equals(request.organisationNumber()))
                .filter(it -> request.scope().includeFeigned() || !it.feigned())
                .filter(AuthorizationAnswers::isComplete)
                .toList();
    }

    private SectorMembership isWithin(IsUnitWithinSector request) {
        boolean within =
                within(request.sectors(), request.scope()).stream()
                        .anyMatch(it -> it.hsaId().equals(request.unit()));
        boolean feigned =
                visible(request.unit(), request.scope())
                        .filter(it -> it.unit().feigned())
                        .isPresent();
        return new SectorMembership(within, feigned);
    }

    /** A sector is a unit and all that lies under it in the directory. */
    private List<UnitWithinSector> within(List<HsaId> sectors, SearchScope scope) {
        Population population = directory.get();
        List<String> tops =
                sectors.stream()
                        .flatMap(id -> population.unit(id).stream())
                        .map(it -> Visibility.normal(it.distinguishedName()))
                        .toList();
        return population.units().values().stream()
                .filter(new Visibility(scope, false)::sees)
                .filter(it -> lies(Visibility.normal(it.distinguishedName()), tops))
                .map(it -> new UnitWithinSector(it.hsaId(), it.unit().name(), it.unit().feigned()))
                .toList();
    }

    private static boolean lies(String dn, List<String> tops) {
        return tops.stream().anyMatch(top -> dn.equals(top) || dn.endsWith("," + top));
    }

    private Optional<DirectoryUnit> visible(HsaId id, SearchScope scope) {
        return directory.get().unit(id).filter(new Visibility(scope, false)::sees);
    }

    static boolean isComplete(Unit unit) {
        return !unit.name().isBlank() && !unit.publicName().isBlank();
    }

    private static Unit told(Unit whole, List<UnitProfile> profiles) {
        List<String> codes =
                profiles.stream().map(it -> it.code().toLowerCase(Locale.ROOT)).toList();
        boolean all = codes.isEmpty() || codes.contains("all");
        boolean extended = all || codes.contains("extended");
        boolean nonPublic = all || codes.contains("extended2");
        UnitTelephones phones = whole.telephones();
        if (!extended) {
            return basic(whole, nonPublic);
        }
        return nonPublic ? whole : withTelephones(whole, withoutNonPublic(phones));
    }

    private static UnitTelephones withoutNonPublic(UnitTelephones phones) {
        return new UnitTelephones(
                phones.numbers(),
                phones.switchboard(),
                phones.text(),
                phones.video(),
                phones.facsimile(),
                List.of());
    }

    private static Unit basic(Unit whole, boolean nonPublic) {
        Unit.Builder told =
                Unit.builder(whole.hsaId())
                        .name(whole.name())
                        .publicName(whole.publicName())
                        .validity(whole.validity())
                        .feigned(whole.feigned());
        whole.mail().ifPresent(told::mail);
        whole.telephones().numbers().forEach(told::telephoneNumber);
        whole.place().postalAddress().ifPresent(told::postalAddress);
        if (nonPublic) {
            whole.telephones().nonPublic().forEach(told::nonPublicTelephoneNumber);
        }
        return told.build();
    }

    private static Unit withTelephones(Unit whole, UnitTelephones telephones) {
        return new Unit(
                whole.hsaId(),
                whole.name(),
                whole.publicName(),
                whole.alternateNames(),
                whole.mail(),
                telephones,
                whole.hours(),
                whole.place(),
                whole.classification(),
                whole.presentation(),
                whole.visitingRules(),
                whole.functions(),
                whole.temporaryInformation(),
                whole.relatedUnits(),
                whole.directoryContact(),
                whole.validity(),
                whole.feigned());
    }
}
