package se.ehealthsdk.testkit.internal.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls to others that a kept call leads to. What came of them is kept with it, so that nobody is called once more when
 * the call is done again: whoever calls others asks here.
 *
 * <p>Bound to the thread for as long as one call lasts; nothing of it outlives the call.
 */
public final class Outgoing {

    private static final ThreadLocal<@Nullable Outgoing> OF_THE_CALL = new ThreadLocal<>();

    private final boolean again;
    private final Deque<String> before;
    private final List<String> results = new ArrayList<>();

    private Outgoing(boolean again, List<String> before) {
        this.again = again;
        this.before = new ArrayDeque<>(before);
    }

    /**
     * Calls somebody else, unless the call is one that is done again: then what came of it the first time.
     *
     * @param call tells what came of it
     * @param unknown what is told when the first time was broken off before anything had come of it
     */
    public static String result(Supplier<String> call, String unknown) {
        Outgoing own = OF_THE_CALL.get();
        if (own == null) {
            return call.get();
        }
        if (own.again) {
            String kept = own.before.poll();
            return kept == null ? unknown : kept;
        }
        String result = call.get();
        own.results.add(result);
        return result;
    }

    /** Does a call for the first time: what came of the calls to others goes to the list. */
    static <T> T first(List<String> results, Supplier<T> call) {
        Outgoing own = new Outgoing(false, List.of());
        try {
            return within(own, call);
        } finally {
            results.addAll(own.results);
        }
    }

    /** Does a call again. */
    static <T> T again(List<String> results, Supplier<T> call) {
        return within(new Outgoing(true, results), call);
    }

    private static <T> T within(Outgoing own, Supplier<T> call) {
        OF_THE_CALL.set(own);
        try {
            return call.get();
        } finally {
            OF_THE_CALL.remove();
        }
    }
}
