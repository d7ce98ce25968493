package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/** What is told of a failure. */
final class Failures {

    private Failures() {}

    static OutboxException storage(SQLException cause) {
        return new OutboxException(
                Kind.STORAGE,
                "The outbox's database failed (SQLSTATE "
                        + cause.getSQLState()
                        + ", code "
                        + cause.getErrorCode()
                        + ")",
                "What was to be appended is not known to be stored: append it again when the database is"
                        + " well.",
                cause);
    }

    static OutboxException storage(String message, String remedy, @Nullable Throwable cause) {
        return new OutboxException(Kind.STORAGE, message, remedy, cause);
    }

    static OutboxException configuration(String message, String remedy) {
        return new OutboxException(Kind.CONFIGURATION, message, remedy, null);
    }

    static OutboxException input(String message, String remedy) {
        return new OutboxException(Kind.INPUT, message, remedy, null);
    }

    static OutboxException closed() {
        return new OutboxException(
                Kind.STOPPED, "The outbox is closed", "Open it again; nothing was stored.", null);
    }

    /** The same failure, thrown on the thread that is to hear of it. */
    static OutboxException again(OutboxException failure) {
        return new OutboxException(
                failure.kind(), String.valueOf(failure.getMessage()), failure.remedy(), failure);
    }
}
