package se.ehealthsdk.certificate.internal.contract;

/**
 * What came in the place of a message: the message, or well-formed XML that is none. The second is answered by the
 * contract's own result block, since a SOAP fault makes some senders send it again for weeks.
 */
public sealed interface Received<T> {

    /** The message. */
    record Message<T>(T value) implements Received<T> {}

    /** XML that is not the message, and what is wrong with it, without anything of its content. */
    record Unreadable<T>(String problem) implements Received<T> {}
}
