package se.ehealthsdk.testkit.state;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that keeps what the stand-ins have been told over restarts. Chosen with {@code
 * NationalServices.builder().state(path)}; used by one process at a time.
 *
 * <p>What is kept: every call over HTTP that changes something, on the platform's port and in the Admin API, before it is
 * answered. At the start they are done again, each at its own time. What is not: what a program does to the stand-ins by
 * their Java methods, log-ins and tokens of the IdP, signatures under way, open connections. A killed process loses
 * nothing that was answered; a machine that loses its power may lose the last seconds.
 */
public interface StateFolder {

    /** Where it is. */
    Path path();

    /** How large its log is now, in bytes. */
    long bytes();

    /** How many calls it holds; a start does them all again. */
    long calls();

    /** What is to be told about the last start: that a call which was cut by a kill has been dropped. */
    Optional<String> notice();
}
