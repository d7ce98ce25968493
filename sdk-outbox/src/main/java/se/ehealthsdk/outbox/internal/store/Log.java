package se.ehealthsdk.outbox.internal.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.Outbox;

/** The log of the store: never payloads, never reasons. */
final class Log {

    static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private Log() {}
}
