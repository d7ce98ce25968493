package se.ehealthsdk.discharge.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;
import se.ehealthsdk.outbox.OutboxException;

/**
 * What is known of each message on its way to each peer, beside the outbox, which has its letter: its place in its case, how
 * often it was sent, and what was answered. Holds no events.
 */
final class SentMessages {

    private static final String COLUMNS =
            "message, peer, case_id, sequence, recipients, state, sendings, last_sent, answer, item, anyway";
    private static final String OPEN =
            "("
                    + State.WAITING.ordinal()
                    + ", "
                    + State.SENT.ordinal()
                    + ", "
                    + State.HELD.ordinal()
                    + ")";

    private static final Duration CALLED_AGAIN = Duration.ofSeconds(1);

    private final Database database;

    SentMessages(Database database) {
        this.database = database;
        database.inTransaction(
                connection -> {
                    Database.update(
                            connection,
                            "CREATE TABLE IF NOT EXISTS exchange_case (peer VARCHAR(64) NOT NULL, case_id"
                                    + " VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, PRIMARY KEY"
                                    + " (peer, case_id))");
                    Database.update(
                            connection,
                            "CREATE TABLE IF NOT EXISTS exchange_sent (item VARCHAR(64) NOT NULL PRIMARY"
                                    + " KEY, message VARCHAR(64) NOT NULL, peer VARCHAR(64) NOT NULL,"
                                    + " case_id VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, recipients"
                                    + " TEXT NOT NULL, digest VARCHAR(64) NOT NULL, state INT NOT NULL,"
                                    + " parked INT NOT NULL, sendings INT NOT NULL, last_sent BIGINT,"
                                    + " next_at BIGINT, settled_at BIGINT, answer TEXT, anyway INT NOT NULL)");
                    Database.update(
                            connection,
                            "CREATE UNIQUE INDEX IF NOT EXISTS exchange_sent_case ON exchange_sent (peer,"
                                    + " case_id, sequence)");
                    // a long case is not read from its beginning for each of its messages
                    Database.update(
                            connection,
                            "CREATE INDEX IF NOT EXISTS exchange_sent_open ON exchange_sent (peer, case_id,"
                                    + " sequence) WHERE state IN "
                                    + OPEN);
                    Database.update(
                            connection,
                            "CREATE INDEX IF NOT EXISTS exchange_sent_message ON exchange_sent (message)");
                    Database.update(
                            connection,
                            "CREATE INDEX IF NOT EXISTS exchange_sent_due ON exchange_sent (state, parked, next_at)");
                    return true;
                });
    }

    /** A message on its way to a peer. */
    record Sent(
            MessageId message,
            HsaId peer,
            CaseId caseId,
            long sequence,
            List<HsaId> recipients,
            State state,
            int sendings,
            Optional<Instant> lastSent,
            Optional<Acknowledgement> answer,
            String item,
            boolean anyway) {}

    /** What to do with an item that the outbox hands out. */
    sealed interface Turn {
        /**
         * Send it.
         *
         * @param after the place of the latest one before it that was taken
         */
        record Send(Sent sent, long after) implements Turn {}

        /** It is over: tell the outbox that it is delivered. */
        record Over() implements Turn {}

        /**
         * Not now, or not at all: it is called for when its time comes.
         *
         * @param caseId the message's case; empty when there is no such message
         */
        record NotNow(Optional<CaseId> caseId) implements Turn {}
    }

    /**
     * A message to be sent.
     *
     * @param anyway whether it goes even when the peer lacks what was taken before it, or has it already
     */
    record New(
            String item,
            MessageId message,
            HsaId peer,
            CaseId caseId,
            List<HsaId> recipients,
            String digest,
            boolean anyway) {}

    /** Gives a message its place in its case. False when it is there already; its letter is the same then. */
    boolean add(Connection connection, New added, Instant now) throws SQLException {
        List<String> there =
                Database.query(
                        connection,
                        "SELECT digest FROM exchange_sent WHERE item = ?",
                        row -> row.getString(1),
                        added.item());
        if (!there.isEmpty()) {
            if (!there.get(0).equals(added.digest())) {
                throw new OutboxException(
                        OutboxException.Kind.INPUT,
                        "Another event was sent as " + added.message(),
                        "Give each event an id of its own.",
                        null);
            }
            return false;
        }
        Database.update(
                connection,
                "INSERT INTO exchange_sent (item, message, peer, case_id, sequence, recipients, digest,"
                        + " state, parked, sendings, anyway) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                added.item(),
                added.message().value(),
                added.peer().value(),
                added.caseId().value(),
                nextPlace(connection, added.peer(), added.caseId(), now),
                String.join(" ", added.recipients().stream().map(HsaId::value).toList()),
                added.digest(),
                State.WAITING.ordinal(),
                added.anyway() ? 1 : 0);
        return true;
    }

    /**
     * The time in milliseconds, or one more than the last. A system that was restored from a backup has forgotten how far it
     * had come, and yet goes on above it.
     */
    private static long nextPlace(Connection connection, HsaId peer, CaseId caseId, Instant now)
            throws SQLException {
        return Database.query(
                        connection,
                        "INSERT INTO exchange_case (peer, case_id, sequence) VALUES (?, ?, ?) ON"
                                + " CONFLICT (peer, case_id) DO UPDATE SET sequence = CASE WHEN"
                                + " exchange_case.sequence < excluded.sequence THEN excluded.sequence"
                                + " ELSE exchange_case.sequence + 1 END RETURNING sequence",
                        row -> row.getLong(1),
                        peer.value(),
                        caseId.value(),
                        now.toEpochMilli())
                .get(0);
    }

    /** Decides about an item, and counts a sending before it is made. */
    Turn take(String item, Instant now, ResendPolicy policy) {
        return database.inTransaction(
                connection -> {
                    Optional<Sent> found = find(connection, item);
                    if (found.isEmpty()) {
                        return new Turn.NotNow(Optional.empty());
                    }
                    Sent sent = found.get();
                    if (sent.state() == State.ACKNOWLEDGED || sent.state() == State.SET_ASIDE) {
                        return new Turn.Over();
                    }
                    if (!mayGo(connection, sent, now, policy)) {
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET parked = 1, next_at = CASE WHEN state = "
                                        + State.WAITING.ordinal()
                                        + " THEN NULL ELSE next_at END WHERE item = ?",
                                item);
                        return new Turn.NotNow(Optional.of(sent.caseId()));
                    }
                    Database.update(
                            connection,
                            "UPDATE exchange_sent SET state = ?, parked = 0, sendings = sendings + 1,"
                                    + " last_sent = ?, next_at = ? WHERE item = ?",
                            State.SENT.ordinal(),
                            now.toEpochMilli(),
                            now.plus(policy.after()).toEpochMilli(),
                            item);
                    return new Turn.Send(
                            find(connection, item).orElseThrow(),
                            sent.anyway() ? 0 : lastTaken(connection, sent));
                });
    }

    private static boolean mayGo(Connection connection, Sent sent, Instant now, ResendPolicy policy)
            throws SQLException {
        if (sent.state() != State.WAITING && sent.state() != State.SENT) {
            return false;
        }
        Optional<Instant> last = sent.state() == State.SENT ? sent.lastSent() : Optional.empty();
        if (last.isPresent()
                // a clock that was set back does not make it wait for longer
                && !now.isBefore(last.get())
                && now.isBefore(last.get().plus(policy.after()))) {
            return false;
        }
        return Database.query(
                        connection,
                        "SELECT 1 FROM exchange_sent WHERE peer = ? AND case_id = ? AND sequence < ? AND"
                                + " state IN "
                                + OPEN
                                + " LIMIT 1",
                        row -> 1,
                        sent.peer().value(),
                        sent.caseId().value(),
                        sent.sequence())
                .isEmpty();
    }

    /** What went anyway does not count: the peer may have had it already, and then has not come further by it. */
    private static long lastTaken(Connection connection, Sent sent) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT sequence FROM exchange_sent WHERE peer = ? AND case_id = ? AND sequence"
                                + " < ? AND state = ? AND anyway = 0 ORDER BY sequence DESC LIMIT 1",
                        row -> row.getLong(1),
                        sent.peer().value(),
                        sent.caseId().value(),
                        sent.sequence(),
                        State.ACKNOWLEDGED.ordinal())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** It did not leave: as if it had not been tried. */
    void notSent(Sent sent) {
        database.inTransaction(
                connection ->
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET sendings = sendings - 1, last_sent = NULL, state ="
                                        + " CASE WHEN sendings = 1 THEN ? ELSE state END WHERE item = ?",
                                State.WAITING.ordinal(),
                                sent.item()));
    }

    /** Answered for good, or given up. */
    void settle(Sent sent, State state, @Nullable Acknowledgement answer, Instant now) {
        database.inTransaction(
                connection ->
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET state = ?, answer = ?, settled_at = ?, next_at ="
                                        + " NULL WHERE item = ?",
                                state.ordinal(),
                                text(answer),
                                now.toEpochMilli(),
                                sent.item()));
    }

    /** Not answered for good: it waits for its next sending, or is held. */
    void unanswered(Sent sent, boolean held, @Nullable Acknowledgement answer) {
        database.inTransaction(
                connection ->
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET state = ?, parked = 1, answer = ? WHERE item = ?",
                                (held ? State.HELD : State.SENT).ordinal(),
                                text(answer),
                                sent.item()));
    }

    /**
     * The items whose time has come, or that nothing is before any more. They are named again a little later, as long as
     * nobody has taken them: the outbox may not have set one aside yet when it is told to hand it out.
     *
     * @param soonest how far in the future a time can be at most; what is later comes of a clock that was set back
     */
    List<String> due(Instant now, Duration soonest, int most) {
        return database.inTransaction(
                connection -> {
                    List<String> items =
                            Database.query(
                                    connection,
                                    "SELECT s.item FROM exchange_sent s WHERE s.parked = 1 AND s.state IN"
                                            + " (?, ?) AND (COALESCE(s.next_at, 0) <= ? OR s.next_at > ?)"
                                            + " AND NOT EXISTS (SELECT 1 FROM exchange_sent e WHERE e.peer"
                                            + " = s.peer AND e.case_id = s.case_id AND e.sequence <"
                                            + " s.sequence AND e.state IN "
                                            + OPEN
                                            + ") ORDER BY COALESCE(s.next_at, 0) LIMIT ?",
                                    row -> row.getString(1),
                                    State.WAITING.ordinal(),
                                    State.SENT.ordinal(),
                                    now.toEpochMilli(),
                                    now.plus(soonest).toEpochMilli(),
                                    most);
                    // in one order, so that two nodes do not wait for one another
                    for (String item : items.stream().sorted().toList()) {
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET next_at = ? WHERE item = ?",
                                now.plus(CALLED_AGAIN).toEpochMilli(),
                                item);
                    }
                    return items;
                });
    }

    /**
     * Puts what is held or was refused back to where it has never been sent. What was refused goes to the end of its case,
     * since later ones may have been taken. What is held keeps its place; if the peer lacks what was before it, it is not
     * asked for again, since someone has looked at it.
     */
    boolean resend(MessageId message, HsaId peer, Instant now) {
        return database.inTransaction(
                connection -> {
                    List<Sent> again = in(connection, message, peer, State.HELD, State.REFUSED);
                    for (Sent sent : again) {
                        boolean held = sent.state() == State.HELD;
                        boolean lacks =
                                sent.answer()
                                        .flatMap(Acknowledgement::code)
                                        .filter(AckCode.EARLIER_MISSING.wire()::equals)
                                        .isPresent();
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET state = ?, sequence = ?, anyway = ?, sendings ="
                                        + " 0, parked = 1, next_at = NULL, settled_at = NULL WHERE item = ?",
                                State.WAITING.ordinal(),
                                held
                                        ? sent.sequence()
                                        : nextPlace(connection, peer, sent.caseId(), now),
                                sent.anyway() || (held && lacks) ? 1 : 0,
                                sent.item());
                    }
                    return !again.isEmpty();
                });
    }

    /** Gives up what is held. Its items. */
    List<String> setAside(MessageId message, HsaId peer, Instant now) {
        return database.inTransaction(
                connection -> {
                    List<String> items =
                            in(connection, message, peer, State.HELD).stream()
                                    .map(Sent::item)
                                    .toList();
                    for (String item : items) {
                        Database.update(
                                connection,
                                "UPDATE exchange_sent SET state = ?, next_at = NULL, settled_at = ?"
                                        + " WHERE item = ?",
                                State.SET_ASIDE.ordinal(),
                                now.toEpochMilli(),
                                item);
                    }
                    return items;
                });
    }

    private static List<Sent> in(
            Connection connection, MessageId message, HsaId peer, State... states)
            throws SQLException {
        return Database.query(
                        connection,
                        "SELECT "
                                + COLUMNS
                                + " FROM exchange_sent WHERE message = ? AND peer = ? ORDER BY sequence",
                        SentMessages::sent,
                        message.value(),
                        peer.value())
                .stream()
                .filter(sent -> List.of(states).contains(sent.state()))
                .toList();
    }

    List<Sent> of(MessageId message) {
        return database.inTransaction(
                connection ->
                        Database.query(
                                connection,
                                "SELECT "
                                        + COLUMNS
                                        + " FROM exchange_sent WHERE message = ? ORDER BY peer, sequence",
                                SentMessages::sent,
                                message.value()));
    }

    List<Sent> in(State state, int most) {
        return database.inTransaction(
                connection ->
                        Database.query(
                                connection,
                                "SELECT "
                                        + COLUMNS
                                        + " FROM exchange_sent WHERE state = ? ORDER BY last_sent LIMIT ?",
                                SentMessages::sent,
                                state.ordinal(),
                                most));
    }

    /** The items of what was refused before an instant. */
    List<String> refused(Instant before) {
        return database.inTransaction(
                connection ->
                        Database.query(
                                connection,
                                "SELECT item FROM exchange_sent WHERE settled_at < ? AND state = ?",
                                row -> row.getString(1),
                                before.toEpochMilli(),
                                State.REFUSED.ordinal()));
    }

    int forget(Instant before) {
        return database.inTransaction(
                connection ->
                        Database.update(
                                connection,
                                "DELETE FROM exchange_sent WHERE settled_at < ? AND state NOT IN "
                                        + OPEN
                                        + " AND (state <> "
                                        + State.ACKNOWLEDGED.ordinal()
                                        + " OR EXISTS (SELECT 1 FROM exchange_sent l WHERE l.peer ="
                                        + " exchange_sent.peer AND l.case_id = exchange_sent.case_id AND"
                                        + " l.sequence > exchange_sent.sequence AND l.state = "
                                        + State.ACKNOWLEDGED.ordinal()
                                        + "))",
                                before.toEpochMilli()));
    }

    private static Optional<Sent> find(Connection connection, String item) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT " + COLUMNS + " FROM exchange_sent WHERE item = ?",
                        SentMessages::sent,
                        item)
                .stream()
                .findFirst();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        long lastSent = row.getLong(8);
        Optional<Instant> last =
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastSent));
        return new Sent(
                MessageId.of(row.getString(1)),
                HsaId.of(row.getString(2)),
                CaseId.of(row.getString(3)),
                row.getLong(4),
                Arrays.stream(row.getString(5).split(" ")).map(HsaId::of).toList(),
                State.values()[row.getInt(6)],
                row.getInt(7),
                last,
                Optional.ofNullable(row.getString(9))
                        .map(json -> AckJson.read(json.getBytes(StandardCharsets.UTF_8))),
                row.getString(10),
                row.getInt(11) == 1);
    }

    private static @Nullable String text(@Nullable Acknowledgement answer) {
        return answer == null ? null : new String(AckJson.write(answer), StandardCharsets.UTF_8);
    }
}
