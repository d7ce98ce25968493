package se.ehealthsdk.core.internal.http;

import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Times as HTTP writes them, and as it has written them before (RFC 9110, 5.6.7). */
public final class HttpTimes {

    private HttpTimes() {}

    /** The form of today. */
    public static String write(Instant time) {
        return DateUtils.formatStandardDate(time);
    }

    /** Null when it is none. */
    public static @Nullable Instant read(String text) {
        return DateUtils.parseStandardDate(text);
    }
}
