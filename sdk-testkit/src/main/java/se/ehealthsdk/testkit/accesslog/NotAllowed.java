package se.ehealthsdk.testkit.accesslog;

/** Something in a request that the contract does not allow. The message repeats no value. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutZone;

    NotAllowed(String message) {
        this(message, false);
    }

    private NotAllowed(String message, boolean aboutZone) {
        super(message, null, false, false);
        this.aboutZone = aboutZone;
    }

    static NotAllowed zone(String message) {
        return new NotAllowed(message, true);
    }

    boolean isAboutZone() {
        return aboutZone;
    }
}
