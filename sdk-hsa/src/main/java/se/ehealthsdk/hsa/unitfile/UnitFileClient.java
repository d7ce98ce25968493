package se.ehealthsdk.hsa.unitfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.http.HttpsAnswer;
import se.ehealthsdk.core.http.HttpsClient;
import se.ehealthsdk.core.http.HttpsRequest;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * Fetches the unit file over mutual TLS. Immutable, for use by many threads; close it when the system stops.
 *
 * <pre>{@code
 * try (UnitFileClient client = UnitFileClient.of(URI.create(address), credential, trusted).build()) {
 *     UnitFileClient.Fetched fetched = client.fetch(Path.of("/var/lib/ours/hsaunits.zip"));
 *     UnitIndex index = fetched.file().index(fetched.modified());
 * }
 * }</pre>
 *
 * <p>The address is a setting: HSA's file service has had several, and none is published. The certificate is a SITHS
 * function certificate that the file service knows.
 *
 * <p>Source: HSA-filtjänst as its users describe it; RFC 9110 (ETag, If-Modified-Since, Retry-After).
 */
public final class UnitFileClient implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Builder settings;
    private final HttpsClient client;

    private UnitFileClient(Builder settings) {
        this.settings = settings;
        this.client =
                HttpsClient.of(settings.credential, settings.trusted)
                        .proxy(settings.proxy)
                        .connectTimeout(settings.connectTimeout)
                        .answerTimeout(settings.silence)
                        .timeout(settings.timeout)
                        .maxBytes(settings.maxBytes)
                        .build();
    }

    /**
     * Starts a client.
     *
     * @param address of the file, {@code https}
     * @param credential who this system is
     * @param trusted whom to trust
     * @throws InvalidInputException if the address is no https address
     */
    public static Builder of(URI address, Credential credential, TrustAnchors trusted) {
        if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new InvalidInputException(
                    "address", "is no https address", "https://host/path/hsaunits.zip");
        }
        return new Builder(address, credential, trusted);
    }

    /**
     * What came of fetching.
     *
     * @param file the file, on disk
     * @param isNew whether it was fetched now; if not, the server has none that is newer
     * @param modified when it was made, as the server says; else when it was fetched
     * @param bytes its size
     */
    public record Fetched(UnitFile file, boolean isNew, Instant modified, long bytes) {}

    /**
     * Fetches the file, unless the one that is there is the newest.
     *
     * <p>It is written beside {@code target}, read through from beginning to end, and takes its place when it is a whole
     * unit file with units in it, zipped or not: at {@code target} there is never half a file. What is needed to ask for a
     * newer one next time is kept in a file beside it that ends with {@code .etag}, and holds for that very file: one that
     * has been changed or damaged since, or come from elsewhere, is fetched anew.
     *
     * @throws ConnectionException if there is no whole answer; try again later
     * @throws ConfigurationException if the server refuses this system or knows no such address, or if the file cannot
     *     be written
     * @throws ProtocolException if what came is too large, or is no unit file
     * @throws IllegalStateException if the client is closed
     */
    public Fetched fetch(Path target) {
        for (int attempt = 0; ; attempt++) {
            Duration wait;
            KnownFile known = KnownFile.of(target);
            try (HttpsAnswer answer = ask(known)) {
                if (answer.status() != 503 || attempt == settings.retries) {
                    return taken(answer, known, target);
                }
                wait = retryAfter(answer).orElse(settings.retryWait);
            }
            pause(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }
    }

    private HttpsAnswer ask(KnownFile known) {
        HttpsRequest request = HttpsRequest.get(settings.address);
        if (known.etag().isPresent()) {
            request = request.header("If-None-Match", known.etag().get());
        }
        if (known.modified().isPresent()) {
            request = request.header("If-Modified-Since", known.modified().get());
        }
        try {
            return client.send(request);
        } catch (ConnectionException lost) {
            throw ofTheFileService(lost);
        }
    }

    private static ConnectionException ofTheFileService(ConnectionException lost) {
        return new ConnectionException(
                lost.stage(),
                lost.outcome(),
                "HSA's file service: " + lost.getMessage(),
                lost.remedy(),
                null,
                lost.getCause());
    }

    /** Told in seconds, or as a time of day. */
    private Optional<Duration> retryAfter(HttpsAnswer answer) {
        return answer.retryAfter()
                .or(
                        () ->
                                answer.time("Retry-After")
                                        .map(
                                                time ->
                                                        Duration.between(
                                                                settings.clock.instant(), time)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(
                    ConnectionException.Stage.INTERRUPTED,
                    Outcome.NOT_PERFORMED,
                    "Interrupted while waiting to ask for the unit file again",
                    "Nothing is wrong with the file service; ask again.",
                    null,
                    interrupted);
        }
    }

    private Fetched taken(HttpsAnswer answer, KnownFile known, Path target) {
        String status = " (HTTP " + answer.status() + ")";
        return switch (answer.status()) {
            case 200 -> stored(answer, target);
            case 304 -> unchanged(known, target);
            case 301, 302, 303, 307, 308 ->
                    throw new ProtocolException(
                            "HSA's file service refers to another address, which is not followed"
                                    + status,
                            null,
                            null);
            case 401, 403 ->
                    throw new ConfigurationException(
                            "HSA's file service refuses this system" + status,
                            "Order access to the unit file for the HSA-id in the system's certificate, and check"
                                    + " that this is the certificate in use.");
            case 404, 410 ->
                    throw new ConfigurationException(
                            "There is no unit file at the address that is set" + status,
                            "Set the address that HSA's administration gives for this environment.");
            case 429, 500, 502, 503, 504 ->
                    throw new ConnectionException(
                            ConnectionException.Stage.ANSWER,
                            Outcome.NOT_PERFORMED,
                            "HSA's file service cannot answer now" + status,
                            "Try again later; go on with the file that is there.",
                            null,
                            null);
            default ->
                    throw new ProtocolException(
                            "HSA's file service gave no file" + status, null, null);
        };
    }

    private Fetched unchanged(KnownFile known, Path target) {
        if (known.isNone()) {
            throw new ProtocolException(
                    "HSA's file service says that nothing is newer than a file it was not told of"
                            + " (HTTP 304)",
                    null,
                    null);
        }
        try {
            return new Fetched(
                    file(target),
                    false,
                    Files.getLastModifiedTime(target).toInstant(),
                    Files.size(target));
        } catch (IOException gone) {
            throw new ConfigurationException(
                    "The unit file " + target.getFileName() + " cannot be read",
                    "Check that nothing else removes it, and that this system may read it.",
                    gone);
        }
    }

    private UnitFile file(Path path) {
        return UnitFile.of(path).withMaxBytes(settings.maxXmlBytes);
    }

    private Fetched stored(HttpsAnswer answer, Path target) {
        Path unfinished = create(target);
        try {
            long bytes = copy(answer.body(), unfinished, target);
            check(file(unfinished));
            Optional<Instant> said = answer.time("Last-Modified");
            Instant modified = said.orElseGet(settings.clock::instant);
            place(unfinished, target, modified, new KnownFile(answer.header("ETag"), said));
            return new Fetched(file(target), true, modified, bytes);
        } finally {
            delete(unfinished);
        }
    }

    private static Path create(Path target) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            return Files.createTempFile(folder, target.getFileName().toString(), ".part");
        } catch (IOException failure) {
            throw unwritable(target, failure);
        }
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException leftBehind) {
            // what came of the fetching is what is told
        }
    }

    private static long copy(InputStream from, Path to, Path target) {
        try (OutputStream out = Files.newOutputStream(to)) {
            return from.transferTo(out);
        } catch (ConnectionException lost) {
            throw ofTheFileService(lost);
        } catch (IOException failure) {
            throw unwritable(target, failure);
        }
    }

    /** Reads it through: only then is it known to be whole, since not every answer tells its length. */
    private static void check(UnitFile file) {
        try (UnitFileReader units = file.open()) {
            if (!units.hasNext()) {
                throw new ProtocolException("The unit file has no units", null, null);
            }
            while (units.hasNext()) {
                units.next();
            }
        }
    }

    private static void place(Path unfinished, Path target, Instant modified, KnownFile known) {
        try {
            Files.setLastModifiedTime(unfinished, FileTime.from(modified));
            List<String> lines = known.lines(unfinished);
            Files.move(
                    unfinished,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.write(KnownFile.beside(target), lines, StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw unwritable(target, failure);
        }
    }

    private static ConfigurationException unwritable(Path file, IOException cause) {
        return new ConfigurationException(
                "The unit file " + file.getFileName() + " cannot be written",
                "Check that the folder is there, that this system may write to it, and that there is room"
                        + " on the disk.",
                cause);
    }

    /** Ends what is being fetched, and closes all connections. */
    @Override
    public void close() {
        client.close();
    }

    /** The host. */
    @Override
    public String toString() {
        return "UnitFileClient[" + settings.address.getHost() + "]";
    }

    /** Builds a {@link UnitFileClient}. Not for use by more than one thread. */
    public static final class Builder {

        private final URI address;
        private final Credential credential;
        private final TrustAnchors trusted;
        private @Nullable HttpProxy proxy;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration silence = Duration.ofSeconds(60);
        private Duration timeout = Duration.ofMinutes(30);
        private long maxBytes = 1L << 30;
        private long maxXmlBytes = 2L << 30;
        private int retries = 3;
        private Duration retryWait = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();

        private Builder(URI address, Credential credential, TrustAnchors trusted) {
            this.address = address;
            this.credential = credential;
            this.trusted = trusted;
        }

        private Builder(Builder other) {
            this(other.address, other.credential, other.trusted);
            proxy = other.proxy;
            connectTimeout = other.connectTimeout;
            silence = other.silence;
            timeout = other.timeout;
            maxBytes = other.maxBytes;
            maxXmlBytes = other.maxXmlBytes;
            retries = other.retries;
            retryWait = other.retryWait;
            clock = other.clock;
        }

        /** A web proxy on the way out; none unless set. */
        public Builder proxy(HttpProxy way) {
            proxy = way;
            return this;
        }

        /**
         * For the connection, and again for the TLS handshake; 10 seconds unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder connectTimeout(Duration most) {
            connectTimeout = aboveZero("connectTimeout", most);
            return this;
        }

        /**
         * For which nothing may come at a time; 60 seconds unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder silenceTimeout(Duration most) {
            silence = aboveZero("silenceTimeout", most);
            return this;
        }

        /**
         * For the whole file; 30 minutes unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder timeout(Duration most) {
            timeout = aboveZero("timeout", most);
            return this;
        }

        private static Duration aboveZero(String field, Duration time) {
            if (time.isZero() || time.isNegative()) {
                throw new InvalidInputException(field, "is not above zero", "a time above zero");
            }
            return time;
        }

        /**
         * How many bytes the file may have as it is sent, zipped as a rule; 1 GiB unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder maxBytes(long most) {
            if (most < 1) {
                throw new InvalidInputException("maxBytes", "is not above zero", "above zero");
            }
            maxBytes = most;
            return this;
        }

        /**
         * How many bytes its XML may have; 2 GiB unless told. Holds for {@link Fetched#file} too.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder maxXmlBytes(long most) {
            if (most < 1) {
                throw new InvalidInputException("maxXmlBytes", "is not above zero", "above zero");
            }
            maxXmlBytes = most;
            return this;
        }

        /**
         * How many times to ask again when the service is out of order for a while (HTTP 503), and how long to wait
         * when it does not say; 3 times and 30 seconds unless told. It is never waited longer than five minutes.
         *
         * @throws InvalidInputException if either is negative
         */
        public Builder retries(int times, Duration wait) {
            if (times < 0 || wait.isNegative()) {
                throw new InvalidInputException("retries", "is negative", "zero or more");
            }
            retries = times;
            retryWait = wait;
            return this;
        }

        /** What time it is, for a file that the server gives no time of; the system's clock unless told. */
        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /**
         * The client.
         *
         * @throws ConfigurationException if the credential cannot be read
         */
        public UnitFileClient build() {
            return new UnitFileClient(new Builder(this));
        }
    }
}
