package se.ehealthsdk.testkit.signing;

import java.util.List;
import java.util.Map;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** The pages of the stand-in: plain, in Swedish, complete without script. */
final class Page {

    static final String STYLE =
            "body{font-family:sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;line-height:1.5}"
                    + "label{display:block;padding:.3rem 0}button{font-size:1rem;padding:.6rem 1.2rem}"
                    + "fieldset{margin:1rem 0}.message{border-left:.3rem solid;padding-left:1rem;"
                    + "white-space:pre-line}";
    static final String SCRIPT = "document.forms[0].submit()";

    /** No form-action: the response goes to the requester's own address, and some browsers follow redirects. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; frame-ancestors 'none'";

    private Page() {}

    /** Asks who signs. */
    static HttpReply choice(String action, IncomingRequest request, List<Persona> people) {
        StringBuilder html =
                new StringBuilder("<h1>Skriv under</h1>\n<p>Stand-in för en underskriftstjänst.")
                        .append(" Begäran gäller <strong>")
                        .append(escaped(request.signer()))
                        .append("</strong>, legitimering hos ")
                        .append(escaped(request.identityProvider()))
                        .append(".</p>\n<h2>Det du skriver under</h2>\n<p class=\"message\">")
                        .append(escaped(request.message().strip()))
                        .append("</p>\n<form method=\"post\" action=\"")
                        .append(escaped(action))
                        .append("\">\n")
                        .append(hidden("transaction", request.id()))
                        .append("<fieldset><legend>Skriv under som</legend>\n");
        for (Persona persona : people) {
            for (Post post : persona.posts()) {
                html.append(radio(post.hsaId().value(), persona, request.signer()));
            }
        }
        html.append("</fieldset>\n<p><label>Tillitsnivå <select name=\"level\">");
        for (String level : SigningServiceStandIn.LEVELS) {
            html.append("<option").append(level.endsWith("loa3") ? " selected>" : ">");
            html.append(escaped(level)).append("</option>");
        }
        html.append("</select></label></p>\n")
                .append("<button name=\"decision\" value=\"sign\">Skriv under</button>\n")
                .append("<button name=\"decision\" value=\"cancel\">Avbryt</button>\n</form>\n");
        return page(200, "Skriv under", html.toString(), false);
    }

    private static String radio(String hsaId, Persona persona, String wanted) {
        return "<label><input type=\"radio\" name=\"signer\" required value=\""
                + escaped(hsaId)
                + "\""
                + (hsaId.equalsIgnoreCase(wanted) ? " checked" : "")
                + "> "
                + escaped(persona.givenName() + " " + persona.middleAndSurname())
                + " ("
                + escaped(hsaId)
                + ")</label>\n";
    }

    /** Sends the browser back, with or without script. */
    static HttpReply back(String action, Map<String, String> fields) {
        StringBuilder html =
                new StringBuilder("<h1>Klart</h1>\n<form method=\"post\" action=\"")
                        .append(escaped(action))
                        .append("\">\n");
        fields.forEach((name, value) -> html.append(hidden(name, value)));
        html.append("<button>Fortsätt</button>\n</form>\n");
        return page(200, "Klart", html.toString(), true);
    }

    /** Says what is wrong with a request. */
    static HttpReply refused(String why) {
        return page(
                400,
                "Begäran avvisas",
                "<h1>Begäran avvisas</h1>\n<p lang=\"en\">The request " + escaped(why) + ".</p>\n",
                false);
    }

    private static HttpReply page(int status, String title, String main, boolean script) {
        String html =
                "<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                        + escaped(title)
                        + "</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body>\n<main>\n"
                        + main
                        + "</main>\n"
                        + (script ? "<script src=\"/submit.js\"></script>\n" : "")
                        + "</body>\n</html>\n";
        return SigningServiceStandIn.reply(status, "text/html; charset=utf-8", html)
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store");
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\""
                + escaped(name)
                + "\" value=\""
                + escaped(value)
                + "\">\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
