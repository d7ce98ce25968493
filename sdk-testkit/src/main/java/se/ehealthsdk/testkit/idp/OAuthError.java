package se.ehealthsdk.testkit.idp;

/** An error that the client is told of, by the protocol. */
final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    OAuthError(String code, String description) {
        super(description);
        this.code = code;
    }

    OAuthError(String code, String description, Throwable cause) {
        super(description, cause);
        this.code = code;
    }

    String code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
