package se.ehealthsdk.testkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/** Folders that options name. */
final class Folders {

    private Folders() {}

    /**
     * One to read from.
     *
     * @throws ConfigurationException if it is missing, a file, or may not be read
     */
    static Path existing(String option, Path folder) {
        if (!Files.exists(folder)) {
            throw new ConfigurationException(
                    option + ": there is no folder " + folder,
                    "Name a folder that is there; a relative path counts from "
                            + Path.of("").toAbsolutePath()
                            + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw isFile(option, folder);
        }
        if (!Files.isReadable(folder)) {
            throw new ConfigurationException(
                    option + ": the folder " + folder + " may not be read",
                    "Give the user who runs this the right to read it.");
        }
        return folder;
    }

    /**
     * One to write to; made if it is missing.
     *
     * @throws ConfigurationException if it cannot be made or written to
     */
    static Path make(String option, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw isFile(option, folder);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw notWritable(option, folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw notWritable(option, folder, null);
        }
        return folder;
    }

    static ConfigurationException notWritable(
            String option, Path folder, @Nullable Throwable cause) {
        return new ConfigurationException(
                option + ": nothing can be written to " + folder,
                "Name another folder with "
                        + option
                        + ", or give the user who runs this the right to write there.",
                cause);
    }

    private static ConfigurationException isFile(String option, Path folder) {
        return new ConfigurationException(option + ": " + folder + " is a file", "Name a folder.");
    }
}
