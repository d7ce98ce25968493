package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/**
 * Appends to the topic and, while that does not acknowledge, to the fallback if there is one. As {@link
 * Receiver} it takes what the fallback forwards.
 */
public final class TopicAppender implements Receiver, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicAppender.class);

    /** How long forwarding pauses at most before it tries the topic again. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final ClientSettings settings;
    private final TopicRules rules;
    private final Admin admin;
    private final Optional<Outbox> fallback;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable TopicSender sender;

    /** Not each append of an outage is to wait in vain: forwarding finds out when the topic is back. */
    private volatile boolean avoided;

    /** Connects when it is first used. */
    public TopicAppender(
            ClientSettings settings, TopicRules rules, Admin admin, Optional<Outbox> fallback) {
        this.settings = settings;
        this.rules = rules;
        this.admin = admin;
        this.fallback = fallback;
    }

    /** Looks at the topic, if that has not been done. */
    public void connect() {
        sender();
    }

    private TopicSender sender() {
        TopicSender ready = sender;
        if (ready != null) {
            return ready;
        }
        if (!connecting.tryLock()) {
            throw new OutboxException(
                    Kind.STORAGE,
                    "Another thread is waiting for the topic " + rules.topic(),
                    "Append the same items again.",
                    null);
        }
        try {
            ready = sender;
            if (ready == null) {
                ready = new TopicSender(settings, rules.check(admin, settings.acknowledgeWithin()));
                sender = ready;
            }
            return ready;
        } finally {
            connecting.unlock();
        }
    }

    /** Durable in the topic or the fallback when it returns, all or none. */
    public void append(List<Item> items) {
        if (fallback.isEmpty()) {
            toTopic(items);
            return;
        }
        if (avoided) {
            fallback.get().append(items);
            return;
        }
        try {
            toTopic(items);
        } catch (OutboxException e) {
            if (e.kind() != Kind.STORAGE && e.kind() != Kind.CONFIGURATION) {
                throw e;
            }
            fallback.get().append(items);
            // Only now: what forwarding has found is what ends it.
            avoided = true;
            LOG.warn(
                    "Items for the topic {} go to the fallback: {}", rules.topic(), e.getMessage());
        }
    }

    private void toTopic(List<Item> items) {
        TopicSender to = sender();
        to.checkSizes(items);
        if (items.size() == 1) {
            to.sendEach(items);
        } else {
            to.sendTogether(items);
        }
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        try {
            TopicSender to = sender();
            to.checkSizes(items);
            to.sendEach(items);
            avoided = false;
            return new Verdict.Accepted("");
        } catch (OutboxException e) {
            String what = String.valueOf(e.getMessage());
            return switch (e.kind()) {
                case INPUT -> new Verdict.Refused(Verdict.Cause.OTHER, what + " " + e.remedy());
                case CONFIGURATION -> new Verdict.Blocked(what, e.remedy());
                case STORAGE, STOPPED -> new Verdict.Failed(true, what);
            };
        }
    }

    /** How the fallback forwards: soon, and as fast as it goes. */
    public DeliveryOptions forwarding() {
        return DeliveryOptions.DEFAULT
                .maxAge(Duration.ofMillis(200))
                .callsPerSecond(100)
                .lease(longestCall().multipliedBy(2))
                .backoff(Duration.ofSeconds(1), LONGEST_PAUSE)
                .blockedPause(Duration.ofMinutes(1));
    }

    /** Looking at the topic, waiting for room, and for the acknowledgement. */
    @Override
    public Duration longestCall() {
        return settings.acknowledgeWithin().multipliedBy(4);
    }

    /** An id that is in the topic twice is delivered once. */
    @Override
    public boolean acceptsDuplicates() {
        return true;
    }

    @Override
    public void close() {
        TopicSender last = sender;
        if (last != null) {
            last.close();
        }
    }
}
