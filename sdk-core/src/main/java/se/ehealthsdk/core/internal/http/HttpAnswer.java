package se.ehealthsdk.core.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is still on the wire, under a deadline until it is closed. Closed before its body
 * was read to the end, it takes its connection with it: a connection in doubt is never used again.
 */
public final class HttpAnswer implements Closeable {

    private final ClassicHttpResponse response;
    private final Runnable abort;
    private final Future<?> timer;
    private boolean complete;

    HttpAnswer(ClassicHttpResponse response, Runnable abort, Future<?> timer) {
        this.response = response;
        this.abort = abort;
        this.timer = timer;
    }

    public int status() {
        return response.getCode();
    }

    public @Nullable String header(String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** All headers, each under its name in lower case, in the order that they came in. */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            all.computeIfAbsent(
                            header.getName().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                    .add(header.getValue());
        }
        return all;
    }

    /** The character set that the Content-Type claims; null when it claims none. */
    public @Nullable String charset() {
        HttpEntity entity = response.getEntity();
        if (entity == null || entity.getContentType() == null) {
            return null;
        }
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return type == null || type.getCharset() == null ? null : type.getCharset().name();
    }

    public InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Reads what is left after the message, nearly always nothing, so that the connection can be kept. */
    public void finish(InputStream body) throws IOException {
        while (body.read() >= 0) {
            // white space after the document, if anything
        }
        complete();
    }

    /** The body has been read to its end. */
    public void complete() {
        complete = true;
    }

    @Override
    public void close() throws IOException {
        timer.cancel(false);
        if (!complete) {
            // closing alone would read the rest of the answer, however long it is
            abort.run();
        }
        response.close();
    }
}
