package se.ehealthsdk.testkit.state;

import java.nio.file.Path;

/**
 * A folder that keeps what the stand-ins have been told over restarts. Chosen with {@code
 * NationalServices.builder().state(path)}; used by one process at a time.
 */
public interface StateFolder {

    /** Where it is. */
    Path path();

    /** How large its log is now, in bytes. */
    long bytes();

    /** How many calls it holds. */
    long calls();
}
