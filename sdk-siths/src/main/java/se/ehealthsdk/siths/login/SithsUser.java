package se.ehealthsdk.siths.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * A user who has logged in: who it is, how sure that is, and what the IdP told. All of it comes from the
 * IdP itself, and fulfils the {@link LoginRequest}. Immutable; keep it in the user's session on the server.
 *
 * <p>What was not asked for is not here: empty means that the IdP did not tell, not that it is not so.
 */
public final class SithsUser {

    private final Profile profile;
    private final Map<String, Object> claims;
    private final Tokens tokens;
    private final LoginFailures failures;

    SithsUser(Profile profile, Map<String, Object> claims, Tokens tokens, LoginFailures failures) {
        this.profile = profile;
        this.claims = claims;
        this.tokens = tokens;
        this.failures = failures;
    }

    SithsUser with(Tokens renewed) {
        return new SithsUser(profile, claims, renewed, failures);
    }

    /** The IdP's own name for the user ({@code sub}): opaque, and not the same at another IdP. */
    public String subject() {
        return profile.subject();
    }

    /** The employee's HSA-id. */
    public Optional<HsaId> employeeHsaId() {
        return profile.employeeHsaId();
    }

    /** All HSA-ids that the IdP told of, the one above first. */
    public List<HsaId> allEmployeeHsaIds() {
        return profile.allEmployeeHsaIds();
    }

    /** First name. */
    public Optional<String> givenName() {
        return profile.givenName();
    }

    /** Surname. */
    public Optional<String> familyName() {
        return profile.familyName();
    }

    /** The whole name, put together of its parts when the IdP did not. */
    public Optional<String> name() {
        return profile.name();
    }

    /** The personal identity number. */
    public Optional<PersonId> personalIdentityNumber() {
        return profile.personalIdentityNumber();
    }

    /** The level of assurance; empty only after {@link LoginRequest.Builder#anyLevelAtOwnRisk}. */
    public Optional<AssuranceLevel> level() {
        return profile.level();
    }

    /** How the user was authenticated ({@code amr}), in the IdP's words. */
    public List<String> authenticationMethods() {
        return profile.authenticationMethods();
    }

    /** When the user was authenticated, which with single sign-on can be long before the log-in. */
    public Optional<Instant> authenticatedAt() {
        return profile.authenticatedAt();
    }

    /** The organisation. */
    public Optional<UserOrganisation> organisation() {
        return profile.organisation();
    }

    /** The commission that the user chose at the IdP; empty when it was not asked to let them. */
    public Optional<UserCommission> commission() {
        return profile.commission();
    }

    /** All commissions that the IdP told of, for the user to choose among. */
    public List<UserCommission> commissions() {
        return profile.commissions();
    }

    /** Roles in systems. */
    public List<SystemRole> systemRoles() {
        return profile.systemRoles();
    }

    /** Scopes of administrative authority. */
    public List<AuthorizationScope> authorizationScopes() {
        return profile.authorizationScopes();
    }

    /** Licensed professions, as the codes of the claim {@code healthcareProfessionalLicense}. */
    public List<String> licences() {
        return profile.licences();
    }

    /** The number in the register of licensed professionals (HOSP). */
    public Optional<String> licenceNumber() {
        return profile.licenceNumber();
    }

    /** Specialities of licensed professions, as codes. */
    public List<String> specialities() {
        return profile.specialities();
    }

    /** Positions, as codes (befattningskod, OID 1.2.752.129.2.2.1.4). */
    public List<String> positions() {
        return profile.positions();
    }

    /** What stands in the user's certificate. */
    public CertificateClaims certificate() {
        return profile.certificate();
    }

    /**
     * Any claim, as JSON: a text, a number, a boolean, a list or a map, unmodifiable.
     *
     * @param name as in tokens
     */
    public Optional<Object> claim(String name) {
        return Optional.ofNullable(claims.get(name));
    }

    /** The tokens. Secrets. */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * The user acting in a commission of theirs.
     *
     * @param commission its HSA-id
     * @throws LoginException with {@link Reason#WRONG_COMMISSION} when the user has none such, or the IdP
     *     did not tell its purpose or care provider; with {@link Reason#CLAIM_MISSING} when the user's HSA-id
     *     is not known
     */
    public ActingUser chooseCommission(HsaId commission) {
        return actingIn(commissionWith(commission));
    }

    /**
     * The user acting in a commission of theirs, for one purpose and no other.
     *
     * @param commission its HSA-id
     * @param purpose for example {@link UserCommission#CARE_AND_TREATMENT}
     * @throws LoginException with {@link Reason#WRONG_COMMISSION} when the user has none such, it is for
     *     another purpose, or the IdP did not tell its care provider; with {@link Reason#CLAIM_MISSING} when
     *     the user's HSA-id is not known
     */
    public ActingUser chooseCommission(HsaId commission, String purpose) {
        UserCommission chosen = commissionWith(commission);
        if (!chosen.isFor(purpose)) {
            throw failures.of(
                    Reason.WRONG_COMMISSION,
                    "The commission " + commission + " is not for " + purpose);
        }
        return actingIn(chosen);
    }

    private UserCommission commissionWith(HsaId id) {
        List<UserCommission> found =
                profile.commissions().stream().filter(each -> each.hsaId().equals(id)).toList();
        // the same commission may be listed for several employments
        return found.stream()
                .filter(each -> each.employee().equals(profile.employeeHsaId()))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseThrow(
                        () ->
                                failures.of(
                                        Reason.WRONG_COMMISSION,
                                        "The user does not have the commission " + id));
    }

    private ActingUser actingIn(UserCommission chosen) {
        List<HsaId> all = profile.allEmployeeHsaIds();
        HsaId employee =
                chosen.employee()
                        .or(this::employeeHsaId)
                        .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                        .orElseThrow(
                                () ->
                                        failures.about(
                                                Claim.EMPLOYEE_HSA_ID.name(),
                                                Reason.CLAIM_MISSING,
                                                "The IdP did not tell the user's HSA-id"));
        String purpose = chosen.purpose().orElseThrow(() -> incomplete(chosen, "purpose"));
        HsaId provider =
                chosen.careProvider().orElseThrow(() -> incomplete(chosen, "care provider"));
        return new ActingUser(
                employee,
                name(),
                profile.title(),
                Optional.of(new ActingUser.Commission(chosen.hsaId(), chosen.name(), purpose)),
                chosen.careUnit().map(unit -> new ActingUser.CareUnit(unit, chosen.careUnitName())),
                new ActingUser.CareProvider(
                        provider, chosen.careProviderName(), chosen.careProviderNumber()));
    }

    private LoginException incomplete(UserCommission chosen, String what) {
        return failures.of(
                Reason.WRONG_COMMISSION,
                "The IdP did not tell the " + what + " of the commission " + chosen.hsaId());
    }

    /** HSA-ids and level; never a name, a number, a claim or a token. */
    @Override
    public String toString() {
        return "SithsUser[" + profile + "]";
    }
}
