package se.ehealthsdk.siths.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Whether the answer fulfils what was demanded: what the IdP was asked to see to is not left to it. */
record Verdict(Demands demands, LoginFailures failures) {

    /** The level, when it is on the list. */
    Optional<AssuranceLevel> level(Map<String, Object> idToken) {
        Optional<String> acr = Json.text(idToken.get("acr"));
        if (demands.levels().isEmpty()) {
            return acr.flatMap(AssuranceLevel::tryOfUri);
        }
        return Optional.of(
                acr.map(demands.levels()::get)
                        .orElseThrow(
                                () ->
                                        failures.about(
                                                "acr",
                                                Reason.LEVEL_TOO_LOW,
                                                acr.isPresent()
                                                        ? "The level of assurance is not one of those demanded"
                                                        : "The IdP did not tell the level of assurance")));
    }

    void time(Map<String, Object> idToken, IdTokenRules rules, Instant begunAt) {
        demands.maxAge()
                .map(failures.clock().instant()::minus)
                .ifPresent(earliest -> rules.checkAuthenticatedSince(idToken, earliest));
        if (demands.fresh()) {
            rules.checkAuthenticatedSince(idToken, begunAt);
        }
    }

    void claims(UserClaims claims) {
        for (String name : demands.essential()) {
            if (!claims.has(name)) {
                throw failures.about(name, Reason.CLAIM_MISSING, "The IdP did not tell " + name);
            }
        }
        demands.values().forEach((name, allowed) -> value(claims, name, allowed));
    }

    private void value(UserClaims claims, String name, List<String> allowed) {
        boolean hsaId = name.endsWith("HsaId");
        List<String> given =
                name.equals(Claim.AUTHORIZATION_SCOPE.name())
                        ? claims.objects(name).stream()
                                .flatMap(each -> each.text("authorizationScopeCode").stream())
                                .toList()
                        : claims.texts(name);
        boolean fits =
                given.stream()
                        .anyMatch(
                                value -> hsaId ? isSame(value, allowed) : allowed.contains(value));
        if (!fits) {
            throw failures.about(
                    name, reason(name), "The value of " + name + " is not the one demanded");
        }
    }

    private static boolean isSame(String value, List<String> allowed) {
        return HsaId.tryParse(value)
                .filter(
                        id ->
                                allowed.stream()
                                        .flatMap(each -> HsaId.tryParse(each).stream())
                                        .anyMatch(id::equals))
                .isPresent();
    }

    private static Reason reason(String claim) {
        if (claim.equals(Claim.COMMISSION_HSA_ID.name())) {
            return Reason.WRONG_COMMISSION;
        }
        return claim.equals(Claim.EMPLOYEE_HSA_ID.name())
                        || claim.equals(Claim.PERSONAL_IDENTITY_NUMBER.name())
                        || claim.startsWith("credential")
                ? Reason.WRONG_USER
                : Reason.CLAIM_MISSING;
    }
}
