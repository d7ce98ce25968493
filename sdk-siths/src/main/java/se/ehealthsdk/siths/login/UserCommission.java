package se.ehealthsdk.siths.login;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

/**
 * A commission (medarbetaruppdrag) that the user has, as the IdP tells of it. What it lacks, HSA may know.
 *
 * @param hsaId the commission's own HSA-id
 * @param name its name
 * @param purpose what it is for, for example {@link #CARE_AND_TREATMENT}
 * @param employee the user's HSA-id in it: a person with several employments has several; empty when the IdP
 *     does not say
 * @param careUnit the care unit (vårdenhet); empty for a commission directly under its care provider
 * @param careUnitName its name
 * @param careProvider the care provider (vårdgivare)
 * @param careProviderName its name
 * @param careProviderNumber its organisation number
 * @param rights what its members may do
 */
public record UserCommission(
        HsaId hsaId,
        Optional<String> name,
        Optional<String> purpose,
        Optional<HsaId> employee,
        Optional<HsaId> careUnit,
        Optional<String> careUnitName,
        Optional<HsaId> careProvider,
        Optional<String> careProviderName,
        Optional<OrganisationNumber> careProviderNumber,
        List<CommissionRight> rights) {

    /** The purpose of commissions for care and treatment of patients. */
    public static final String CARE_AND_TREATMENT = "Vård och behandling";

    private static final String ID = Claim.COMMISSION_HSA_ID.name();

    /** Keeps a copy of the rights. */
    public UserCommission {
        rights = List.copyOf(rights);
    }

    /** Whether it is for this purpose, upper and lower case apart, as national services compare. */
    public boolean isFor(String wanted) {
        return purpose.filter(text -> text.strip().equalsIgnoreCase(wanted.strip())).isPresent();
    }

    /** One, from claims that name it; empty when they name none. */
    static Optional<UserCommission> of(UserClaims claims) {
        return claims.hsaId(ID).map(id -> of(id, claims));
    }

    /** Those in {@code allCommissions}. */
    static List<UserCommission> all(UserClaims claims) {
        return claims.objects(Claim.ALL_COMMISSIONS.name()).stream()
                .map(
                        entry ->
                                of(
                                        entry.hsaId(ID)
                                                .orElseThrow(
                                                        () ->
                                                                claims.unreadable(
                                                                        Claim.ALL_COMMISSIONS
                                                                                .name())),
                                        entry))
                .toList();
    }

    private static UserCommission of(HsaId id, UserClaims claims) {
        return new UserCommission(
                id,
                claims.text(Claim.COMMISSION_NAME.name()),
                claims.text(Claim.COMMISSION_PURPOSE.name()),
                claims.hsaId(Claim.EMPLOYEE_HSA_ID.name()),
                claims.hsaId(Claim.HEALTH_CARE_UNIT_HSA_ID.name()),
                claims.text(Claim.HEALTH_CARE_UNIT_NAME.name()),
                claims.hsaId(Claim.HEALTH_CARE_PROVIDER_HSA_ID.name()),
                claims.text(Claim.HEALTH_CARE_PROVIDER_NAME.name()),
                // Test data has numbers that are none, and nothing depends on it.
                claims.text(Claim.HEALTHCARE_PROVIDER_ID.name(), "healthCareProviderOrgNo")
                        .flatMap(OrganisationNumber::tryParse),
                rights(claims));
    }

    /** Triples as the single claim has them, or objects as the list of all commissions has them. */
    private static List<CommissionRight> rights(UserClaims claims) {
        String[] names = {Claim.COMMISSION_RIGHT.name(), "commissionRights"};
        boolean triples =
                claims.items(names).stream()
                        .anyMatch(item -> item instanceof String text && !text.contains("{"));
        return triples
                ? claims.items(names).stream().map(item -> triple(claims, item)).toList()
                : claims.objects(names).stream().map(UserCommission::right).toList();
    }

    private static CommissionRight triple(UserClaims claims, Object item) {
        String[] parts = String.valueOf(item).split(";", -1);
        if (parts.length != 3) {
            throw claims.unreadable(Claim.COMMISSION_RIGHT.name());
        }
        return new CommissionRight(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    private static CommissionRight right(UserClaims entry) {
        return new CommissionRight(
                entry.text("activity").orElse(""),
                entry.text("informationClass").orElse(""),
                entry.text("scope").orElse(""));
    }

    /** The HSA-ids and the purpose. */
    @Override
    public String toString() {
        return "UserCommission[%s, %s, careUnit=%s, careProvider=%s]"
                .formatted(
                        hsaId,
                        purpose.orElse("-"),
                        careUnit.map(HsaId::value).orElse("-"),
                        careProvider.map(HsaId::value).orElse("-"));
    }
}
