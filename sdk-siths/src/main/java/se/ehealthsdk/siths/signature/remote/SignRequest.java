package se.ehealthsdk.siths.signature.remote;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A request on its way: the form that the user's browser posts to the signing service, and what must be
 * kept until the response comes. Immutable.
 *
 * @param action where the form is posted
 * @param fields the form's fields, in order: {@code Binding}, {@code RelayState}, {@code EidSignRequest}
 * @param pending what {@link SigningService#complete} needs; keep it on the server
 */
public record SignRequest(URI action, Map<String, String> fields, PendingSignature pending) {

    /** Keeps a copy of the fields. */
    public SignRequest {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A page with the form and a button, without script. Send it as {@code text/html; charset=utf-8}; it
     * works under the Content-Security-Policy {@code default-src 'none'; form-action} and the {@link
     * #action}. An application may as well write its own page from {@link #action} and {@link #fields}.
     */
    public String html() {
        return page("");
    }

    /**
     * As {@link #html()}, with a script that posts the form at once where scripts are allowed.
     *
     * @param nonce the nonce of the page's Content-Security-Policy, {@code script-src 'nonce-...'}: letters,
     *     digits and {@code + / - _ =}, new for each page
     * @throws InvalidInputException when it holds anything else
     */
    public String html(String nonce) {
        if (!nonce.matches("[A-Za-z0-9+/_=-]{8,}")) {
            throw new InvalidInputException("nonce", "is no nonce", "base64, 8 or more characters");
        }
        return page("<script nonce=\"" + nonce + "\">document.forms[0].submit()</script>\n");
    }

    private String page(String script) {
        StringBuilder html =
                new StringBuilder(
                                "<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\">")
                        .append("<title>Till underskrift</title></head>\n<body>\n<main>\n")
                        .append("<h1>Till underskrift</h1>\n<form method=\"post\" action=\"")
                        .append(escaped(action.toString()))
                        .append("\">\n");
        fields.forEach(
                (name, value) ->
                        html.append("<input type=\"hidden\" name=\"")
                                .append(escaped(name))
                                .append("\" value=\"")
                                .append(escaped(value))
                                .append("\">\n"));
        return html.append("<button>Fortsätt</button>\n</form>\n</main>\n")
                .append(script)
                .append("</body>\n</html>\n")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Where it goes and which it is; the request itself may hold personal data. */
    @Override
    public String toString() {
        return "SignRequest[" + pending.requestId() + " to " + action + "]";
    }
}
