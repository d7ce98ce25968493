package se.ehealthsdk.examples;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.examples.WebSessions.Session;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.siths.certificate.AssuranceLevel;
import se.ehealthsdk.siths.login.Claim;
import se.ehealthsdk.siths.login.IdentityProvider;
import se.ehealthsdk.siths.login.LoginException;
import se.ehealthsdk.siths.login.LoginRequest;
import se.ehealthsdk.siths.login.SithsUser;
import se.ehealthsdk.siths.login.UserCommission;

/**
 * A web application for clinicians, as small as it gets: log in through the IdP, choose a commission, see oneself
 * in HSA, log out. On the JDK's web server and without a framework, so that nothing hides what belongs to the
 * log-in. For this machine only: a real one stands behind TLS and marks its cookie {@code Secure}.
 *
 * <p>The IdP's client must have {@code http://localhost:PORT/callback} as redirect address, and for logout {@code
 * http://localhost:PORT/logged-out}.
 */
public final class ClinicianWeb implements AutoCloseable {

    /** Where the browser comes back to from the IdP. */
    public static final String CALLBACK_PATH = "/callback";

    /** Where the browser comes back to after logging out at the IdP. */
    public static final String LOGGED_OUT_PATH = "/logged-out";

    private static final String COOKIE = "session";
    private static final int MAX_BODY = 8192;

    private static final LoginRequest REQUEST =
            LoginRequest.builder()
                    .levels(AssuranceLevel.LOA3)
                    .essential(Claim.EMPLOYEE_HSA_ID)
                    .voluntary(
                            Claim.GIVEN_NAME, Claim.FAMILY_NAME, Claim.NAME, Claim.ALL_COMMISSIONS)
                    .build();

    private final IdentityProvider idp;
    private final HsaClient hsa;
    private final WebSessions sessions = new WebSessions();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private @Nullable HttpServer server;

    /** What a page of ours can be asked with: GET shows, POST does. */
    private final Map<String, Function<Visit, Answer>> routes =
            Map.of(
                    "GET /",
                    this::start,
                    "GET /style.css",
                    visit -> Answer.style(),
                    "POST /login",
                    this::logIn,
                    "GET " + CALLBACK_PATH,
                    this::callback,
                    "GET /commissions",
                    this::commissions,
                    "POST /commissions",
                    this::choose,
                    "GET /employee",
                    this::employee,
                    "POST /logout",
                    this::logOut,
                    "GET " + LOGGED_OUT_PATH,
                    visit -> loggedOut());

    /**
     * @param idp the IdP, with this application's callback address as redirect address
     * @param hsa HSA
     */
    public ClinicianWeb(IdentityProvider idp, HsaClient hsa) {
        this.idp = idp;
        this.hsa = hsa;
    }

    /**
     * Starts to serve, to this machine only.
     *
     * @param port 1 to 65535; 0 for a free one, which then has to be told to the IdP
     * @throws UncheckedIOException when the port is taken
     */
    public void start(int port) {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.createContext("/", this::handle);
            started.setExecutor(threads);
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first page.
     *
     * @throws IllegalStateException when not started
     */
    public URI url() {
        if (server == null) {
            throw new IllegalStateException("Not started");
        }
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Stops serving. The IdP and HSA stay open: they are the caller's. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    /**
     * A request.
     *
     * @param session the browser's session; a new one when it had none
     */
    private record Visit(Session session, String query, Map<String, String> form) {

        SithsUser user() {
            if (session.user() == null) {
                throw new InvalidInputException("session", "has no user", "someone logged in");
            }
            return session.user();
        }
    }

    /**
     * An answer.
     *
     * @param session the session from now on; null to leave the cookie as it is
     * @param location where to send the browser; null for a page
     */
    private record Answer(
            int status,
            String type,
            String body,
            @Nullable Session session,
            @Nullable URI location) {

        static Answer page(int status, String title, String body) {
            return new Answer(status, "text/html", Html.page(title, body), null, null);
        }

        static Answer style() {
            return new Answer(200, "text/css", Html.STYLE, null, null);
        }

        static Answer to(URI location) {
            return new Answer(303, "text/html", "", null, location);
        }

        Answer with(Session changed) {
            return new Answer(status, type, body, changed, location);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Session> known = cookie(exchange).flatMap(sessions::find);
            Session session = known.orElseGet(() -> sessions.begin(null));
            Answer answer;
            try {
                answer = answer(exchange, session);
            } catch (EHealthException failure) {
                answer = failed(session, failure);
            }
            send(
                    exchange,
                    known.isEmpty() && answer.session() == null ? answer.with(session) : answer);
        }
    }

    private Answer answer(HttpExchange exchange, Session session) throws IOException {
        String method = exchange.getRequestMethod();
        Function<Visit, Answer> route =
                routes.get(method + " " + exchange.getRequestURI().getPath());
        if (route == null) {
            return Answer.page(404, "Not found", "<p><a href=\"/\">To the first page</a></p>");
        }
        Map<String, String> form = method.equals("POST") ? form(exchange) : Map.of();
        if (method.equals("POST") && !isOurs(session, form)) {
            return Answer.page(
                    403,
                    "Try again",
                    "<p class=\"alert\" role=\"alert\">The form was too old, or did not come from this"
                            + " application.</p><p><a href=\"/\">To the first page</a></p>");
        }
        return route.apply(
                new Visit(
                        session,
                        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                        form));
    }

    private static boolean isOurs(Session session, Map<String, String> form) {
        return MessageDigest.isEqual(
                session.token().getBytes(StandardCharsets.UTF_8),
                form.getOrDefault("token", "").getBytes(StandardCharsets.UTF_8));
    }

    // ---- the pages

    private Answer start(Visit visit) {
        if (visit.session().user() != null) {
            return Answer.to(URI.create("/commissions"));
        }
        return Answer.page(200, "Clinician web", logInForm(visit.session(), "Log in"));
    }

    private static String logInForm(Session session, String label) {
        return Html.form("/login", session.token(), Html.button("login", label));
    }

    private Answer logIn(Visit visit) {
        return Answer.to(idp.begin(REQUEST, visit.session().id()).redirectUrl());
    }

    private Answer callback(Visit visit) {
        SithsUser user = idp.complete(visit.query(), visit.session().id());
        // A new session id: one that was known before the log-in may be known to others.
        sessions.end(visit.session());
        return Answer.to(URI.create("/commissions")).with(sessions.begin(user));
    }

    private Answer commissions(Visit visit) {
        if (visit.session().user() == null) {
            return Answer.to(URI.create("/"));
        }
        SithsUser user = visit.user();
        String choice =
                user.commissions().isEmpty()
                        ? "<p id=\"none\">You have no commission (medarbetaruppdrag). Your organisation's HSA"
                                + " administrator can add you to one.</p>"
                        : Html.form("/commissions", visit.session().token(), choices(user));
        return Answer.page(
                200,
                "Choose a commission",
                "<p id=\"user\">Logged in as "
                        + Html.text(user.name().orElse("an employee without a name"))
                        + ", "
                        + Html.text(user.level().map(AssuranceLevel::toString).orElse("no level"))
                        + ".</p>"
                        + choice
                        + logOutForm(visit.session()));
    }

    private static String choices(SithsUser user) {
        return "<fieldset><legend>In which commission do you work now?</legend>"
                + user.commissions().stream()
                        .map(ClinicianWeb::choice)
                        .collect(Collectors.joining("\n"))
                + "</fieldset>"
                + Html.button("choose", "Go on");
    }

    private static String choice(UserCommission commission) {
        String id = Html.text(commission.hsaId());
        return "<label><input type=\"radio\" name=\"commission\" value=\"%s\" required> %s</label>"
                .formatted(
                        id,
                        Html.text(
                                List.of(
                                                commission.name().orElse(id),
                                                commission.purpose().orElse("no purpose"),
                                                commission
                                                        .careUnitName()
                                                        .or(commission::careProviderName)
                                                        .orElse(""))
                                        .stream()
                                        .filter(part -> !part.isBlank())
                                        .collect(Collectors.joining(", "))));
    }

    private static String logOutForm(Session session) {
        return Html.form("/logout", session.token(), Html.button("logout", "Log out"));
    }

    private Answer choose(Visit visit) {
        HsaId commission = HsaId.of(visit.form().getOrDefault("commission", ""));
        ActingUser acting =
                visit.user().chooseCommission(commission, UserCommission.CARE_AND_TREATMENT);
        sessions.choose(visit.session(), acting);
        return Answer.to(URI.create("/employee"));
    }

    private Answer employee(Visit visit) {
        ActingUser acting = visit.session().acting();
        if (acting == null) {
            return Answer.to(URI.create("/"));
        }
        String found =
                hsa.employee(acting.employee())
                        .map(ClinicianWeb::describe)
                        .orElse("<p id=\"nobody\">HSA tells of no such employee.</p>");
        return Answer.page(
                200,
                "You in HSA",
                "<p id=\"acting\">You act in "
                        + Html.text(
                                acting.commission()
                                        .flatMap(ActingUser.Commission::name)
                                        .orElse("a commission"))
                        + " at "
                        + Html.text(
                                acting.careUnit()
                                        .flatMap(ActingUser.CareUnit::name)
                                        .or(() -> acting.careProvider().name())
                                        .orElse(acting.careProvider().hsaId().value()))
                        + ".</p>"
                        + found
                        + "<p><a href=\"/commissions\">Choose another commission</a></p>"
                        + logOutForm(visit.session()));
    }

    private static String describe(Employee employee) {
        return "<dl id=\"employee\">"
                + Html.term("HSA-id", employee.hsaId())
                + Html.term(
                        "Name",
                        employee.givenName().map(name -> name + " ").orElse("")
                                + employee.middleAndSurname())
                + Html.term("Title", employee.title().orElse("none"))
                + Html.term("Licences", String.join(", ", employee.licences()))
                + "</dl>";
    }

    private Answer logOut(Visit visit) {
        sessions.end(visit.session());
        SithsUser user = visit.session().user();
        URI next = URI.create(LOGGED_OUT_PATH);
        if (user != null) {
            try {
                next = idp.logoutUrl(user, url().resolve(LOGGED_OUT_PATH), null);
            } catch (ConfigurationException noSuchPage) {
                // The IdP has no page for it, so here is all the logging out there is.
                next = URI.create(LOGGED_OUT_PATH);
            }
        }
        return Answer.to(next).with(sessions.begin(null));
    }

    private static Answer loggedOut() {
        return Answer.page(
                200, "You have logged out", "<p><a href=\"/\">To the first page</a></p>");
    }

    /** What went wrong and what to do, for the user and for the one the user calls. */
    private static Answer failed(Session session, EHealthException failure) {
        boolean login = failure instanceof LoginException;
        String details =
                failure instanceof LoginException refused
                        ? refused.reason() + ", " + refused.loginDetails()
                        : failure.details().map(Object::toString).orElse("");
        return Answer.page(
                login ? 403 : failure instanceof InvalidInputException ? 400 : 502,
                title(session, login),
                "<div class=\"alert\" role=\"alert\"><p id=\"problem\">"
                        + Html.text(String.valueOf(failure.getMessage()))
                        + ".</p><p id=\"remedy\">"
                        + Html.text(failure.remedy())
                        + "</p></div>"
                        + (details.isEmpty()
                                ? ""
                                : "<p>For support: <code id=\"details\">"
                                        + Html.text(details)
                                        + "</code></p>")
                        + (session.user() == null
                                ? logInForm(session, "Log in again")
                                : "<p><a href=\"/commissions\">Choose another commission</a></p>"
                                        + logOutForm(session)));
    }

    private static String title(Session session, boolean login) {
        if (!login) {
            return "It did not work";
        }
        return session.user() == null ? "You are not logged in" : "Not in this commission";
    }

    // ---- HTTP

    private static Optional<String> cookie(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";")).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .map(pair -> pair.substring(COOKIE.length() + 1))
                .findFirst();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body;
        try (InputStream in = exchange.getRequestBody()) {
            body = new String(in.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        }
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException malformed) {
                    throw new InvalidInputException("form", "cannot be read", "a form of ours");
                }
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type() + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        // The callback's address holds the code.
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        if (answer.session() != null) {
            // Lax, not Strict: the browser must show it when the IdP sends it back.
            headers.add(
                    "Set-Cookie",
                    COOKIE + "=" + answer.session().id() + "; Path=/; HttpOnly; SameSite=Lax");
        }
        if (answer.location() != null) {
            headers.set("Location", answer.location().toString());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
