package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.util.JSONArrayUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;
import se.ehealthsdk.testkit.idp.ClaimCatalogue.Needs;
import se.ehealthsdk.testkit.idp.ClaimsRequest.Wanted;
import se.ehealthsdk.testkit.idp.IdpState.Pending;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * Logs the user in: who it is, as what they log in, and back to the client with a code.
 *
 * <p>As at Inera's IdP an essential claim that cannot be told ends in an error page, HTTP 400, and so does
 * a preselected user who is another; the client hears of neither.
 */
final class AuthorizationEndpoint {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    private final IdpState idp;
    private final String cookie;

    /**
     * @param cookie the name of the session's cookie: browsers tell cookies apart by host, not by port
     */
    AuthorizationEndpoint(IdpState idp, String cookie) {
        this.idp = idp;
        this.cookie = cookie;
    }

    /** The client has sent the browser here. */
    HttpReply begin(Visit visit) {
        Parameters parameters = visit.parameters();
        AuthorizationRequest.Return to = AuthorizationRequest.Return.of(parameters, idp);
        visit.by(to.client().id());
        try {
            return begin(visit, AuthorizationRequest.of(parameters, to, idp.settings));
        } catch (OAuthError error) {
            return failed(visit, to, error);
        }
    }

    private HttpReply begin(Visit visit, AuthorizationRequest request) {
        Optional<Session> session =
                session(visit).filter(it -> isGoodFor(request, it) && visit.robot().isEmpty());
        if (session.isPresent()) {
            return choose(visit, new Pending(request), session.get());
        }
        if (request.prompts("none")) {
            throw new OAuthError("login_required", "nobody is logged in");
        }
        Optional<Robot> robot = visit.robot().or(() -> Optional.ofNullable(idp.robots.poll()));
        if (robot.isPresent()) {
            return logIn(visit, new Pending(request), robot.get());
        }
        return ask(
                new Pending(request),
                key -> Pages.persona(key, request, idp.hsa.personas(), idp.settings.levels()));
    }

    /** Somebody has filled in one of the pages. */
    HttpReply goOn(Visit visit) {
        Parameters form = visit.parameters();
        String key = form.get(Pages.LOG_IN).orElse("");
        Pending pending =
                idp.pending
                        .take(key)
                        .orElseThrow(
                                () ->
                                        new PageError(
                                                "no_such_login",
                                                "Inloggningen är redan avslutad. Börja om i tjänsten"
                                                        + " som du kom från."));
        AuthorizationRequest request = pending.request();
        visit.by(request.client().id());
        try {
            if (form.flag(Pages.CANCEL)) {
                throw new OAuthError("access_denied", "the user gave up");
            }
            if (pending.session().isPresent()) {
                return finish(
                        visit, pending, pending.session().get(), chosen(form, pending.choices()));
            }
            return logIn(visit, pending, filledIn(form));
        } catch (OAuthError error) {
            return failed(visit, to(request), error);
        }
    }

    /** Ends the session of this browser. */
    HttpReply endSession(Visit visit, HttpReply reply) {
        visit.cookie(cookie).ifPresent(idp.sessions::take);
        return reply.with("set-cookie", cookie + "=; Path=/oidc; Max-Age=0; Secure; HttpOnly");
    }

    // ---- who ----

    private HttpReply logIn(Visit visit, Pending pending, Robot who) {
        if (who.how().cancelled()) {
            throw new OAuthError("access_denied", "the user gave up");
        }
        Instant now = idp.now();
        Session session =
                new Session(
                        who.persona(), who.how(), now, now.plus(idp.settings.sessionLifetime()));
        HttpReply reply = choose(visit, pending, session);
        String key = IdpState.secret();
        idp.sessions.put(key, session);
        return reply.with(
                "set-cookie", cookie + "=" + key + "; Path=/oidc; Secure; HttpOnly; SameSite=Lax");
    }

    private Robot filledIn(Parameters form) {
        String level = form.get(Pages.LEVEL).orElse("");
        if (!idp.settings.levels().contains(level)) {
            throw new PageError("no_such_level", "Välj en tillitsnivå.");
        }
        LogIn how =
                form.get(Pages.METHOD).filter("app"::equals).isPresent()
                        ? LogIn.byApp()
                        : LogIn.byCard();
        return new Robot(form.get(Pages.PERSONA).orElse(""), how.atLevel(level));
    }

    private Optional<Session> session(Visit visit) {
        return visit.cookie(cookie)
                .flatMap(idp.sessions::get)
                .filter(session -> idp.now().isBefore(session.expires()));
    }

    /** A level that is too low is no reason to fail yet: the user may log in anew, at a higher one. */
    private boolean isGoodFor(AuthorizationRequest request, Session session) {
        return !request.prompts("login")
                && !request.prompts("select_account")
                && request.maxAge()
                        .map(Duration::ofSeconds)
                        .map(session.authTime()::plus)
                        .map(limit -> !idp.now().isAfter(limit))
                        .orElse(true)
                && isLevelGood(request, session);
    }

    private static boolean isLevelGood(AuthorizationRequest request, Session session) {
        return request.claims()
                .all()
                .filter(wanted -> wanted.claim().equals(ClaimCatalogue.ACR) && wanted.essential())
                .allMatch(wanted -> wanted.isMetBy(Optional.of(session.logIn().acr())));
    }

    private Persona person(Session session) {
        try {
            return idp.hsa.persona(session.persona());
        } catch (InvalidInputException gone) {
            throw new PageError("no_such_user", "Personen finns inte i katalogen.");
        }
    }

    // ---- as what ----

    private HttpReply choose(Visit visit, Pending pending, Session session) {
        AuthorizationRequest request = pending.request();
        if (!isLevelGood(request, session)) {
            throw new PageError(
                    "insufficient_acr",
                    "Tjänsten kräver en annan tillitsnivå än den du loggade in med.");
        }
        Persona person = person(session);
        List<Choice> choices =
                candidates(request, person).stream()
                        .filter(session.logIn()::accepts)
                        .filter(choice -> isAsked(request, subject(session, choice)))
                        .toList();
        if (choices.isEmpty()) {
            throw new PageError(
                    "no_such_choice",
                    "Det du har valt, eller tjänsten har valt åt dig, finns inte för dig.");
        }
        if (choices.size() == 1) {
            return finish(visit, pending, session, choices.get(0));
        }
        if (request.prompts("none")) {
            throw new OAuthError("interaction_required", "the user has to choose");
        }
        pending.asks(session, choices);
        return ask(pending, key -> Pages.choice(key, request, choices));
    }

    /** What there is to choose among follows from what is asked for. */
    private List<Choice> candidates(AuthorizationRequest request, Persona person) {
        Needs needs =
                names(request)
                        .map(ClaimCatalogue::needs)
                        .reduce(Needs.NOTHING, (a, b) -> a.compareTo(b) > 0 ? a : b);
        if (needs == Needs.NOTHING) {
            return List.of(Choice.PERSON);
        }
        List<Choice> posts =
                person.posts().stream()
                        .map(post -> new Choice(Optional.of(post), Optional.empty()))
                        .toList();
        if (needs == Needs.POST) {
            return posts;
        }
        List<Choice> commissions = person.posts().stream().flatMap(this::commissions).toList();
        return commissions.isEmpty() ? posts : commissions;
    }

    private Stream<Choice> commissions(Post post) {
        return idp.hsa.commissionsOf(post.hsaId()).stream()
                .map(commission -> new Choice(Optional.of(post), Optional.of(commission)));
    }

    /** Whether the values that are asked for are met, of claims that say who and of essential ones. */
    private boolean isAsked(AuthorizationRequest request, Subject subject) {
        return request.claims()
                .all()
                .filter(wanted -> !wanted.values().isEmpty())
                .filter(wanted -> !wanted.claim().equals(ClaimCatalogue.ACR))
                .filter(wanted -> !wanted.claim().equals(ClaimCatalogue.AUTHORIZATION_SCOPE))
                .filter(wanted -> request.client().mayHave(wanted.claim()))
                .filter(
                        wanted ->
                                wanted.essential()
                                        || ClaimCatalogue.PRINCIPAL.contains(wanted.claim()))
                .allMatch(wanted -> wanted.isMetBy(ClaimCatalogue.value(wanted.claim(), subject)));
    }

    private static Choice chosen(Parameters form, List<Choice> choices) {
        String number = form.get(Pages.CHOICE).orElse("");
        if (!number.matches("\\d{1,4}") || Integer.parseInt(number) >= choices.size()) {
            throw new PageError("no_such_choice", "Välj något av det som visas.");
        }
        return choices.get(Integer.parseInt(number));
    }

    private Subject subject(Session session, Choice choice) {
        return new Subject(idp.hsa, person(session), choice, session.logIn());
    }

    // ---- back to the client ----

    private HttpReply finish(Visit visit, Pending pending, Session session, Choice choice) {
        AuthorizationRequest request = pending.request();
        Subject subject = subject(session, choice);
        Map<String, Object> idToken = told(request, request.claims().idToken(), subject);
        request.scopes().stream()
                .flatMap(scope -> ClaimCatalogue.ofScope(scope).stream())
                .filter(request.client()::mayHave)
                .filter(claim -> !idToken.containsKey(claim))
                .forEach(
                        claim ->
                                value(new Wanted(claim, false, List.of()), subject)
                                        .ifPresent(value -> idToken.put(claim, value)));
        Grant grant =
                new Grant(
                        request,
                        session,
                        idToken,
                        told(request, request.claims().userinfo(), subject));
        String code = IdpState.secret();
        idp.codes.put(
                code,
                new Grant.Code(
                        new Grant.Handle(grant, idp.now().plus(CODE_LIFETIME)),
                        request.redirectUri(),
                        request.codeChallenge()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        return back(visit, to(request), parameters);
    }

    /**
     * @throws PageError if an essential claim cannot be told
     */
    private Map<String, Object> told(
            AuthorizationRequest request, Map<String, Wanted> wanted, Subject subject) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (Wanted each : wanted.values()) {
            if (isOfEveryToken(each.claim())) {
                continue;
            }
            Optional<Object> value =
                    request.client().mayHave(each.claim())
                            ? value(each, subject)
                            : Optional.empty();
            if (value.isEmpty() && each.essential()) {
                throw new PageError(
                        "missing_claim " + each.claim(),
                        "Tjänsten kräver uppgiften " + each.claim() + ", och den saknas för dig.");
            }
            value.ifPresent(it -> told.put(each.claim(), it));
        }
        return told;
    }

    private Optional<Object> value(Wanted wanted, Subject subject) {
        if (wanted.claim().equals(ClaimCatalogue.ACR)) {
            return Optional.of(subject.logIn().acr());
        }
        Optional<Object> value =
                wanted.claim().equals(ClaimCatalogue.AUTHORIZATION_SCOPE)
                                && !subject.logIn().claims().containsKey(wanted.claim())
                        ? Optional.<Object>of(subject.authorizationScopes(wanted.values()))
                                .filter(list -> !((List<?>) list).isEmpty())
                        : ClaimCatalogue.value(wanted.claim(), subject);
        return value.map(it -> idp.settings.listsAsText() ? asText(it) : it);
    }

    /** Older versions told lists of objects as text. */
    private static Object asText(Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)
                ? JSONArrayUtils.toJSONString(list)
                : value;
    }

    /** Claims that tokens have anyway, whatever is asked; a client cannot choose them. */
    private static boolean isOfEveryToken(String claim) {
        return switch (claim) {
            case "sub", "iss", "aud", "exp", "iat", "amr", "auth_time", "jti", "at_hash", "nonce" ->
                    true;
            default -> false;
        };
    }

    private static Stream<String> names(AuthorizationRequest request) {
        return Stream.concat(
                        request.claims().all().map(Wanted::claim),
                        request.scopes().stream()
                                .flatMap(scope -> ClaimCatalogue.ofScope(scope).stream()))
                .filter(request.client()::mayHave);
    }

    private HttpReply failed(Visit visit, AuthorizationRequest.Return to, OAuthError error) {
        visit.failed(error.code());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.code());
        parameters.put("error_description", error.description());
        return back(visit, to, parameters);
    }

    private HttpReply back(
            Visit visit, AuthorizationRequest.Return to, Map<String, String> parameters) {
        to.state().ifPresent(state -> parameters.put("state", state));
        if (idp.settings.callbackIssuer()) {
            parameters.put("iss", idp.issuer);
        }
        idp.faults
                .take(Effect.OnCallback.class, visit)
                .ifPresent(effect -> effect.spoil().accept(parameters));
        return Replies.redirect(to.redirectUri(), parameters);
    }

    private static AuthorizationRequest.Return to(AuthorizationRequest request) {
        return new AuthorizationRequest.Return(
                request.client(), request.redirectUri(), request.state());
    }

    private HttpReply ask(Pending pending, Function<String, HttpReply> page) {
        String key = IdpState.secret();
        idp.pending.put(key, pending);
        return page.apply(key);
    }
}
