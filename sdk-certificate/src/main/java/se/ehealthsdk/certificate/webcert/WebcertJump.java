package se.ehealthsdk.certificate.webcert;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A jump into Webcert: the form that the user's browser posts. Made by {@link Webcert#jumpTo}. Immutable.
 *
 * <p>All parameters are fields of the form. Webcert refuses a call that has any of them in its address.
 */
public final class WebcertJump {

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/_=-]{1,256}");

    private final URI action;
    private final UUID launchId;
    private final Map<String, String> fields;

    private WebcertJump(URI action, UUID launchId, Map<String, String> fields) {
        this.action = action;
        this.launchId = launchId;
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** Where the form is posted. Holds the certificate's id and nothing of the patient. */
    public URI action() {
        return action;
    }

    /** What names the session that the jump begins; keep it for {@link Webcert#endSession}. */
    public UUID launchId() {
        return launchId;
    }

    /** The fields of the form, in order, unencoded: for a page of one's own. Personal data: not for logs. */
    public Map<String, String> fields() {
        return fields;
    }

    /** The body that a browser would post, {@code application/x-www-form-urlencoded} in UTF-8. Not for logs. */
    public String body() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A page in HTML that posts the form at once, and has a button where scripts do not run. Send it as {@code
     * text/html; charset=UTF-8} with {@code Cache-Control: no-store}, since it holds personal data.
     */
    public String page() {
        return page("<script>");
    }

    /**
     * As {@link #page()}, for a site whose content security policy wants a nonce on scripts. The policy's {@code
     * form-action} must allow Webcert.
     *
     * @param nonce as in the policy, without {@code nonce-}
     * @throws InvalidInputException if it is none
     */
    public String pageWithNonce(String nonce) {
        if (!NONCE.matcher(nonce).matches()) {
            throw new InvalidInputException("nonce", "is no nonce", "base64");
        }
        return page("<script nonce=\"" + nonce + "\">");
    }

    private String page(String script) {
        StringBuilder page = new StringBuilder(1_500);
        page.append("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"UTF-8\">\n")
                .append(
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Webcert</title>\n")
                .append("</head>\n<body>\n<form id=\"webcert\" method=\"post\"")
                .append(" accept-charset=\"UTF-8\" action=\"")
                .append(escaped(action.toString()))
                .append("\">\n");
        fields.forEach(
                (name, value) ->
                        page.append("<input type=\"hidden\" name=\"")
                                .append(escaped(name))
                                .append("\" value=\"")
                                .append(escaped(value))
                                .append("\">\n"));
        return page.append("<button type=\"submit\">Öppna intyget i Webcert</button>\n</form>\n")
                .append(script)
                .append(
                        "document.getElementById(\"webcert\").submit();</script>\n</body>\n</html>\n")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Where it leads; nothing of the fields. */
    @Override
    public String toString() {
        return "WebcertJump[" + action + "]";
    }

    /**
     * Collects what Webcert is told. What is blank or has its default is left out. Not for use by more than one
     * thread.
     */
    public static final class Builder {

        private final String base;
        private final String certificateId;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private String path = "/visa/intyg/";
        private @Nullable UUID launchId;

        Builder(String base, String certificateId) {
            this.base = base;
            this.certificateId = certificateId;
        }

        /** Posts to the second version of the path, {@code /v2/visa/intyg/}. */
        public Builder secondVersion() {
            path = "/v2/visa/intyg/";
            return this;
        }

        /** The unit that the user works at; without it, Webcert asks a user who has several. */
        public Builder unit(HsaId value) {
            return field("enhet", value.value());
        }

        /** The care system's own reference ({@code ref}), which comes back in status updates and lists. */
        public Builder reference(String value) {
            return field("ref", value);
        }

        /**
         * The patient's name as the care system knows it.
         *
         * @param first first name
         * @param middle middle name; may be empty
         * @param last last name
         * @throws InvalidInputException if one holds control characters
         */
        public Builder patientName(String first, String middle, String last) {
            return field("fornamn", first).field("mellannamn", middle).field("efternamn", last);
        }

        /**
         * The patient's address as the care system knows it.
         *
         * @throws InvalidInputException if a part holds control characters
         */
        public Builder patientAddress(String address, String postalCode, String town) {
            return field("postadress", address)
                    .field("postnummer", postalCode)
                    .field("postort", town);
        }

        /**
         * The number that the patient has now where the certificate has another: a new personnummer, or a reserve
         * number ({@code alternatePatientSSn}). A reserve number can be told to Webcert in this way only.
         */
        public Builder patientNumber(PersonId value) {
            return field("alternatePatientSSn", value.value());
        }

        /** The doctor who is responsible, shown to users who are not doctors ({@code responsibleHospName}). */
        public Builder responsibleDoctor(String name) {
            return field("responsibleHospName", name);
        }

        /**
         * The user reads with coherent record keeping (sammanhållen journalföring), so that other care providers'
         * certificates are shown; doctors only, and Webcert logs it.
         */
        public Builder coherentRecordKeeping() {
            return field("sjf", "true");
        }

        /** The patient is dead. */
        public Builder patientDeceased() {
            return field("avliden", "true");
        }

        /** The unit that issued the certificate is closed. */
        public Builder unitClosed() {
            return field("inaktivEnhet", "true");
        }

        /** The certificate may not be renewed from here ({@code kopieringOK} false). */
        public Builder withoutRenewal() {
            return field("kopieringOK", "false");
        }

        /** What names the session; a random one unless set. Never use one twice. */
        public Builder launchId(UUID value) {
            this.launchId = value;
            return this;
        }

        private Builder field(String name, String value) {
            if (value.codePoints().anyMatch(Character::isISOControl)) {
                throw new InvalidInputException(
                        name, "holds control characters", "text on one line");
            }
            if (value.isBlank()) {
                fields.remove(name);
            } else {
                fields.put(name, value.strip());
            }
            return this;
        }

        /** The form. */
        public WebcertJump build() {
            UUID session = launchId == null ? UUID.randomUUID() : launchId;
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("launchId", session.toString());
            return new WebcertJump(URI.create(base + path + certificateId), session, all);
        }
    }
}
