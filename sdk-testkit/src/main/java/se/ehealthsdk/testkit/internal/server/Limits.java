package se.ehealthsdk.testkit.internal.server;

import java.time.Duration;

/**
 * What a server grants those who call, so that it stays up whatever they send.
 *
 * @param connections at a time; when there are more, those go first that have waited longest without asking anything
 * @param headBytes of request line and headers
 * @param bodyBytes of one body; of a larger one its beginning is handed on
 * @param bodiesBytes of all large bodies at a time, while they are read and answered
 * @param idle how long a connection may be kept without a request
 * @param patience how long a handshake, a head, and a body or an answer that stands still may take
 * @param streams replies at a time that are sent while they are made, as server-sent events are
 */
record Limits(
        int connections,
        int headBytes,
        int bodyBytes,
        long bodiesBytes,
        Duration idle,
        Duration patience,
        int streams) {

    private static final long MIB = 1 << 20;

    /** A body up to this size is read into memory without asking for room. */
    static final int SMALL_BODY = 1 << 16;

    /** The slowest that a large body or answer may be, once patience has been used up: bytes a second. */
    static final int SLOWEST = 1 << 14;

    static Limits ofBody(int bodyBytes) {
        long share = Runtime.getRuntime().maxMemory() / 16;
        return new Limits(
                1_000,
                8_192,
                bodyBytes,
                Math.max(Math.min(share, 64 * MIB), bodyBytes),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                64);
    }

    Limits withPatience(Duration other) {
        return new Limits(connections, headBytes, bodyBytes, bodiesBytes, idle, other, streams);
    }

    Limits withConnections(int other) {
        return new Limits(other, headBytes, bodyBytes, bodiesBytes, idle, patience, streams);
    }
}
