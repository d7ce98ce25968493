package se.ehealthsdk.testkit.idp;

/**
 * A log-in without browser ended in an error page at the IdP, so that the client would never have heard of
 * it. In a test that expects so, catch it; in others, look at what the client asked for.
 */
public final class ErrorPageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    ErrorPageException(int status, String error) {
        super("The IdP showed an error page, HTTP " + status + ": " + error);
        this.status = status;
        this.error = error;
    }

    /** The page's HTTP status, as 400. */
    public int status() {
        return status;
    }

    /** Why, as on the page. */
    public String error() {
        return error;
    }
}
