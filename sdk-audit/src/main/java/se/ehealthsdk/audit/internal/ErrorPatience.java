package se.ehealthsdk.audit.internal;

/**
 * Tells what is behind an {@code ERROR} that does not say what it is about: the service's own trouble, or one
 * of the records. For one destination; safe for use by many threads.
 *
 * <p>The first ones in a row are taken for the service's own trouble. The next one begins a search: calls are
 * refused, so that they are divided, until one record has been singled out or the service has refused so many
 * in a row that it must be in trouble itself. While a service accepts nothing, a search thus costs one parked
 * record at most, and a backlog is never parked one by one; a record that is at fault never holds up the
 * others for long.
 */
public final class ErrorPatience {

    /** Errors in a row before a search. */
    public static final int PATIENCE = 3;

    /** 500 records are divided down to one in nine steps, always the first half at fault. */
    private static final int SEARCH = 12;

    private boolean searching;
    private int inARow;

    /** A call was accepted. */
    public synchronized void accepted() {
        inARow = 0;
    }

    /**
     * A call was answered {@code ERROR}.
     *
     * @param records how many were in it
     * @return whether the call is to count as refused; otherwise as the service's own trouble
     */
    public synchronized boolean isRefusal(int records) {
        inARow++;
        if (!searching) {
            if (inARow < PATIENCE) {
                return false;
            }
            searching = true;
            inARow = 1;
        } else if (inARow > SEARCH) {
            searching = false;
            inARow = 1;
            return false;
        }
        if (records == 1) {
            // found, or so it seems: the next error has to be waited out again
            searching = false;
            inARow = 0;
        }
        return true;
    }
}
