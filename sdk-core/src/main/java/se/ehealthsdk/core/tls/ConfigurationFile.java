package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import se.ehealthsdk.core.error.ConfigurationException;

/** Reads files that the configuration names. */
final class ConfigurationFile {

    private ConfigurationFile() {}

    /**
     * All bytes of a file.
     *
     * @param description what the file is and where, for the message
     * @throws ConfigurationException when it is missing or cannot be read
     */
    static byte[] read(Path file, String description) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "The " + description + " does not exist", "Check the path.", e);
        } catch (AccessDeniedException e) {
            throw new ConfigurationException(
                    "The " + description + " may not be read by this process",
                    "Give the user that runs the system the right to read it.",
                    e);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The " + description + " cannot be read",
                    "Check that the path is a file and that its disk works.",
                    e);
        }
    }
}
