package se.ehealthsdk.certificate.webcert;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Why a jump into Webcert failed, as the address that the browser was sent to says ({@code /error?reason=...}). An open
 * list.
 *
 * @param reason Webcert's word
 */
public record JumpError(String reason) {

    /** {@code integration.nocontent}: there is no such certificate, or it is not open to this user. */
    public static final JumpError NO_CONTENT = new JumpError("integration.nocontent");

    /** {@code login.medarbetaruppdrag}: no active commission with the purpose Vård och behandling. */
    public static final JumpError NO_COMMISSION = new JumpError("login.medarbetaruppdrag");

    /** {@code auth-exception-resource}: the user may not do this, at this unit or with this certificate. */
    public static final JumpError NOT_ALLOWED = new JumpError("auth-exception-resource");

    private static final int MAX_LENGTH = 100;

    private static final Map<JumpError, String> EXPLANATIONS =
            Map.of(
                    NO_CONTENT,
                    "Webcert has no such certificate, or does not show it to this user. Compare the certificate's"
                            + " id with the answer of CreateDraftCertificate, and the environments.",
                    NO_COMMISSION,
                    "The user has no active commission (medarbetaruppdrag) with the purpose Vård och behandling. The"
                            + " local HSA administrator mends it.",
                    NOT_ALLOWED,
                    "The user may not do this in Webcert: the role, the unit or the certificate's care provider is"
                            + " another, or a session from before is still alive. End that session and try again.");

    /**
     * The error in an address of Webcert.
     *
     * @return empty if the address is not one of its error page with a reason
     */
    public static Optional<JumpError> of(URI address) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        if (path == null || query == null || !path.endsWith("/error")) {
            return Optional.empty();
        }
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("reason=")) {
                return decoded(parameter.substring("reason=".length())).map(JumpError::new);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8))
                    .filter(reason -> !reason.isBlank() && reason.length() <= MAX_LENGTH);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /** What it means and what to do; for reasons that are not known here, to ask Inera's support. */
    public String explanation() {
        return EXPLANATIONS.getOrDefault(
                this, "Webcert gave a reason that is not known here. Ask Inera's support.");
    }
}
