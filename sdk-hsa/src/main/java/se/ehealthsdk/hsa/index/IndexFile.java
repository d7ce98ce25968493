package se.ehealthsdk.hsa.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.ReadReport;

/** An index on disk: a mark with the version of the form, the head, the rows, and a SHA-256 of all that. */
final class IndexFile {

    private static final byte[] MARK = "sdk-hsa units 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int BUFFER = 1 << 16;

    private IndexFile() {}

    /** Writes beside the file, and puts it in its place when it is whole. */
    static void write(UnitIndex index, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = null;
        try {
            Files.createDirectories(folder);
            unfinished = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            MessageDigest digest = sha256();
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
                DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, digest));
                content(index.data(), data);
                data.flush();
                out.write(digest.digest());
            }
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            delete(unfinished);
            throw new ConfigurationException(
                    "The copy of the index, " + file.getFileName() + ", cannot be written",
                    "Check that the folder is there, that this system may write to it, and that there"
                            + " is room on the disk.",
                    failure);
        }
    }

    private static void delete(@Nullable Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException leftBehind) {
            // the failure to write is what is told
        }
    }

    private static void content(IndexData index, DataOutputStream out) throws IOException {
        out.write(MARK);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream head = new DataOutputStream(bytes)) {
            head(index, head);
        }
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.writeInt(index.count());
        for (int row = 0; row < index.count(); row++) {
            int size = index.rows.size(row);
            out.writeInt(size);
            out.write(index.rows.block(row), index.rows.fields(row), size);
        }
    }

    private static void head(IndexData index, DataOutputStream out) throws IOException {
        text(out, index.origin);
        out.writeLong(index.madeAt.getEpochSecond());
        out.writeInt(index.madeAt.getNano());
        out.writeLong(index.textBytes);
        ReadReport report = index.report;
        out.writeLong(report.withheld());
        out.writeLong(report.skipped());
        out.writeLong(report.problemCount());
        text(out, report.partial().map(Enum::name).orElse(""));
        out.writeInt(report.problems().size());
        for (AttributeProblem problem : report.problems()) {
            text(out, problem.entry().map(HsaId::value).orElse(""));
            text(out, problem.attribute());
            text(out, problem.problem());
            text(out, problem.expected());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** Reads it once for the checksum before anything in it is believed. */
    static UnitIndex read(Path file) {
        try {
            check(file);
            try (DataInputStream in =
                    new DataInputStream(
                            new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                in.skipNBytes(MARK.length);
                DataInputStream head =
                        new DataInputStream(new ByteArrayInputStream(in.readNBytes(in.readInt())));
                Rows rows = new Rows();
                int count = in.readInt();
                for (int row = 0; row < count; row++) {
                    byte[] bytes = in.readNBytes(in.readInt());
                    rows.add(bytes, bytes.length);
                }
                return index(rows, head);
            }
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "The copy of the index, " + file.getFileName() + ", cannot be read",
                    "Check that it is there and that this system may read it; or start without it.",
                    failure);
        }
    }

    private static UnitIndex index(Rows rows, DataInputStream in) throws IOException {
        String origin = text(in);
        Instant madeAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
        long textBytes = in.readLong();
        long withheld = in.readLong();
        long skipped = in.readLong();
        long problemCount = in.readLong();
        String partial = text(in);
        int count = in.readInt();
        List<AttributeProblem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String entry = text(in);
            problems.add(
                    new AttributeProblem(
                            entry.isEmpty() ? Optional.empty() : Optional.of(HsaId.of(entry)),
                            text(in),
                            text(in),
                            text(in)));
        }
        return UnitIndexBuilder.index(
                rows,
                UnitIndexBuilder.ids(rows),
                UnitIndexBuilder.places(rows),
                origin,
                madeAt,
                new ReadReport(
                        rows.count(),
                        withheld,
                        skipped,
                        problemCount,
                        problems,
                        partial.isEmpty()
                                ? Optional.empty()
                                : Optional.of(ReadReport.Partial.valueOf(partial))),
                textBytes);
    }

    private static void check(Path file) throws IOException {
        long content = Files.size(file) - DIGEST;
        MessageDigest digest = sha256();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            DigestInputStream in = new DigestInputStream(raw, digest);
            if (content < MARK.length || !Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                throw damaged(file, "is no copy of an index, or one of another version");
            }
            byte[] buffer = new byte[BUFFER];
            long rest = content - MARK.length;
            while (rest > 0) {
                // skipped bytes would not be in the checksum
                int read = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
                rest = read < 0 ? 0 : rest - read;
            }
            if (!Arrays.equals(digest.digest(), raw.readNBytes(DIGEST))) {
                throw damaged(file, "is damaged: its checksum differs");
            }
        }
    }

    private static ProtocolException damaged(Path file, String what) {
        return new ProtocolException("The file " + file.getFileName() + " " + what, null, null);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("this Java has no SHA-256", everyJavaHasIt);
        }
    }
}
