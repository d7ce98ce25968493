package se.ehealthsdk.certificate.care;

/**
 * Thrown by a {@link CareEventStore} for an event that it will never take. The sender is answered {@code
 * APPLICATION_ERROR}, and does not try again.
 */
public final class EventRefusedException extends RuntimeException {

    /**
     * @param text told to the sender, who may show it to a user: no personal data in it
     */
    public EventRefusedException(String text) {
        super(text);
    }
}
