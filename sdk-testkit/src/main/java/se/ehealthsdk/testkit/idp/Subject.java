package se.ehealthsdk.testkit.idp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.Sector;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;

/** The one who logs in, as what they chose to be, with what the directory says of them now. */
record Subject(HsaStandIn hsa, Persona persona, Choice choice, LogIn logIn) {

    private static final Pattern ORGANISATION =
            Pattern.compile("(?:^|,)\\s*o=([^,]+)", Pattern.CASE_INSENSITIVE);

    /** The chosen post; all of the person's where none is chosen. */
    private Stream<Post> posts() {
        return choice.post().map(Stream::of).orElseGet(() -> persona.posts().stream());
    }

    /** What each post's credentials say, without doubles. */
    List<String> ofCredentials(Function<Credentials, List<String>> what) {
        return posts().map(Post::credentials).map(what).flatMap(List::stream).distinct().toList();
    }

    Optional<String> ofEmployee(Function<Employee, Stream<String>> what) {
        return posts().map(Post::employee).flatMap(what).findFirst();
    }

    Optional<String> ofCommission(Function<Commission, Optional<String>> what) {
        return choice.commission().flatMap(what);
    }

    List<String> ofCommissionMany(Function<Commission, List<String>> what) {
        return choice.commission().map(what).orElse(List.of());
    }

    Optional<String> employeeHsaId() {
        return choice.post().map(Post::hsaId).map(HsaId::value);
    }

    /** The HSA-id in the certificate of the card. */
    Optional<String> hsaIdOfCard() {
        return logIn.card() ? posts().findFirst().map(it -> it.hsaId().value()) : Optional.empty();
    }

    /** The personal identity in the certificate of the app. */
    Optional<String> personalIdentityOfApp() {
        return logIn.card() ? Optional.empty() : Optional.of(persona.personId().value());
    }

    List<String> allEmployeeHsaIds() {
        return persona.hsaIds().stream().map(HsaId::value).toList();
    }

    /** The care provider of the commission; else the organisation under which the post lies. */
    Optional<String> organisationName() {
        return choice.commission()
                .map(it -> it.careProvider().name())
                .or(() -> ofEmployee(it -> organisation(it.distinguishedName())));
    }

    Optional<String> organisationNumber() {
        return choice.commission()
                .map(it -> it.careProvider().orgNo())
                .or(
                        () ->
                                organisationName()
                                        .flatMap(
                                                name ->
                                                        hsa.careProviders().stream()
                                                                .filter(
                                                                        it ->
                                                                                it.name()
                                                                                        .equals(
                                                                                                name))
                                                                .map(CareProvider::orgNo)
                                                                .findFirst()));
    }

    private static Stream<String> organisation(String distinguishedName) {
        Matcher found = ORGANISATION.matcher(distinguishedName);
        return found.find() ? Stream.of(found.group(1)) : Stream.empty();
    }

    List<Map<String, Object>> allCommissions() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (HsaId post : persona.hsaIds()) {
            for (Commission each : hsa.commissionsOf(post)) {
                all.add(told(post, each));
            }
        }
        return all;
    }

    private static Map<String, Object> told(HsaId post, Commission commission) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("employeeHsaId", post.value());
        told.put("commissionHsaId", commission.hsaId().value());
        told.put("commissionName", commission.name());
        told.put("commissionPurpose", commission.purpose().text());
        commission
                .careUnit()
                .ifPresent(
                        unit -> {
                            told.put("healthCareUnitHsaId", unit.hsaId().value());
                            told.put("healthCareUnitName", unit.name());
                        });
        told.put("healthCareProviderHsaId", commission.careProvider().hsaId().value());
        told.put("healthCareProviderName", commission.careProvider().name());
        told.put(
                "commissionRights",
                commission.rights().stream()
                        .map(
                                right ->
                                        Map.of(
                                                "activity", right.activity(),
                                                "informationClass", right.informationClass(),
                                                "scope", right.scope().text()))
                        .toList());
        return told;
    }

    /** Administrative rights of these scopes; of all scopes when none is named. */
    List<Map<String, Object>> authorizationScopes(List<String> codes) {
        return posts().flatMap(post -> post.adminScopes().stream())
                .filter(scope -> codes.isEmpty() || codes.contains(scope.scopeCode()))
                .map(Subject::told)
                .toList();
    }

    private static Map<String, Object> told(AuthorizationScopeProperty scope) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("authorizationScopeCode", scope.scopeCode());
        told.put("authorizationScopeName", scope.scopeName());
        scope.scopeDescription().ifPresent(it -> told.put("authorizationScopeDescription", it));
        told.put("authorizationScopePropertyCode", scope.propertyCode());
        told.put("authorizationScopePropertyName", scope.propertyName());
        scope.propertyDescription()
                .ifPresent(it -> told.put("authorizationScopePropertyDescription", it));
        told.put("adminCommissions", scope.commissions().stream().map(Subject::told).toList());
        return told;
    }

    private static Map<String, Object> told(AdminCommission commission) {
        return Map.of(
                "adminCommissionHsaId", commission.hsaId().value(),
                "adminCommissionResponsibleOrganisation", commission.responsibleOrganisation(),
                "feignedAdminCommission", String.valueOf(commission.feigned()),
                "sectors", commission.sectors().stream().map(Subject::told).toList());
    }

    private static Map<String, Object> told(Sector sector) {
        return Map.of(
                "unitHsaId", sector.unit().value(),
                "name", sector.name(),
                "sectorFlag", sector.sectorFlag(),
                "feignedUnit", String.valueOf(sector.feigned()));
    }

    /** The name of the part. */
    @Override
    public String toString() {
        return "Subject[" + persona.name() + "]";
    }
}
