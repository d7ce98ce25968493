package se.ehealthsdk.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpAnswer;
import se.ehealthsdk.core.internal.http.HttpTimes;

/**
 * An answer, whatever its status. Its body is still on the way: it is read as it is asked for, under the limits of
 * the client. For use by one thread; close it, always. Closed before its body was read to the end, it takes its connection
 * with it.
 */
public final class HttpsAnswer implements AutoCloseable {

    private final HttpAnswer answer;
    private final Map<String, List<String>> headers;
    private final InputStream body;

    HttpsAnswer(HttpAnswer answer, CallProbe probe, long maxBytes) throws IOException {
        this.answer = answer;
        this.headers = answer.headers();
        this.body = new AnswerBody(answer, probe, maxBytes);
    }

    /** The HTTP status. A redirect is one too: it is never followed. */
    public int status() {
        return answer.status();
    }

    /** The first value of a header, upper or lower case alike; empty when there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(values -> values.get(0));
    }

    /** All headers, each under its name in lower case. */
    public Map<String, List<String>> headers() {
        return Map.copyOf(headers);
    }

    /** A header that is a time, as {@code Last-Modified}; empty when there is none, or when it is no time. */
    public Optional<Instant> time(String name) {
        return header(name).flatMap(text -> Optional.ofNullable(HttpTimes.read(text)));
    }

    /** How long the server asks to be left alone (Retry-After); empty when it does not say so in whole seconds. */
    public Optional<Duration> retryAfter() {
        return header("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /**
     * The body, as it comes; the same stream each time, empty when there is none. Not decompressed. Instead of
     * {@link IOException}, its methods throw what {@link #bytes} does.
     */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body, or what is left of it.
     *
     * @throws ConnectionException if it does not come in time, or the connection is lost
     * @throws ProtocolException if it is larger than the client allows; no more of it is read then
     */
    public byte[] bytes() {
        try {
            return body.readAllBytes();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException lost) {
            // what was wanted of it has been read
        }
    }

    /** The status; headers and body may hold secrets. */
    @Override
    public String toString() {
        return "HttpsAnswer[" + status() + "]";
    }
}
