package se.ehealthsdk.discharge.exchange;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.outbox.OutboxException;

/**
 * Carries events of discharge cases to the systems of their recipients, and theirs to this one. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * exchange.receive((event, reception) -> cases.add(event, reception.transaction().orElseThrow()));
 * exchange.send(readyNotice);                               // durable when it returns
 * List<RecipientStatus> status = exchange.status(readyNotice.id());
 * }</pre>
 *
 * <p>What every implementation keeps:
 *
 * <ul>
 *   <li>What {@link #send} has returned from is never lost and never dropped: it is acknowledged, refused with a reason, or
 *       held with an alarm.
 *   <li>A message comes to the handler of each system once in effect, however often it is sent.
 *   <li>The messages of one case from one system to another come in the order in which they were sent, also when one of
 *       them fails; other cases do not wait for it.
 *   <li>An acknowledgement is technical: the recipient's system has the message. That somebody has read it is an event of
 *       the case ({@link se.ehealthsdk.discharge.event.Receipt}).
 * </ul>
 *
 * <p>It carries messages, and is no patient record.
 */
public interface DischargeExchange extends AutoCloseable {

    /**
     * Sends an event to the systems of its recipients. Durable when it returns; delivered afterwards. Units of this
     * system among the recipients are left out. An event that was sent before is sent once.
     *
     * @throws InvalidInputException when the event has no recipients, one that no known system holds, or a sender that is
     *     no unit of this system; nothing is sent to anybody
     * @throws OutboxException when it is not known to be durable: send the same event again, which is always safe; or when
     *     another event with the same id was sent
     */
    void send(CaseEvent event);

    /**
     * Hands received messages to a handler from now on. Until this is called, they wait with their senders.
     *
     * @throws IllegalStateException when there is a handler already
     */
    void receive(MessageHandler handler);

    /** How far a message has come with each recipient at other systems; empty when it was not sent from here. */
    List<RecipientStatus> status(MessageId message);

    /**
     * Lets a message that is {@link RecipientStatus.State#HELD held} or {@link RecipientStatus.State#REFUSED refused} go
     * out again, with the same id. A system that has refused it for good answers the same again.
     *
     * @param peer the system's HSA-id
     * @return false when it is neither
     */
    boolean resend(MessageId message, HsaId peer);

    /**
     * Gives up on a message that is {@link RecipientStatus.State#HELD held}, so that later messages of its case go on
     * without it. It stays, as {@link RecipientStatus.State#SET_ASIDE}. Tell the recipient by other means.
     *
     * @param peer the system's HSA-id
     * @return false when it is not held
     */
    boolean setAside(MessageId message, HsaId peer);

    /** Stops sending and receiving. What was to be sent stays, and goes on at the next start. */
    @Override
    void close();
}
