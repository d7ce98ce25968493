package se.ehealthsdk.testkit.internal.server;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * Which function answers below which path; the longest path that fits is the one. What fits none gets HTTP
 * 404. Safe for use by many threads.
 */
public final class Mounts implements Function<HttpCall, HttpReply> {

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder());

    private final Map<String, Function<HttpCall, HttpReply>> places =
            new ConcurrentSkipListMap<>(LONGEST_FIRST);

    /**
     * @param path as {@code /vp}; empty for all that nothing else is mounted for
     * @param service is told the whole path
     */
    public void mount(String path, Function<HttpCall, HttpReply> service) {
        places.put(path, service);
    }

    public void unmount(String path) {
        places.remove(path);
    }

    @Override
    public HttpReply apply(HttpCall call) {
        String path = call.path();
        for (Map.Entry<String, Function<HttpCall, HttpReply>> place : places.entrySet()) {
            if (isBelow(place.getKey(), path)) {
                return place.getValue().apply(call);
            }
        }
        return HttpReply.empty(404);
    }

    private static boolean isBelow(String place, String path) {
        return path.startsWith(place)
                && (path.length() == place.length()
                        || place.isEmpty()
                        || path.charAt(place.length()) == '/');
    }
}
