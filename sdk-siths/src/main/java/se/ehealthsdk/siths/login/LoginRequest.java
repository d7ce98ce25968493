package se.ehealthsdk.siths.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.certificate.AssuranceLevel;

/**
 * What is asked of a log-in, and demanded of its answer. Immutable; make one when the application starts and
 * use it for every user.
 */
public final class LoginRequest {

    private final List<String> scopes;
    private final List<String> voluntary;
    private final Map<String, List<String>> wishes;
    private final Map<String, String> parameters;
    private final Demands demands;

    private LoginRequest(Builder from) {
        this.scopes = List.copyOf(from.scopes);
        this.voluntary =
                from.voluntary.stream().filter(each -> !from.essential.contains(each)).toList();
        this.wishes = Map.copyOf(from.wishes);
        this.parameters = new LinkedHashMap<>(from.parameters);
        this.demands =
                new Demands(
                        new LinkedHashMap<>(from.levels),
                        List.copyOf(from.essential),
                        new LinkedHashMap<>(from.values),
                        from.maxAge,
                        from.fresh,
                        from.fromUserInfo);
    }

    /** Starts a request: level of assurance 3, no claims. */
    public static Builder builder() {
        return new Builder();
    }

    List<String> scopes() {
        return scopes;
    }

    List<String> voluntary() {
        return voluntary;
    }

    /** Claims that are asked for with a value, and not checked. */
    Map<String, List<String>> wishes() {
        return wishes;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    Demands demands() {
        return demands;
    }

    /** The names of what is asked for; never a value. */
    @Override
    public String toString() {
        return "LoginRequest[acr=%s, essential=%s, voluntary=%s]"
                .formatted(demands.levels().keySet(), demands.essential(), voluntary);
    }

    /** Builds a {@link LoginRequest}. Not for use by more than one thread. */
    public static final class Builder {

        /** Those that this SDK sets itself, and those that would change how the answer comes. */
        private static final Set<String> RESERVED =
                Set.of(
                        "response_type",
                        "response_mode",
                        "client_id",
                        "client_secret",
                        "redirect_uri",
                        "scope",
                        "state",
                        "nonce",
                        "code_challenge",
                        "code_challenge_method",
                        "claims",
                        "acr_values",
                        "max_age",
                        "prompt",
                        "request",
                        "request_uri");

        private final Set<String> scopes = new LinkedHashSet<>(List.of("openid"));
        private final Map<String, AssuranceLevel> levels = new LinkedHashMap<>();
        private final Set<String> essential = new LinkedHashSet<>();
        private final Set<String> voluntary = new LinkedHashSet<>();
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final Map<String, List<String>> wishes = new LinkedHashMap<>();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private Optional<Duration> maxAge = Optional.empty();
        private boolean fresh;
        private boolean fromUserInfo;

        private Builder() {
            levels(AssuranceLevel.LOA3);
        }

        /**
         * The accepted levels of assurance; {@link AssuranceLevel#LOA3} alone when not said.
         *
         * <p>The IdP compares exactly: a higher level is not accepted unless it is on the list. Reserve cards
         * have level 2; with level 3 alone their holders cannot log in.
         */
        public Builder levels(AssuranceLevel first, AssuranceLevel... more) {
            levels.clear();
            levels.put(first.uri(), first);
            for (AssuranceLevel level : more) {
                levels.put(level.uri(), level);
            }
            return this;
        }

        /**
         * One more accepted value of {@code acr}, for an IdP that has other names for levels than {@link
         * AssuranceLevel#uri()}.
         *
         * @param acr the value, compared character by character
         * @param meaning the level that it stands for
         */
        public Builder alsoLevel(String acr, AssuranceLevel meaning) {
            levels.put(notBlank("acr", acr), meaning);
            return this;
        }

        /** Accepts every level of assurance, also none at all: anyone the IdP knows is let in. */
        public Builder anyLevelAtOwnRisk() {
            levels.clear();
            return this;
        }

        /**
         * Claims without which the log-in fails: at the IdP when it cannot deliver them, and here when they
         * did not come.
         */
        public Builder essential(Claim... claims) {
            Arrays.stream(claims).map(Claim::name).forEach(essential::add);
            return this;
        }

        /** Claims that are welcome. The IdP leaves out what it does not have or what the client may not see. */
        public Builder voluntary(Claim... claims) {
            Arrays.stream(claims).map(Claim::name).forEach(voluntary::add);
            return this;
        }

        /**
         * A claim that must have one of some values. For {@link Claim#AUTHORIZATION_SCOPE} the values are
         * codes ({@code authorizationScopeCode}).
         *
         * @param claim which
         * @param value the value to ask for
         * @param others further values that will do
         */
        public Builder oneOf(Claim claim, String value, String... others) {
            List<String> allowed = new ArrayList<>();
            allowed.add(notBlank(claim.name(), value));
            allowed.addAll(Arrays.asList(others));
            values.put(claim.name(), List.copyOf(allowed));
            essential.add(claim.name());
            return this;
        }

        /** Only this employee may log in (the user is preselected at the IdP). */
        public Builder employee(HsaId employee) {
            return oneOf(Claim.EMPLOYEE_HSA_ID, employee.value());
        }

        /** Only in this commission (it is preselected at the IdP). */
        public Builder commission(HsaId commission) {
            return oneOf(Claim.COMMISSION_HSA_ID, commission.value());
        }

        /**
         * Preselects the method at the IdP, where the client is allowed it. The values are the IdP's own: see
         * its documentation. The answer is not checked for it, since {@code amr} may name it otherwise.
         */
        public Builder authenticationMethod(String method) {
            wishes.put(
                    Claim.AUTHENTICATION_METHOD.name(),
                    List.of(notBlank("authenticationMethod", method)));
            return this;
        }

        /** Scopes besides {@code openid}. Claims that scopes bring come in the id token. */
        public Builder scopes(String... names) {
            for (String name : names) {
                if (!name.matches("[!#-\\[\\]-~]{1,100}")) {
                    throw new InvalidInputException(
                            "scope", "is no scope", "visible ASCII characters without blanks");
                }
                scopes.add(name);
            }
            return this;
        }

        /**
         * Asks for the claims at the userinfo endpoint instead of in the id token, which is what ends up in
         * addresses and logs at logout. The level of assurance is always in the id token.
         */
        public Builder fromUserInfo() {
            fromUserInfo = true;
            return this;
        }

        /**
         * How long ago the user may have been authenticated, when the IdP remembers the user from another
         * system (single sign-on).
         *
         * @throws InvalidInputException when negative or longer than a year
         */
        public Builder maxAge(Duration age) {
            if (age.isNegative() || age.compareTo(Duration.ofDays(365)) > 0) {
                throw new InvalidInputException("maxAge", "is no age", "0 to 365 days");
            }
            maxAge = Optional.of(age);
            return this;
        }

        /** The user must show the card or the mobile again, whatever the IdP remembers. */
        public Builder authenticateAnew() {
            fresh = true;
            return this;
        }

        /** The language of the IdP's pages, for example {@code sv}; the IdP may not care. */
        public Builder language(String tag) {
            return parameter("ui_locales", tag);
        }

        /**
         * A parameter of the IdP's own in the authorization request.
         *
         * @throws InvalidInputException when it is one that this SDK sets
         */
        public Builder parameter(String name, String value) {
            if (RESERVED.contains(notBlank("parameter", name))) {
                throw new InvalidInputException(
                        "parameter", name + " is set by the SDK", "a parameter of the IdP's own");
            }
            parameters.put(name, value);
            return this;
        }

        private static String notBlank(String field, String value) {
            if (value.isBlank()) {
                throw new InvalidInputException(field, "is blank", "a text");
            }
            return value;
        }

        /** The request. */
        public LoginRequest build() {
            return new LoginRequest(this);
        }
    }
}
