package se.ehealthsdk.outbox.kafka.internal;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/** What Kafka's exceptions are to who uses the outbox. */
public final class Failures {

    private Failures() {}

    static OutboxException notDurable(Throwable failure) {
        Throwable cause =
                failure instanceof ExecutionException e && e.getCause() != null
                        ? e.getCause()
                        : failure;
        if (cause instanceof InterruptedException || cause instanceof InterruptException) {
            Thread.currentThread().interrupt();
            return new OutboxException(
                    Kind.STOPPED,
                    "Interrupted while Kafka was to acknowledge: not known to be durable",
                    "Append the same items again.",
                    cause);
        }
        return new OutboxException(
                Kind.STORAGE,
                "Kafka did not acknowledge: not known to be durable ("
                        + cause.getClass().getSimpleName()
                        + ")",
                "Append the same items again. See to the brokers, and that min.insync.replicas of them are up;"
                        + " a fallback on a disk of this machine bridges the time.",
                cause);
    }

    static OutboxException unreachable(String what, Throwable failure) {
        Throwable cause =
                failure instanceof ExecutionException e && e.getCause() != null
                        ? e.getCause()
                        : failure;
        if (cause instanceof InterruptedException || cause instanceof InterruptException) {
            Thread.currentThread().interrupt();
            return new OutboxException(Kind.STOPPED, "Interrupted: " + what, "Try again.", cause);
        }
        return new OutboxException(
                Kind.STORAGE,
                what + " (" + cause.getClass().getSimpleName() + ")",
                "See to the brokers, the network to them, and what this system's user may do.",
                cause);
    }

    static OutboxException refusedByClient(KafkaException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        // What Kafka says of a setting names the setting; passwords are hidden by itself.
        return new OutboxException(
                Kind.CONFIGURATION,
                "Kafka's client refuses its settings: " + cause.getMessage(),
                "Correct the settings.",
                failure);
    }

    /** A setting, or the topic, will not do. */
    public static OutboxException misconfigured(String what, String remedy) {
        return new OutboxException(Kind.CONFIGURATION, what, remedy, null);
    }
}
