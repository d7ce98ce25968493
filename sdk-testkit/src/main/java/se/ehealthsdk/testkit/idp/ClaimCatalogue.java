package se.ehealthsdk.testkit.idp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.UnitSummary;

/**
 * The claims that the IdP knows: which there are, what they follow from, and by which scope they can be
 * asked for. Claims of more than one value are lists, also when there is one.
 *
 * <p>Source: names as Inera documents them, spelling and all; to which scope a claim belongs is documented
 * for few, and the others have none here.
 */
final class ClaimCatalogue {

    static final String ACR = "acr";
    static final String ALL_COMMISSIONS = "allCommissions";
    static final String AUTHORIZATION_SCOPE = "authorizationScope";

    static final String SCOPE_COMMISSION = "commission";
    static final String SCOPE_AUTHORIZATION = "authorization_scope";
    static final String SCOPE_PERSONAL_IDENTITY = "personal_identity_number";

    /** Claims that say who, so that a value asked for must be the user's (preselected principal). */
    static final Set<String> PRINCIPAL =
            Set.of(
                    "employeeHsaId",
                    "commissionHsaId",
                    "personalIdentityNumber",
                    "organizationIdentifier",
                    "credentialEmployeeHsaId",
                    "credentialPersonalIdentityNumber");

    /** What must be chosen before a claim can be told. */
    enum Needs {
        NOTHING,
        POST,
        COMMISSION
    }

    private record Claim(Needs needs, Function<Subject, Optional<Object>> value) {}

    private static final Map<String, Claim> CLAIMS = new LinkedHashMap<>();
    private static final Map<String, List<String>> SCOPES = new LinkedHashMap<>();

    static {
        one(
                "name",
                Needs.NOTHING,
                it ->
                        Optional.of(
                                it.persona().givenName() + " " + it.persona().middleAndSurname()));
        one("given_name", Needs.NOTHING, it -> Optional.of(it.persona().givenName()));
        one("family_name", Needs.NOTHING, it -> Optional.of(it.persona().middleAndSurname()));
        one(
                "personalIdentityNumber",
                Needs.NOTHING,
                it -> Optional.of(it.persona().personId().value()));
        many("allEmployeeHsaIds", Needs.NOTHING, Subject::allEmployeeHsaIds);
        many(ALL_COMMISSIONS, Needs.NOTHING, Subject::allCommissions);
        many(AUTHORIZATION_SCOPE, Needs.NOTHING, it -> it.authorizationScopes(List.of()));
        many(
                "healthcareProfessionalLicense",
                Needs.NOTHING,
                it -> it.ofCredentials(Credentials::licenceCodes));
        one(
                "healthcareProfessionalLicenseIdentityNumber",
                Needs.NOTHING,
                it -> first(it.ofCredentials(c -> c.hospIdentityNumber().stream().toList())));
        many(
                "healthCareProfessionalLicenceSpeciality",
                Needs.NOTHING,
                it ->
                        it.ofCredentials(
                                c -> c.specialities().stream().map(Speciality::code).toList()));
        one(
                "personalPrescriptionCode",
                Needs.NOTHING,
                it -> first(it.ofCredentials(c -> c.personalPrescriptionCode().stream().toList())));
        many(
                "groupPrescriptionCode",
                Needs.NOTHING,
                it -> it.ofCredentials(Credentials::groupPrescriptionCodes));
        one("credentialGivenName", Needs.NOTHING, it -> Optional.of(it.persona().givenName()));
        one("credentialSurname", Needs.NOTHING, it -> Optional.of(it.persona().middleAndSurname()));
        one(
                "credentialDisplayName",
                Needs.NOTHING,
                it ->
                        Optional.of(
                                it.persona().givenName() + " " + it.persona().middleAndSurname()));
        one("credentialEmployeeHsaId", Needs.NOTHING, Subject::hsaIdOfCard);
        one("credentialPersonalIdentityNumber", Needs.NOTHING, Subject::personalIdentityOfApp);

        one("employeeHsaId", Needs.POST, Subject::employeeHsaId);
        many("paTitleCode", Needs.POST, it -> it.ofCredentials(Credentials::paTitleCodes));
        many(
                "occupationalCode",
                Needs.POST,
                it -> it.ofCredentials(Credentials::occupationalCodes));
        many(
                "systemRole",
                Needs.POST,
                it ->
                        it.ofCredentials(
                                c ->
                                        c.systemRoles().stream()
                                                .map(role -> role.systemId() + ";" + role.role())
                                                .toList()));
        one("mail", Needs.POST, it -> it.ofEmployee(e -> e.mail().stream()));
        one("telephoneNumber", Needs.POST, it -> it.ofEmployee(e -> e.telephoneNumbers().stream()));
        one(
                "mobileTelephoneNumber",
                Needs.POST,
                it -> it.ofEmployee(e -> e.mobileNumbers().stream()));
        one("organizationName", Needs.POST, Subject::organisationName);
        one("organizationIdentifier", Needs.POST, Subject::organisationNumber);

        one(
                "commissionHsaId",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> Optional.of(c.hsaId().value())));
        one("commissionName", Needs.COMMISSION, it -> it.ofCommission(c -> Optional.of(c.name())));
        one(
                "commissionPurpose",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> Optional.of(c.purpose().text())));
        many(
                "commissionRight",
                Needs.COMMISSION,
                it ->
                        it.ofCommissionMany(
                                c -> c.rights().stream().map(CommissionRight::format).toList()));
        one(
                "healthCareUnitHsaId",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> c.careUnit().map(UnitSummary::hsaId).map(HsaId::value)));
        one(
                "healthCareUnitName",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> c.careUnit().map(UnitSummary::name)));
        one(
                "healthCareProviderHsaId",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> Optional.of(c.careProvider().hsaId().value())));
        one(
                "healthCareProviderName",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> Optional.of(c.careProvider().name())));
        one(
                "healthcareProviderId",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> Optional.of(c.careProvider().orgNo())));
        one(
                "pharmacyIdentifier",
                Needs.COMMISSION,
                it -> it.ofCommission(c -> c.pharmacyIdentifier()));

        SCOPES.put(
                SCOPE_COMMISSION,
                List.of(
                        "employeeHsaId",
                        "commissionHsaId",
                        "commissionName",
                        "commissionPurpose",
                        "commissionRight",
                        "healthCareUnitHsaId",
                        "healthCareUnitName",
                        "healthCareProviderHsaId",
                        "healthCareProviderName",
                        "healthcareProviderId"));
        SCOPES.put(SCOPE_AUTHORIZATION, List.of(AUTHORIZATION_SCOPE));
        SCOPES.put(SCOPE_PERSONAL_IDENTITY, List.of("personalIdentityNumber"));
    }

    private ClaimCatalogue() {}

    static List<String> names() {
        return List.copyOf(CLAIMS.keySet());
    }

    static List<String> scopes() {
        return Stream.concat(Stream.of("openid"), SCOPES.keySet().stream()).toList();
    }

    static List<String> ofScope(String scope) {
        return SCOPES.getOrDefault(scope, List.of());
    }

    static Needs needs(String claim) {
        Claim known = CLAIMS.get(claim);
        return known == null ? Needs.NOTHING : known.needs();
    }

    /** What is told; empty for an unknown claim, and where the directory has nothing. */
    static Optional<Object> value(String claim, Subject subject) {
        Object byHand = subject.logIn().claims().get(claim);
        if (byHand != null) {
            return Optional.of(byHand);
        }
        Claim known = CLAIMS.get(claim);
        return known == null ? Optional.empty() : known.value().apply(subject);
    }

    private static void one(String name, Needs needs, Function<Subject, Optional<String>> value) {
        CLAIMS.put(
                name,
                new Claim(
                        needs,
                        subject ->
                                value.apply(subject)
                                        .filter(text -> !text.isBlank())
                                        .map(Object.class::cast)));
    }

    private static void many(String name, Needs needs, Function<Subject, List<?>> values) {
        CLAIMS.put(
                name,
                new Claim(
                        needs,
                        subject ->
                                Optional.<Object>of(values.apply(subject))
                                        .filter(list -> !((List<?>) list).isEmpty())));
    }

    private static Optional<String> first(List<String> values) {
        return values.stream().findFirst();
    }
}
