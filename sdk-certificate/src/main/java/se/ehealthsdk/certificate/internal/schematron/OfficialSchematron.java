package se.ehealthsdk.certificate.internal.schematron;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The user's own copy of the official Schematron files: one for each type and major version, compiled when the first
 * certificate of the type is checked, and once. Safe for use by many threads.
 */
public final class OfficialSchematron {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Path folder;
    private final Map<Form, Path> named;
    private final Map<Path, SchematronRules> compiled = new ConcurrentHashMap<>();

    private OfficialSchematron(Path folder, Map<Form, Path> named) {
        this.folder = folder;
        this.named = named;
    }

    /**
     * A type in one major version.
     *
     * @param type the type
     * @param majorVersion 1 for {@code 1}, {@code 1.0}, {@code 1.1} ...
     */
    public record Form(CertificateType type, int majorVersion) {}

    /**
     * A folder with files that are called as their owner calls them: {@code lisjp.v1.sch}, {@code lisjp.v2.sch},
     * {@code db.v1.sch}.
     *
     * @throws ConfigurationException if there is no such folder, or ph-schematron is not on the class path
     */
    public static OfficialSchematron in(Path folder) {
        return in(folder, Map.of());
    }

    /**
     * The same, with other names for some of the files.
     *
     * @param named files, relative to the folder or absolute
     * @throws ConfigurationException if the folder or one of the files is not there, or ph-schematron is not on the
     *     class path
     */
    public static OfficialSchematron in(Path folder, Map<Form, Path> named) {
        SchematronLibrary.require();
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    "The folder of Schematron files is not there, or is no folder",
                    "Name the folder in which your copy of the official files lies.");
        }
        Map<Form, Path> found = new HashMap<>();
        named.forEach((form, file) -> found.put(form, existing(folder.resolve(file))));
        return new OfficialSchematron(folder, Map.copyOf(found));
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(
                    "The Schematron file " + file.getFileName() + " is not there",
                    "Put the file in its folder, or name another.");
        }
        return file;
    }

    /**
     * Runs the rules of a certificate's type.
     *
     * @param certificate what is checked
     * @param prefix what the type's rule ids begin with, for example {@code LISJP2}; empty if the type is known here only
     * @param today what the rules take for the date of today
     * @return one finding for each broken rule; one when the rules could not be applied; one, a piece of advice, when
     *     there is no file for the type
     * @throws ConfigurationException if the file of the type cannot be read or compiled
     */
    public List<Finding> check(Intyg certificate, Optional<String> prefix, LocalDate today) {
        if (certificate.majorVersion().isEmpty()) {
            return List.of();
        }
        Form form = new Form(certificate.type(), certificate.majorVersion().getAsInt());
        // a type that no one here knows of is words of the certificate
        String begin =
                prefix.orElseGet(
                        () ->
                                file(form).filter(Files::isRegularFile).isPresent()
                                        ? form.type().code() + form.majorVersion()
                                        : "COM");
        byte[] document;
        try {
            document = certificate.xml();
        } catch (InvalidInputException unwritable) {
            return List.of(notRun(begin));
        }
        return check(begin, form, document, today);
    }

    /**
     * Runs the rules of a type.
     *
     * @param prefix what the type's rule ids begin with, for example {@code LISJP2}
     * @param form the type
     * @param registerCertificate the certificate as the only thing in a RegisterCertificate 3, which is where the
     *     official rules look for it
     */
    List<Finding> check(String prefix, Form form, byte[] registerCertificate, LocalDate today) {
        Optional<Path> file = file(form).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return List.of(noFile(prefix));
        }
        return compiled.computeIfAbsent(file.get(), SchematronRules::compile)
                .check(prefix + "-SCH-", registerCertificate, today);
    }

    private Optional<Path> file(Form form) {
        Path other = named.get(form);
        if (other != null) {
            return Optional.of(other);
        }
        String type = form.type().code();
        // it may come from a document of someone else's, and is to name nothing outside the folder
        return FILE_NAME.matcher(type).matches()
                ? Optional.of(
                        folder.resolve(
                                type.toLowerCase(Locale.ROOT)
                                        + ".v"
                                        + form.majorVersion()
                                        + ".sch"))
                : Optional.empty();
    }

    private static Finding notRun(String prefix) {
        return new Finding(
                prefix + "-SCH-ERROR",
                Optional.empty(),
                Optional.empty(),
                Origin.OFFICIAL,
                "the certificate cannot be written as XML, and so the Schematron rules were not run",
                "text and years that XML can carry");
    }

    private static Finding noFile(String prefix) {
        return new Finding(
                prefix + "-SCH-NOFILE",
                Optional.empty(),
                Optional.empty(),
                Origin.ADVICE,
                "the folder of Schematron files has none for this type: its rules were not run",
                "a file called by the type and its major version, such as lisjp.v2.sch");
    }
}
