package se.ehealthsdk.testkit.idp;

/** An error that the user is told of, on a page; the client never hears of it. */
final class PageError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code for the support desk, and the journal
     * @param text in Swedish, for the user
     */
    PageError(String code, String text) {
        super(text);
        this.code = code;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
