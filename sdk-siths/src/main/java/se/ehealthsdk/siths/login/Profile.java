package se.ehealthsdk.siths.login;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.siths.certificate.AssuranceLevel;

/** A user's claims, all of them read, so that a faulty one shows at log-in and not later. */
record Profile(
        String subject,
        Optional<AssuranceLevel> level,
        List<String> authenticationMethods,
        Optional<Instant> authenticatedAt,
        Optional<HsaId> employeeHsaId,
        List<HsaId> allEmployeeHsaIds,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> name,
        Optional<String> title,
        Optional<PersonId> personalIdentityNumber,
        Optional<UserOrganisation> organisation,
        Optional<UserCommission> commission,
        List<UserCommission> commissions,
        List<SystemRole> systemRoles,
        List<AuthorizationScope> authorizationScopes,
        List<String> licences,
        Optional<String> licenceNumber,
        List<String> specialities,
        List<String> positions,
        CertificateClaims certificate) {

    private static final String[] PERSONAL_IDENTITY_NUMBER = {
        Claim.PERSONAL_IDENTITY_NUMBER.name(),
        "personal_identity_number",
        // the profile of OIDC Sweden
        "https://id.oidc.se/claim/personalIdentityNumber"
    };

    /**
     * @throws LoginException when a claim cannot be read
     */
    static Profile of(
            UserClaims claims,
            String subject,
            Optional<AssuranceLevel> level,
            Optional<Instant> authenticatedAt) {
        Optional<HsaId> employee = claims.hsaId(Claim.EMPLOYEE_HSA_ID.name());
        Optional<UserCommission> commission = UserCommission.of(claims);
        List<UserCommission> commissions = commissions(claims, commission);
        Optional<String> givenName = claims.text(Claim.GIVEN_NAME.name(), "givenName");
        Optional<String> familyName = claims.text(Claim.FAMILY_NAME.name(), "surname");
        return new Profile(
                subject,
                level,
                claims.texts("amr"),
                authenticatedAt,
                employee,
                employees(claims, employee, commissions),
                givenName,
                familyName,
                claims.text(Claim.NAME.name(), "displayName")
                        .or(() -> together(givenName, familyName)),
                claims.text("title"),
                claims.text(PERSONAL_IDENTITY_NUMBER)
                        .map(
                                text ->
                                        claims.parsed(
                                                Claim.PERSONAL_IDENTITY_NUMBER.name(),
                                                text,
                                                PersonId::tryParse)),
                UserOrganisation.of(claims),
                commission,
                commissions,
                claims.texts(Claim.SYSTEM_ROLE.name()).stream().map(SystemRole::of).toList(),
                claims.objects(Claim.AUTHORIZATION_SCOPE.name()).stream()
                        .map(entry -> scope(claims, entry))
                        .toList(),
                // both spellings are in use
                claims.texts("healthcareProfessionalLicense", "healthcareProfessionalLicence"),
                claims.text(
                        "healthcareProfessionalLicenseIdentityNumber",
                        "healthcareProfessionalLicenceIdentityNumber"),
                claims.texts(
                        "healthCareProfessionalLicenceSpeciality",
                        "healthCareProfessionalLicenseSpeciality"),
                claims.texts(Claim.PA_TITLE_CODE.name()),
                CertificateClaims.of(claims));
    }

    private static List<UserCommission> commissions(
            UserClaims claims, Optional<UserCommission> chosen) {
        List<UserCommission> listed = UserCommission.all(claims);
        Set<UserCommission> together = new LinkedHashSet<>();
        // where a commission is told of twice, the list says more
        chosen.filter(one -> listed.stream().noneMatch(each -> each.hsaId().equals(one.hsaId())))
                .ifPresent(together::add);
        together.addAll(listed);
        return List.copyOf(together);
    }

    private static List<HsaId> employees(
            UserClaims claims, Optional<HsaId> employee, List<UserCommission> commissions) {
        Set<HsaId> ids = new LinkedHashSet<>();
        employee.ifPresent(ids::add);
        ids.addAll(claims.hsaIds(Claim.ALL_EMPLOYEE_HSA_IDS.name()));
        commissions.forEach(each -> each.employee().ifPresent(ids::add));
        return List.copyOf(ids);
    }

    private static Optional<String> together(
            Optional<String> givenName, Optional<String> familyName) {
        return familyName.map(
                family -> givenName.map(given -> given + " " + family).orElse(family));
    }

    private static AuthorizationScope scope(UserClaims claims, UserClaims entry) {
        return new AuthorizationScope(
                entry.text("authorizationScopeCode")
                        .orElseThrow(() -> claims.unreadable(Claim.AUTHORIZATION_SCOPE.name())),
                entry.text("authorizationScopeName"),
                entry.members());
    }

    /** HSA-ids and level; never a name, a number or a claim. */
    @Override
    public String toString() {
        return "%s, %s, commissions=%d"
                .formatted(
                        allEmployeeHsaIds,
                        level.map(AssuranceLevel::toString).orElse("no level"),
                        commissions.size());
    }
}
