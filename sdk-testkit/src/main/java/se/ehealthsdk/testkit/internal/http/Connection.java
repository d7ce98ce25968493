package se.ehealthsdk.testkit.internal.http;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** A client's connection, which knows who has been called on it. */
public final class Connection {

    private final Set<Object> visited =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(new WeakHashMap<Object, Boolean>(1)));

    /** Whether this is the first call on this connection to a place. */
    public boolean isFirstCallTo(Object place) {
        return visited.add(place);
    }
}
