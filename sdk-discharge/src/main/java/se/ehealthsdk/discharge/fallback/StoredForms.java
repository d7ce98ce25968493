package se.ehealthsdk.discharge.fallback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * The forms in a folder, stored before they are needed: they cannot be fetched while the system is down.
 *
 * <p>Beside the forms stands {@code SHA256SUMS}, which tells version and time in its first lines and can be checked without
 * this SDK ({@code sha256sum -c SHA256SUMS}).
 */
public final class StoredForms {

    /** The name of the list of forms. */
    public static final String MANIFEST = "SHA256SUMS";

    private StoredForms() {}

    /**
     * Writes all blank forms and their list. Files that are there are replaced, each as a whole; the list comes last.
     *
     * @param folder made when it is not there
     * @param now what the list says of when the forms were stored
     * @throws ConfigurationException when PDFBox is not on the class path; nothing was written
     * @throws IOException when the folder cannot be written to
     */
    public static void write(PaperForms forms, Path folder, Instant now) throws IOException {
        Map<String, byte[]> made = new LinkedHashMap<>();
        for (PaperForm form : PaperForm.values()) {
            made.put(form.fileName(), forms.blank(form));
        }
        Files.createDirectories(folder);
        StringBuilder list =
                new StringBuilder(
                        "# version: "
                                + forms.edition().version()
                                + "\n# date: "
                                + forms.edition().date()
                                + "\n# stored: "
                                + now
                                + "\n");
        for (Map.Entry<String, byte[]> form : made.entrySet()) {
            replace(folder.resolve(form.getKey()), form.getValue());
            list.append(sha256(form.getValue())).append("  ").append(form.getKey()).append('\n');
        }
        replace(folder.resolve(MANIFEST), list.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        try {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException onThisFileSystem) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
