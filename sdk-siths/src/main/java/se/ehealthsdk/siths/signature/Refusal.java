package se.ehealthsdk.siths.signature;

/** A check failed: leaves the look at a document. Never leaves this package. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final SignatureFinding code;

    Refusal(SignatureFinding code, String message) {
        // Without stack trace: it is an answer to a document, and none of its uses is a fault of
        // ours.
        super(message, null, false, false);
        this.code = code;
    }

    SignatureFinding code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
