package se.ehealthsdk.core.internal.http;

import java.io.IOException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What the HTTP client's own exceptions mean. */
public final class HttpFailures {

    private HttpFailures() {}

    /** No connection became free in time. */
    public static boolean isPoolTimeout(IOException failure) {
        return failure instanceof ConnectionRequestTimeoutException;
    }

    /** What answered, proxy or server, did not speak HTTP, or the proxy gave no tunnel. */
    public static boolean isProxyRefusal(IOException failure) {
        return failure instanceof ClientProtocolException;
    }

    /** The bytes on the wire are not HTTP as it should be; a chunk cut short is a lost connection instead. */
    public static boolean isMalformed(IOException failure) {
        return failure instanceof MalformedChunkCodingException
                && !(failure instanceof TruncatedChunkException);
    }
}
