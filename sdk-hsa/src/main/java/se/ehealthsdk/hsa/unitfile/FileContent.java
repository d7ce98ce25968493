package se.ehealthsdk.hsa.unitfile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;

/** The XML of a file, which is zipped or not. Nothing in a zip file is ever written by the name it has there. */
final class FileContent implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:.*[/\\\\])?\\.\\.(?:[/\\\\].*)?|[/\\\\].*|[A-Za-z]:.*");

    private final InputStream in;
    private final @Nullable ZipFile zip;
    private final @Nullable ZipEntry entry;
    private final CRC32 sum = new CRC32();

    private FileContent(InputStream in, @Nullable ZipFile zip, @Nullable ZipEntry entry) {
        this.in = zip == null ? in : new CheckedInputStream(in, sum);
        this.zip = zip;
        this.entry = entry;
    }

    /**
     * @throws ConfigurationException if there is no such file, or it may not be read
     * @throws ProtocolException if it is a zip file that is damaged, cut off, or holds something else than one XML
     *     file
     */
    static FileContent of(Path file) {
        try {
            return isZip(file)
                    ? zipped(file)
                    : new FileContent(
                            new BufferedInputStream(Files.newInputStream(file), BUFFER),
                            null,
                            null);
        } catch (ZipException | EOFException damaged) {
            throw new ProtocolException(
                    "The unit file is a zip file that is damaged or cut off", null, damaged);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigurationException(
                    "The unit file " + file.getFileName() + " cannot be read",
                    "Check that it is there, and that this system may read it.",
                    unreadable);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    private static FileContent zipped(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry only = only(zip);
            return new FileContent(zip.getInputStream(only), zip, only);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    /** The file in a zip file, whatever its name, since that is not published; folders are none. */
    private static ZipEntry only(ZipFile zip) {
        List<? extends ZipEntry> files =
                zip.stream().filter(entry -> !entry.isDirectory()).limit(2).toList();
        if (files.size() != 1) {
            throw new ProtocolException(
                    "The zip file holds "
                            + (files.isEmpty() ? "no file" : "more than one file")
                            + ", where the unit file is one",
                    null,
                    null);
        }
        ZipEntry entry = files.get(0);
        if (ELSEWHERE.matcher(entry.getName()).matches()) {
            throw new ProtocolException(
                    "The zip file holds a file that would lie outside of it", null, null);
        }
        return entry;
    }

    InputStream stream() {
        return in;
    }

    /**
     * Makes sure that all has been read, and was what it should be.
     *
     * @throws ProtocolException if the checksum or the size in the zip file is another
     */
    void finish() throws IOException {
        long rest = in.transferTo(OutputStream.nullOutputStream());
        if (entry != null && (rest > 0 || sum.getValue() != entry.getCrc())) {
            throw new ProtocolException(
                    "The unit file is not what its zip file says: the checksum differs",
                    null,
                    null);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } finally {
            if (zip != null) {
                zip.close();
            }
        }
    }
}
