package se.ehealthsdk.certificate.care;

import java.time.LocalDateTime;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.internal.contract.EventDocument;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * Something that a care system was told about a certificate: by Webcert, or by a recipient. Immutable.
 *
 * <p>Senders repeat themselves. What has the same {@link #key()} is the same event, told again.
 */
public sealed interface CareEvent permits StatusEvent, MessageEvent {

    /** The GUID of the certificate that it is about; never blank. */
    String certificateId();

    /** What names the event: the same for everything that tells of it. At most 450 characters, never blank. */
    String key();

    /** When it happened, in whole milliseconds. */
    LocalDateTime time();

    /**
     * The fuller of two tellings of the same event: the same one whatever their order. Webcert may tell an event again
     * without answers and with counts of zero.
     *
     * @throws InvalidInputException if the other has another key
     */
    CareEvent mergedWith(CareEvent other);

    /** The event as XML, the contract's request element in UTF-8, for a store to keep. Personal data. */
    byte[] toBytes();

    /**
     * The event that {@link #toBytes()} gave.
     *
     * @throws ProtocolException if it is none: what is in the store is damaged. A store lets it go through, so that the
     *     sender of another event tries again
     */
    static CareEvent read(byte[] bytes) {
        Object message = EventDocument.read(bytes);
        return message instanceof CertificateStatusUpdateForCare update
                ? new StatusEvent(update)
                : new MessageEvent((SendMessageToCare) message);
    }
}
