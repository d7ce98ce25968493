package se.ehealthsdk.testkit.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests from one connection, HTTP/1.1 as RFC 9112 has it and no more leniently. Holds no more than the limits allow,
 * whatever comes.
 */
final class RequestReader {

    private static final String DELIMITERS = "\"(),/:;<=>?@[\\]{}";
    private static final int CHUNK_LINE = 256;

    private final InputStream in;
    private final Limits limits;
    private final Room.Share share;
    private final Pace pace;
    private final byte[] buffer = new byte[8_192];
    private int at;
    private int end;

    /** Is told of what has come, so that who sends too slowly can be cut off. */
    interface Pace {

        /** The head has begun. */
        void began();

        /** So many bytes of the body have come in all. */
        void read(long bytes);
    }

    RequestReader(InputStream in, Limits limits, Room room, Pace pace) {
        this.in = in;
        this.limits = limits;
        this.share = room.new Share();
        this.pace = pace;
    }

    /** What stands before the body. */
    record Head(String method, URI target, String version, TreeMap<String, List<String>> headers) {

        @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }

        /** Whether a header lists a word. */
        boolean has(String name, String word) {
            List<String> values = headers.get(name);
            if (values == null) {
                return false;
            }
            for (String value : values) {
                for (String each : value.split(",")) {
                    if (each.strip().equalsIgnoreCase(word)) {
                        return true;
                    }
                }
            }
            return false;
        }

        boolean isKept() {
            return version.equals("HTTP/1.1") ? !has("connection", "close") : false;
        }
    }

    /** The beginning of a body or all of it. */
    record Content(byte[] bytes, boolean cut) {}

    /** The next head; null when the client has closed the connection instead. */
    @Nullable Head head() throws IOException {
        int left = limits.headBytes();
        if (at == end && !fill()) {
            return null;
        }
        pace.began();
        String line;
        do { // some clients end a body with a line too many
            line = line(left);
            left -= line.length() + 2;
        } while (line.isEmpty());
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !isToken(parts[0])) {
            throw new BadRequest(400, "no request line");
        }
        if (!parts[2].equals("HTTP/1.1") && !parts[2].equals("HTTP/1.0")) {
            throw new BadRequest(505, "another version of HTTP");
        }
        URI target = target(parts[1]);
        TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon < 1 || !isToken(line.substring(0, colon))) {
                throw new BadRequest(400, "no header");
            }
            headers.computeIfAbsent(line.substring(0, colon), first -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return new Head(parts[0], target, parts[2], headers);
    }

    private static URI target(String text) throws BadRequest {
        try {
            URI target = new URI(text);
            if (target.getRawPath() == null || !text.startsWith("/") && !target.isAbsolute()) {
                throw new BadRequest(400, "no path");
            }
            // two slashes at the beginning would be taken for a host
            return target.isAbsolute() || target.getRawAuthority() != null
                    ? new URI(null, null, null, -1, target.getPath(), target.getQuery(), null)
                    : target;
        } catch (URISyntaxException bad) {
            throw new BadRequest(400, "no path");
        }
    }

    /** The last body is no longer needed. */
    void giveBack() {
        share.giveBack();
    }

    /** The length that a head declares; -1 for chunks. */
    static long length(Head head) throws BadRequest {
        List<String> lengths = head.headers().getOrDefault("content-length", List.of());
        if (head.headers().containsKey("transfer-encoding")) {
            if (!lengths.isEmpty()
                    || !"chunked".equalsIgnoreCase(head.header("transfer-encoding"))) {
                throw new BadRequest(400, "a length that can be understood in two ways");
            }
            return -1;
        }
        if (lengths.isEmpty()) {
            return 0;
        }
        String length = lengths.get(0);
        if (lengths.size() > 1
                || length.isEmpty()
                || length.length() > 18
                || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadRequest(400, "no length");
        }
        return Long.parseLong(length);
    }

    /**
     * The body; of one that is too large, its beginning.
     *
     * @param length as declared; -1 for chunks
     */
    Content body(long length) throws IOException, InterruptedException {
        if (length > limits.bodyBytes()) {
            return new Content(bytes((int) Math.min(length, Limits.SMALL_BODY)), true);
        }
        if (length >= 0) {
            return new Content(bytes((int) length), false);
        }
        return chunks();
    }

    private byte[] bytes(int length) throws IOException, InterruptedException {
        byte[] body = new byte[Math.min(length, Limits.SMALL_BODY)];
        int read = 0;
        while (read < length) {
            if (read == body.length) {
                body = grown(body, length);
            }
            int more = read(body, read, body.length - read);
            read += more;
            pace.read(read);
        }
        return body;
    }

    private Content chunks() throws IOException, InterruptedException {
        byte[] body = new byte[1 << 12];
        int read = 0;
        while (true) {
            long chunk = chunkSize();
            if (chunk == 0) {
                int left = limits.headBytes();
                for (String line = line(left); !line.isEmpty(); line = line(left)) {
                    left -= line.length() + 2;
                }
                return new Content(Arrays.copyOf(body, read), false);
            }
            if (chunk > limits.bodyBytes() - read) {
                return new Content(Arrays.copyOf(body, read), true);
            }
            for (int left = (int) chunk; left > 0; ) {
                if (read == body.length) {
                    body = grown(body, limits.bodyBytes());
                }
                int more = read(body, read, Math.min(left, body.length - read));
                read += more;
                left -= more;
                pace.read(read);
            }
            if (!line(2).isEmpty()) {
                throw new BadRequest(400, "a chunk that is longer than it says");
            }
        }
    }

    private long chunkSize() throws IOException {
        String line = line(CHUNK_LINE);
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        if (size.isEmpty()
                || size.length() > 15
                || !size.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw new BadRequest(400, "no size of a chunk");
        }
        return Long.parseLong(size, 16);
    }

    /** Twice as large, in the room that all share when it is no longer small. */
    private byte[] grown(byte[] body, int most) throws IOException, InterruptedException {
        int size = (int) Math.min(Math.max(2L * body.length, 1), most);
        if (size > Limits.SMALL_BODY && !share.growTo(size, limits.patience())) {
            throw new BadRequest(503, "no room for more large bodies");
        }
        return Arrays.copyOf(body, size);
    }

    private int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && !fill()) {
            throw new BadRequest(400, "ends too early");
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /** A line without its end. */
    private String line(int most) throws IOException {
        StringBuilder line = null;
        while (true) {
            if (at == end && !fill()) {
                throw new BadRequest(400, "ends too early");
            }
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            String part = new String(buffer, start, at - start, ISO_8859_1);
            int before = line == null ? 0 : line.length();
            if (before + part.length() > most) {
                throw new BadRequest(431, "a head that is too large");
            }
            if (at < end) {
                at++;
                return withoutReturn(line == null ? part : line.append(part).toString());
            }
            line = (line == null ? new StringBuilder() : line).append(part);
        }
    }

    private static String withoutReturn(String line) throws BadRequest {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw new BadRequest(400, "a control character");
            }
        }
        return text;
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || DELIMITERS.indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    /** Reads what is left of a request that has been refused, so that the client sees the answer before the end. */
    void passBy(long most) throws IOException {
        long left = most - (end - at);
        at = end;
        while (left > 0 && fill()) {
            left -= end;
            at = end;
        }
    }
}
