package se.ehealthsdk.discharge.exchange;

import se.ehealthsdk.discharge.EventRefusedException;
import se.ehealthsdk.discharge.event.CaseEvent;

/**
 * Takes received messages into the application. Called by many threads, but never at the same time for one case from one
 * system.
 */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes one message. What it writes through {@link Reception#transaction()} is kept together with the
     * acknowledgement, or not at all: once, however often the message comes. What it does elsewhere can be done
     * again after a crash, so make it harmless to repeat by the event's id.
     *
     * @throws EventRefusedException to refuse for good, because the case does; the sender is told the rule
     * @throws MessageRefusedException to refuse for good for another reason
     * @throws RuntimeException any other: the message is not taken now, and its sender sends it again later
     */
    void handle(CaseEvent event, Reception reception);
}
