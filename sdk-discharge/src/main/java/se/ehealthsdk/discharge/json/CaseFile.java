package se.ehealthsdk.discharge.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.Acceptance;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseEvent;

/**
 * A case in a file, for systems that share nothing better: one exports it, somebody carries the file, the other imports it.
 *
 * <pre>{@code
 * CaseFile.export(mine, Path.of("case.json"));
 *
 * CaseImport taken = CaseFile.read(Path.of("case.json"), Optional.of(theirs), Acceptance.at(now));
 * taken.result().ifPresent(store::save);
 * taken.refused().forEach(refused -> show(refused.refusal()));
 * }</pre>
 *
 * <p>A file acknowledges nothing, so this is no {@code DischargeExchange}: whoever imports
 * sends the file of the case, with receipts, back. A file may come many times, late, and in any order with others of the same
 * case; what is there already is not taken again.
 *
 * <p>The file holds personal data in the clear. It is made readable for its owner alone where the file system can; carry it
 * as such data has to be carried.
 */
public final class CaseFile {

    private CaseFile() {}

    /**
     * Writes the whole case. When it returns the file is on disk; whatever happens, the file is the old one or the new one and
     * never a part of one.
     *
     * @param file made, or replaced; its folder has to exist
     * @throws InvalidInputException as {@link CaseJson#write(CaseEvent)}; nothing is written
     * @throws IOException when it cannot be written; what was there before is untouched
     */
    public static void export(DischargeCase dischargeCase, Path file) throws IOException {
        byte[] json = CaseJson.write(dischargeCase);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new InvalidInputException("file", "is a root", "the name of a file");
        }
        // in the same folder, since only there a file can take another's place at once; its owner's
        // alone from the start
        Path unfinished = Files.createTempFile(folder, ".case", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(json);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        forceFolder(folder);
    }

    /** The new name is on disk as well; Windows opens no folders, and needs it not. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Reads a file and holds each of its events against the case that we have. Nothing is stored: store the result, or nothing.
     *
     * @param mine the case as we have it; empty when it is new to us
     * @param acceptance what events are held against
     * @throws InvalidInputException when the file is no case; the field is the path, as {@link CaseJson} tells it
     * @throws IOException when it cannot be read
     */
    public static CaseImport read(Path file, Optional<DischargeCase> mine, Acceptance acceptance)
            throws IOException {
        List<CaseEvent> log;
        try (InputStream json = Files.newInputStream(file)) {
            log = CaseJson.readCase(json);
        }
        return CaseImport.of(log, mine, acceptance);
    }
}
