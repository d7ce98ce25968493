package se.ehealthsdk.benchmarks.audit;

/** Something that makes records durable, used by many threads. */
interface Keeper extends AutoCloseable {

    /** How one thread keeps records. */
    @FunctionalInterface
    interface Hand {
        /** Keeps a record; it is durable when this returns. */
        void keep(byte[] record) throws Exception;
    }

    /** For one thread to use until {@link #rest}. */
    Hand hand() throws Exception;

    /** Between two turns, not measured: gets rid of what a turn left. */
    default void rest() throws Exception {}

    @Override
    void close() throws Exception;
}
