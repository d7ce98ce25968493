package se.ehealthsdk.testkit.idp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Part;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;

/** The rules of a log-in that a client shows when it sends the browser, and what the identity provider refuses. */
final class LogInRules {

    private static final Rule STATE = Rules.of("idp.state.missing");
    private static final Rule NONCE = Rules.of("idp.nonce.missing");
    private static final Rule PKCE = Rules.of("idp.pkce.missing");
    private static final Rule PLAIN = Rules.of("idp.pkce.plain");
    private static final Rule ACR = Rules.of("idp.acr");
    private static final Rule REFUSED = Rules.of("idp.refused");

    private static final String SURFACE = "idp";
    private static final String LEVELS = "http://id.sambi.se/loa/loa";

    /** The levels of the claims parameter: the value or the values of acr. */
    private static final Pattern ACR_CLAIM =
            Pattern.compile("\"acr\"\\s*:\\s*\\{[^}]*\"values?\"\\s*:\\s*\\[?\\s*\"([^\"]*)\"");

    private LogInRules() {}

    /** Reports what is wrong with a call that has been answered; not what it met because a test wanted so. */
    static void check(Visit visit, Inspector inspector) {
        if (visit.isFaulty()) {
            return;
        }
        visit.error()
                .ifPresent(
                        error ->
                                inspector.report(
                                        SURFACE,
                                        REFUSED,
                                        Part.REQUEST,
                                        "",
                                        String.valueOf(visit.call().target().getPath()),
                                        error));
        if (visit.endpoint().filter(IdpEndpoint.AUTHORIZATION::equals).isPresent()
                && visit.client().isPresent()) {
            authorization(visit, inspector);
        }
    }

    private static void authorization(Visit visit, Inspector inspector) {
        Parameters parameters;
        try {
            parameters = visit.parameters();
        } catch (OAuthError unreadable) {
            return;
        }
        if (parameters.get("client_id").isEmpty()) {
            return; // the user has filled in a page
        }
        missing(parameters, "state", STATE, inspector);
        missing(parameters, "nonce", NONCE, inspector);
        missing(parameters, "code_challenge", PKCE, inspector);
        parameters
                .get("code_challenge_method")
                .filter(method -> !method.equals("S256"))
                .ifPresent(method -> report(inspector, PLAIN, "code_challenge_method", method));
        parameters.get("acr_values").ifPresent(values -> levels(values, "acr_values", inspector));
        parameters
                .get("claims")
                .ifPresent(
                        claims -> {
                            Matcher found = ACR_CLAIM.matcher(claims);
                            if (found.find()) {
                                levels(found.group(1), "claims", inspector);
                            }
                        });
    }

    private static void missing(
            Parameters parameters, String name, Rule rule, Inspector inspector) {
        if (parameters.get(name).filter(value -> !value.isBlank()).isEmpty()) {
            report(inspector, rule, name);
        }
    }

    private static void levels(String values, String name, Inspector inspector) {
        for (String level : values.strip().split("\\s+")) {
            if (!level.startsWith(LEVELS)) {
                report(inspector, ACR, name, level);
                return;
            }
        }
    }

    private static void report(Inspector inspector, Rule rule, String path, Object... values) {
        inspector.report(SURFACE, rule, Part.REQUEST, path, values);
    }
}
