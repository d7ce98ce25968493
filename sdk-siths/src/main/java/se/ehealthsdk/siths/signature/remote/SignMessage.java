package se.ehealthsdk.siths.signature.remote;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What the user is shown, and must accept, before signing: for example which certificate, issued for whom.
 * It passes through the user's browser, the signing service and the IdP, so it should hold no more personal
 * data than the user needs to know what is signed. Immutable.
 */
public final class SignMessage {

    private static final int MAX_LENGTH = 20_000;
    private static final Set<String> TAGS =
            Set.of(
                    "h1", "h2", "h3", "h4", "div", "span", "p", "table", "tr", "td", "b", "strong",
                    "i", "u", "br", "ol", "ul", "li");
    private static final Pattern TAG =
            Pattern.compile("</?([A-Za-z0-9]+)(?:\\s+style\\s*=\\s*\"([^\"<>]*)\")?\\s*/?>");
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|gt|lt|quot|nbsp);");

    private final String text;
    private final String mimeType;

    private SignMessage(String text, String mimeType) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new InvalidInputException(
                    "signMessage", "is blank or too long", "1 to " + MAX_LENGTH + " characters");
        }
        this.text = text;
        this.mimeType = mimeType;
    }

    /**
     * Plain text.
     *
     * @throws InvalidInputException when it is blank or longer than 20 000 characters
     */
    public static SignMessage text(String text) {
        return new SignMessage(text, "text");
    }

    /**
     * HTML of the few kinds that the profile allows: headings, paragraphs, tables, lists, {@code b strong i
     * u br}, with no attribute but {@code style}, and the entities {@code amp gt lt quot nbsp}. Text that
     * comes from elsewhere must be escaped by the caller.
     *
     * @throws InvalidInputException when it holds anything else, is blank, or is longer than 20 000
     *     characters
     */
    public static SignMessage html(String html) {
        Matcher tags = TAG.matcher(html);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        while (tags.find()) {
            String style = tags.group(2);
            if (!TAGS.contains(tags.group(1).toLowerCase(Locale.ROOT))
                    || (style != null && style.toLowerCase(Locale.ROOT).contains("url"))) {
                throw notAllowed();
            }
            rest.append(html, from, tags.start());
            from = tags.end();
        }
        rest.append(html, from, html.length());
        String text = ENTITY.matcher(rest).replaceAll("");
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0 || text.indexOf('&') >= 0) {
            throw notAllowed();
        }
        return new SignMessage(html, "text/html");
    }

    private static InvalidInputException notAllowed() {
        return new InvalidInputException(
                "signMessage",
                "has a tag, an attribute or an entity that signing services do not show",
                "text and the tags " + String.join(" ", TAGS.stream().sorted().toList()));
    }

    String text() {
        return text;
    }

    String mimeType() {
        return mimeType;
    }

    /** The kind and the length; the text may hold personal data. */
    @Override
    public String toString() {
        return "SignMessage[" + mimeType + ", " + text.length() + " characters]";
    }
}
