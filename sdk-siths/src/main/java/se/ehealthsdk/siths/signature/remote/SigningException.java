package se.ehealthsdk.siths.signature.remote;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.UntrustedException;

/**
 * There is no signature: the user or the signing service declined, or the response does not hold. The
 * {@link #reason()} tells which, the message and the remedy say it in words. The document is unsigned, and a
 * new attempt starts with a new request.
 */
public final class SigningException extends UntrustedException {

    /** Why there is no signature. More may come. */
    public enum Reason {
        /** The response cannot be read, or lacks something that every response has. */
        MALFORMED(
                "Start the signing again; if it happens again, report it to the signing service's support."),
        /** RelayState or RequestID is not that of this request: the response belongs to another. */
        OTHER_REQUEST("Sign in one window at a time, and start the signing again."),
        /** The response has been used before. */
        ALREADY_USED(
                "See whether the document is signed already; otherwise start the signing again."),
        /** The response has no signature of the service. */
        UNSIGNED("Take it for an attack, or report it to the signing service's support."),
        /**
         * The service's signature is not where and what it must be: not the last in the optional outputs, not
         * alone, not over the whole response, or by an algorithm that is not allowed.
         */
        SIGNATURE_FORM("Take it for an attack, or report it to the signing service's support."),
        /** The response is signed by a certificate that is not in the service's metadata. */
        UNKNOWN_SERVICE(
                "See whether the signing service has changed key: fetch its metadata anew. Otherwise take it"
                        + " for an attack."),
        /** The service's certificate may not be used for digital signatures. */
        SERVICE_KEY_USAGE(
                "Report it to the signing service's support, and fetch its metadata anew."),
        /** The service's signature does not match: the response has been changed. */
        SIGNATURE_INVALID("Take it for an attack, or report it to the signing service's support."),
        /** The response was made, or came, outside the time window of the request. */
        TIME_WINDOW(
                "Start the signing again, and finish it in time; check that this system's clock is right."),
        /** The response is not about the one task of the request. */
        OTHER_TASK("Take it for an attack, or report it to the signing service's support."),
        /** Other bytes than those of the request have been signed. */
        OTHER_CONTENT("Take it for an attack, or report it to the signing service's support."),
        /** Someone else than the user of the request has signed. */
        OTHER_SIGNER(
                "Make sure that the user signs as the same person, with the same HSA-id, as at log-in."),
        /** The user was authenticated at another level of assurance, or by another IdP, than asked for. */
        AUTHENTICATION("Report it to the signing service's support."),
        /** The signer's certificate has no path to the trust anchors, or fails another check. */
        UNTRUSTED_SIGNER(
                "Check that the trust anchors are those of the signing service, which are not SITHS's own."),
        /** The value does not match the bytes to be signed and the signer's certificate. */
        VALUE_INVALID("Report it to the signing service's support."),

        /** The user cancelled. */
        USER_CANCELLED("Let the user start the signing again."),
        /** The service got the request outside its time window. */
        REQUEST_EXPIRED("Start the signing again; check that this system's clock is right."),
        /** Someone else than the user of the request authenticated at the service. */
        USER_MISMATCH(
                "Make sure that the user signs as the same person, with the same HSA-id, as at log-in."),
        /** The level of assurance that was asked for cannot be had. */
        LEVEL_NOT_SUPPORTED("Let the user sign with a SITHS eID of the level asked for."),
        /** The message could not be shown to the user. */
        MESSAGE_NOT_SHOWN(
                "Check that the IdP shows messages, and that this one is short and plain."),
        /** The user could not be authenticated. */
        AUTHENTICATION_FAILED("Let the user start the signing again."),
        /** The service or the IdP has seen a threat, for example an attempt at fraud. */
        SECURITY_VIOLATION(
                "Ask the user what happened; report it to the signing service's support."),
        /** The service declined for some other cause: see {@link SigningException#result()}. */
        DECLINED("Report the result codes to the signing service's support.");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }
    }

    /**
     * What the signing service said.
     *
     * @param major the main code, for example {@code urn:oasis:names:tc:dss:1.0:resultmajor:ResponderError}
     * @param minor the code of the cause
     * @param message in words; may hold personal data, so not for logs
     */
    public record Result(String major, Optional<String> minor, Optional<String> message) {

        private static final String STATUS = "http://id.elegnamnden.se/sig-status/1.0/";
        private static final String STATUS_1_1 = "http://id.swedenconnect.se/sig-status/1.1/";
        private static final Map<String, Reason> REASONS =
                Map.of(
                        STATUS + "user-cancel", Reason.USER_CANCELLED,
                        STATUS + "req-expired", Reason.REQUEST_EXPIRED,
                        STATUS + "user-mismatch", Reason.USER_MISMATCH,
                        STATUS + "unsupported-loa", Reason.LEVEL_NOT_SUPPORTED,
                        STATUS + "sigmessage-error", Reason.MESSAGE_NOT_SHOWN,
                        STATUS_1_1 + "authn-failed", Reason.AUTHENTICATION_FAILED,
                        STATUS_1_1 + "security-violation", Reason.SECURITY_VIOLATION);

        Reason reason() {
            return minor.map(code -> REASONS.getOrDefault(code, Reason.DECLINED))
                    .orElse(Reason.DECLINED);
        }

        /** The codes; not the message. */
        @Override
        public String toString() {
            return "Result[" + major + ", " + minor.orElse("-") + "]";
        }
    }

    private final Reason reason;
    private final transient @Nullable Result result;

    SigningException(Reason reason, String message) {
        this(reason, message, reason.remedy, null, null);
    }

    SigningException(Reason reason, String message, Throwable cause) {
        this(reason, message, reason.remedy, null, cause);
    }

    /** The signer's certificate does not hold, for the causes that the validator found. */
    SigningException(UntrustedException signer) {
        this(
                Reason.UNTRUSTED_SIGNER,
                "The signer's certificate is not trusted: " + signer.getMessage(),
                signer.remedy() + " " + Reason.UNTRUSTED_SIGNER.remedy,
                null,
                signer);
    }

    /** The service declined. Its own words stay out of the message, since they may name someone. */
    SigningException(Result result) {
        this(
                result.reason(),
                "The signing service made no signature: " + result.reason(),
                result.reason().remedy,
                result,
                null);
    }

    private SigningException(
            Reason reason,
            String message,
            String remedy,
            @Nullable Result result,
            @Nullable Throwable cause) {
        super(message, remedy, cause);
        this.reason = reason;
        this.result = result;
    }

    /** Why there is no signature. */
    public Reason reason() {
        return reason;
    }

    /** What the signing service said, in a response that holds; empty when the response does not. */
    public Optional<Result> result() {
        return Optional.ofNullable(result);
    }
}
