package se.ehealthsdk.testkit.accesslog;

/** Something in a request that the contract does not allow. The message repeats no value. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAllowed(String message) {
        super(message, null, false, false);
    }
}
