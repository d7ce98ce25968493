package se.ehealthsdk.testkit.idp;

import static se.ehealthsdk.testkit.idp.Html.escaped;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * The pages that a user sees: one form each, without scripts. In Swedish, as what they show is. Everything
 * that is not written here is escaped.
 */
final class Pages {

    static final String LOG_IN = "login";
    static final String PERSONA = "persona";
    static final String LEVEL = "level";
    static final String METHOD = "method";
    static final String CHOICE = "choice";
    static final String CANCEL = "cancel";

    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;"
                    + "max-width:40rem;margin:2rem auto;padding:0 1rem}"
                    + "button{font:inherit;display:block;width:100%;min-height:3rem;margin:.5rem 0;"
                    + "padding:.5rem 1rem;text-align:left;color:#1a1a1a;background:#f2f5f8;"
                    + "border:1px solid #59636e;border-radius:.3rem;cursor:pointer}"
                    + "button:hover{background:#dde6ee}"
                    + ":focus-visible{outline:3px solid #0b5cad;outline-offset:2px}"
                    + "button span{display:block;color:#3d454d;font-size:.9rem}"
                    + "fieldset{border:1px solid #59636e;border-radius:.3rem;margin:1rem 0}"
                    + "label{display:block;min-height:2rem}"
                    + ".test{background:#fff3c4;padding:.5rem 1rem}"
                    + "dt{font-weight:bold}";

    private static final String STYLE_HASH =
            "'sha256-" + Base64.getEncoder().encodeToString(Session.sha256(STYLE)) + "'";

    private Pages() {}

    /** Who are you? */
    static HttpReply persona(
            String key, AuthorizationRequest request, List<Persona> people, List<String> levels) {
        StringBuilder form = new StringBuilder();
        form.append("<p>Du är på väg till <strong>")
                .append(escaped(request.client().name()))
                .append("</strong>.</p>");
        form.append(begin(key));
        form.append("<fieldset><legend>Tillitsnivå</legend>");
        String chosen = levels.isEmpty() ? "" : levels.get(0);
        for (String level : levels) {
            form.append(radio(LEVEL, level, levelText(level), level.equals(chosen)));
        }
        form.append("</fieldset><fieldset><legend>Inloggningssätt</legend>");
        form.append(radio(METHOD, "card", "SITHS-kort", true));
        form.append(radio(METHOD, "app", "SITHS eID-appen", false));
        form.append(
                "</fieldset><h2 id=\"who\">Logga in som</h2><div role=\"group\" aria-labelledby=\"who\">");
        for (Persona each : people) {
            form.append(
                    button(
                            PERSONA,
                            each.name(),
                            each.givenName() + " " + each.middleAndSurname(),
                            titles(each) + each.name()));
        }
        form.append("</div>").append(end());
        return page(200, "Logga in", form.toString(), request.redirectUri());
    }

    /** As what? */
    static HttpReply choice(String key, AuthorizationRequest request, List<Choice> choices) {
        boolean commissions = choices.stream().anyMatch(it -> it.commission().isPresent());
        String title = commissions ? "Välj uppdrag" : "Välj HSA-id";
        StringBuilder form = new StringBuilder(begin(key));
        for (int i = 0; i < choices.size(); i++) {
            Choice each = choices.get(i);
            String index = String.valueOf(i);
            String post = each.post().map(Pages::text).orElse("");
            form.append(
                    each.commission()
                            .map(it -> button(CHOICE, index, it.name(), text(it) + " · " + post))
                            .orElseGet(() -> button(CHOICE, index, post, "")));
        }
        form.append(end());
        return page(200, title, form.toString(), request.redirectUri());
    }

    /** What a support desk asks for stands on it. */
    static HttpReply error(PageError error, Optional<String> client, Instant at) {
        String body =
                "<p>"
                        + escaped(error.text())
                        + "</p><dl><dt>Felkod</dt><dd>"
                        + escaped(error.code())
                        + "</dd><dt>Tjänst</dt><dd>"
                        + escaped(client.orElse("-"))
                        + "</dd><dt>Tidpunkt</dt><dd>"
                        + at.truncatedTo(ChronoUnit.SECONDS)
                        + "</dd></dl>";
        return page(400, "Det gick inte", body, "");
    }

    static HttpReply loggedOut() {
        return page(200, "Du är utloggad", "<p>Du kan stänga fönstret.</p>", "");
    }

    private static String begin(String key) {
        return "<form method=\"post\" action=\""
                + IdpEndpoint.PAGE.path()
                + "\"><input type=\"hidden\" name=\""
                + LOG_IN
                + "\" value=\""
                + escaped(key)
                + "\">";
    }

    private static String end() {
        return "<hr>" + button(CANCEL, "true", "Avbryt", "") + "</form>";
    }

    private static String radio(String name, String value, String label, boolean checked) {
        return "<label><input type=\"radio\" name=\""
                + name
                + "\" value=\""
                + escaped(value)
                + "\""
                + (checked ? " checked" : "")
                + "> "
                + escaped(label)
                + "</label>";
    }

    private static String button(String name, String value, String text, String more) {
        return "<button name=\""
                + name
                + "\" value=\""
                + escaped(value)
                + "\">"
                + escaped(text)
                + (more.isEmpty() ? "" : " <span>" + escaped(more) + "</span>")
                + "</button>";
    }

    private static String titles(Persona person) {
        StringBuilder all = new StringBuilder();
        for (Post each : person.posts()) {
            each.employee().title().ifPresent(title -> all.append(title).append(" · "));
        }
        return all.toString();
    }

    private static String text(Post post) {
        return post.employee().title().map(title -> title + " ").orElse("") + post.hsaId();
    }

    private static String text(Commission commission) {
        return commission.careUnit().map(UnitSummary::name).map(unit -> unit + ", ").orElse("")
                + commission.careProvider().name()
                + " · "
                + commission.purpose().text();
    }

    private static String levelText(String level) {
        String name = level.substring(level.lastIndexOf('/') + 1);
        return name.matches("loa\\d") ? "LoA " + name.charAt(3) : level;
    }

    private static HttpReply page(int status, String title, String body, String redirectUri) {
        String html =
                "<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>"
                        + title
                        + " – IdP för test</title>"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                        + "<style>"
                        + STYLE
                        + "</style></head><body><main><h1>"
                        + title
                        + "</h1><p class=\"test\">Detta är en stand-in för test. Alla personer är"
                        + " påhittade.</p>"
                        + body
                        + "</main></body></html>";
        return Replies.page(status, html, policy(redirectUri));
    }

    /** Browsers hold the redirect after a form against {@code form-action} too. */
    private static String policy(String redirectUri) {
        return "default-src 'none'; style-src "
                + STYLE_HASH
                + "; img-src 'self'; form-action 'self'"
                + origin(redirectUri)
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String origin(String uri) {
        if (uri.isEmpty()) {
            return "";
        }
        URI parsed = URI.create(uri);
        return parsed.getRawAuthority() == null
                ? " " + parsed.getScheme() + ":"
                : " " + parsed.getScheme() + "://" + parsed.getRawAuthority();
    }
}
