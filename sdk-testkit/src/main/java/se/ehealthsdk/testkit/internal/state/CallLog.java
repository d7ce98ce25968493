package se.ehealthsdk.testkit.internal.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.Connection;
import se.ehealthsdk.testkit.internal.http.HttpCall;

/**
 * The file: one line for each call, in JSON after its checksum (CRC-32), and a first line with the format's version.
 * A line is whole once it is written: a kill of the process loses nothing that has been answered, a power cut may. Not for
 * use by many threads.
 */
final class CallLog implements AutoCloseable {

    private static final String NAME = "calls.log";
    private static final String FORMAT = "national-services-state";
    private static final int VERSION = 1;
    private static final int MAX_LINE = 64 << 20;

    /** Of the connection, not of the call; and what no stand-in looks at. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "connection",
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "user-agent",
                    "accept-encoding");

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final FileChannel lock;
    private final FileChannel out;
    private final Map<X509Certificate, Integer> certificates = new HashMap<>();
    private long calls;
    private long lines;
    private Optional<String> dropped = Optional.empty();

    private CallLog(Path file, FileChannel lock, FileChannel out) {
        this.file = file;
        this.lock = lock;
        this.out = out;
    }

    /**
     * Opens the log in a folder, which is made if it is not there.
     *
     * @throws ConfigurationException if that cannot be, or another process has it open
     */
    static CallLog open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new ConfigurationException(
                        "The state folder " + folder + " is in use by another process.",
                        "Stop that one first, or choose another folder.");
            }
            Path file = folder.resolve(NAME);
            FileChannel out =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            return new CallLog(file, lock, out);
        } catch (IOException cause) {
            throw new ConfigurationException(
                    "The state folder "
                            + folder
                            + " cannot be used: "
                            + cause.getClass().getSimpleName(),
                    "Name a folder that this user may make and write to, on a disk with room.",
                    cause);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            @Nullable FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    // ---- reading ----

    /**
     * Tells of each call in the file, and goes on writing after the last. A last line that was cut is dropped.
     *
     * @throws ConfigurationException if a line is damaged
     */
    void read(Consumer<KeptCall> each) {
        try (InputStream in = Files.newInputStream(file)) {
            Lines reading = new Lines(in);
            @Nullable KeptCall waiting = null;
            Map<Integer, X509Certificate> known = new HashMap<>();
            for (byte[] line = reading.next(); line != null; line = reading.next()) {
                @Nullable JsonNode record = checked(line);
                if (record == null && reading.isLast()) {
                    dropped =
                            Optional.of(
                                    "The last line of "
                                            + file
                                            + " was cut when the services were killed: the call in it, which nobody got an answer to, is dropped.");
                    break;
                }
                if (record == null) {
                    throw damaged("does not match its checksum");
                }
                if (lines == 0) {
                    version(record);
                } else if (record.has("der")) {
                    X509Certificate certificate = certificate(record);
                    known.put(record.path("certificate").asInt(), certificate);
                    certificates.put(certificate, record.path("certificate").asInt());
                } else if (record.has("results")) {
                    if (waiting == null) {
                        throw damaged("tells of a call that is not there");
                    }
                    waiting = with(waiting, record.get("results"));
                } else {
                    if (waiting != null) {
                        each.accept(waiting);
                    }
                    waiting = call(record, known);
                }
                lines++;
                reading.accept();
            }
            if (waiting != null) {
                each.accept(waiting);
            }
            out.truncate(reading.accepted());
            out.position(reading.accepted());
            if (lines == 0) {
                begin();
            }
        } catch (IOException cause) {
            throw new ConfigurationException(
                    file + " cannot be read or written",
                    "Check that this user may, and that the disk has room.",
                    cause);
        }
    }

    private ConfigurationException damaged(String what) {
        return new ConfigurationException(
                file + ", line " + (lines + 1) + ": " + what + ".",
                "The file was changed or damaged. Put back a copy of it, or move it away to begin without what it holds.");
    }

    private @Nullable JsonNode checked(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.length() < 10
                || text.charAt(8) != ' '
                || !text.startsWith(checksum(text.substring(9)))) {
            return null;
        }
        try {
            return json.readTree(text.substring(9));
        } catch (JsonProcessingException notEvenWithTheRightSum) {
            return null;
        }
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    private void version(JsonNode record) {
        if (!record.path("format").asText().equals(FORMAT)) {
            throw damaged("is not the beginning of a state log");
        }
        if (record.path("version").asInt() != VERSION) {
            throw new ConfigurationException(
                    file + " was written by another version of the services.",
                    "Use that version, or move the file away to begin without what it holds.");
        }
    }

    private X509Certificate certificate(JsonNode record) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(record.get("der").binaryValue()));
        } catch (CertificateException | IOException wrong) {
            throw damaged("holds no certificate");
        }
    }

    private KeptCall call(JsonNode record, Map<Integer, X509Certificate> known) {
        try {
            long number = record.path("n").asLong();
            if (number != calls + 1) {
                throw damaged("is not call number " + (calls + 1));
            }
            calls = number;
            Map<String, String> headers = new HashMap<>();
            record.path("headers")
                    .fields()
                    .forEachRemaining(it -> headers.put(it.getKey(), it.getValue().asText()));
            byte[] body =
                    record.has("base64")
                            ? record.get("base64").binaryValue()
                            : record.path("body").asText().getBytes(StandardCharsets.UTF_8);
            return new KeptCall(
                    number,
                    Instant.parse(record.path("at").asText()),
                    record.path("seed").asLong(),
                    record.path("service").asText(),
                    new HttpCall(
                            record.path("method").asText(),
                            record.path("path").asText(),
                            headers,
                            body,
                            false,
                            Optional.ofNullable(known.get(record.path("certificate").asInt(-1))),
                            new Connection()),
                    List.of());
        } catch (IOException | DateTimeException wrong) {
            throw damaged("holds no call");
        }
    }

    private static KeptCall with(KeptCall call, JsonNode results) {
        List<String> all = new ArrayList<>();
        results.forEach(each -> all.add(each.asText()));
        return new KeptCall(
                call.number(), call.at(), call.seed(), call.service(), call.call(), all);
    }

    /** Lines of a file, and how far they have been found right. */
    private static final class Lines {

        private final InputStream in;
        private long position;
        private long accepted;
        private boolean last;

        Lines(InputStream file) {
            this.in = new BufferedInputStream(file, 1 << 16);
        }

        byte @Nullable [] next() throws IOException {
            var line = new ByteArrayOutputStream();
            int read = in.read();
            if (read < 0) {
                return null;
            }
            for (; read >= 0 && read != '\n' && line.size() < MAX_LINE; read = in.read()) {
                line.write(read);
            }
            position += line.size() + 1;
            in.mark(1);
            last = read != '\n' || in.read() < 0;
            if (!last) {
                in.reset();
            }
            return read == '\n' ? line.toByteArray() : new byte[0];
        }

        boolean isLast() {
            return last;
        }

        void accept() {
            accepted = position;
        }

        long accepted() {
            return accepted;
        }
    }

    // ---- writing ----

    private void begin() throws IOException {
        ObjectNode first = json.createObjectNode();
        first.put("format", FORMAT).put("version", VERSION);
        write(first);
    }

    /** Keeps a call. */
    KeptCall append(Instant at, long seed, String service, HttpCall call) throws IOException {
        if (call.certificate().isPresent() && !certificates.containsKey(call.certificate().get())) {
            append(call.certificate().get());
        }
        ObjectNode record = json.createObjectNode();
        record.put("n", calls + 1)
                .put("at", at.toString())
                .put("seed", seed)
                .put("service", service)
                .put("method", call.method())
                .put("path", call.path());
        ObjectNode headers = record.putObject("headers");
        call.headers()
                .forEach(
                        (name, value) -> {
                            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                                headers.put(name, value);
                            }
                        });
        call.certificate().map(certificates::get).ifPresent(it -> record.put("certificate", it));
        try {
            record.put(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(call.body()))
                            .toString());
        } catch (CharacterCodingException noText) {
            record.put("base64", Base64.getEncoder().encodeToString(call.body()));
        }
        write(record);
        calls++;
        return new KeptCall(calls, at, seed, service, call, List.of());
    }

    private void append(X509Certificate certificate) throws IOException {
        int number = certificates.size() + 1;
        ObjectNode record = json.createObjectNode();
        try {
            record.put("certificate", number)
                    .put("der", Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateException impossible) {
            throw new IOException("a certificate of a connection cannot be written", impossible);
        }
        write(record);
        certificates.put(certificate, number);
    }

    /** Keeps what came of the calls to others that the last call led to. */
    void append(List<String> results) throws IOException {
        ObjectNode record = json.createObjectNode();
        ArrayNode all = record.putArray("results");
        results.forEach(all::add);
        write(record);
    }

    /** All of a line, or nothing of it. */
    private void write(ObjectNode record) throws IOException {
        long before = out.position();
        String text = json.writeValueAsString(record);
        ByteBuffer line =
                ByteBuffer.wrap(
                        (checksum(text) + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                out.write(line);
            }
            lines++;
        } catch (IOException full) {
            out.truncate(before);
            out.position(before);
            throw full;
        }
    }

    /** From the beginning again, with nothing in it. */
    void clear() throws IOException {
        out.truncate(0);
        out.position(0);
        calls = 0;
        lines = 0;
        certificates.clear();
        begin();
    }

    long calls() {
        return calls;
    }

    long bytes() {
        try {
            return out.size();
        } catch (IOException closed) {
            return 0;
        }
    }

    Optional<String> dropped() {
        return dropped;
    }

    @Override
    public void close() {
        try (lock;
                out) {
            // both, whatever the other says
        } catch (IOException ending) {
            throw new ConfigurationException(
                    file + " could not be closed", "Check the disk it is on.", ending);
        }
    }
}
