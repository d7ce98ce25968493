package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between the databases; all other SQL stands where it is used. */
interface Dialect {

    /** The name of one of the outbox's tables, as it stands in statements. */
    String table(String suffix);

    /** Steps from nothing to the newest schema, each a list of statements; the first is version 1. */
    List<List<String>> migrations();

    /** Keeps others that migrate waiting until the transaction ends. */
    void lockForMigration(Session session) throws SQLException;

    /** Whether the table of versions is there. */
    boolean hasVersionTable(Session session) throws SQLException;

    /** After a table's name: makes the planner use one of its indexes, where it could choose a worse one. */
    String using(String index);

    /** At the end of a query: locks the rows, passing over those that others have locked. */
    String lockingRows();

    /** After a column: is one of the bound list. */
    String inList();

    /** After a column: is none of the bound list. */
    String notInList();

    /** A list of numbers to bind. */
    Object longs(Connection connection, Collection<Long> values) throws SQLException;

    /** A list of texts to bind. */
    Object texts(Connection connection, Collection<String> values) throws SQLException;

    /**
     * Whether what has been claimed is left at the head of the index of pending items until cleaned away, so
     * that it pays to remember where the queue begins.
     */
    boolean leavesTheDeadAtTheHead();

    /**
     * Inserts items whose ids are not there yet, all different.
     *
     * @param batch the batch they are in; null for pending
     * @return the ids that were not there
     */
    Set<String> insert(Session session, List<NewItem> items, @Nullable Long batch)
            throws SQLException;

    /** Says why the caller's connection will not do, if so: not as durable as our own. */
    @Nullable String weaknessOf(Session callers) throws SQLException;
}
