package se.ehealthsdk.certificate.care;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Keeps what a care system was told: the caller's own, as a table with the key as its primary key. Used by many threads
 * at once.
 *
 * <pre>{@code
 * create table care_event (
 *     event_key varchar(450) primary key, certificate_id varchar(200) not null, event blob not null)
 * -- append, in one transaction:
 * --   insert (event.key(), event.certificateId(), event.toBytes())
 * --   on a duplicate key: select the event for update, CareEvent.read(stored).mergedWith(event), update
 * }</pre>
 *
 * <p>The sender is answered when {@link #append} has returned, and counts the event as delivered: what must not be lost
 * is on disk by then. Work that follows from an event belongs in the same transaction, or is done later from what is
 * stored.
 *
 * <p><b>Failures.</b> Whatever {@link #append} throws is answered so that the sender tries again, with two exceptions:
 * {@link EventRefusedException} and {@link InvalidInputException} refuse the event for good.
 */
public interface CareEventStore {

    /**
     * Keeps an event. If there is one with the same key, what {@link CareEvent#mergedWith} gives of the two takes its
     * place.
     *
     * @return true if no event with the key was there
     * @throws EventRefusedException to refuse the event for good
     */
    boolean append(CareEvent event);

    /**
     * The events of a certificate, in any order.
     *
     * @param certificateId the GUID, in upper or lower case: compare without regard to it
     * @return empty if there are none
     */
    List<CareEvent> events(String certificateId);
}
