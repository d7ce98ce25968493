package se.ehealthsdk.testkit.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.testkit.internal.yaml.YamlEntry;

/** Reads people from YAML. */
final class PersonsFile {

    private static final String SHIPPED = "persons.yaml";

    private PersonsFile() {}

    static List<RegisteredPerson> shipped() {
        try (InputStream in =
                        Objects.requireNonNull(PersonsFile.class.getResourceAsStream(SHIPPED));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(SHIPPED, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static List<RegisteredPerson> read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(String.valueOf(file.getFileName()), text);
        } catch (IOException cause) {
            throw new ConfigurationException(
                    file.getFileName() + " cannot be read",
                    "Check that the file exists, can be read, and is in UTF-8.",
                    cause);
        }
    }

    private static List<RegisteredPerson> read(String name, Reader text) {
        return YamlEntry.of(name, text)
                .map(
                        file ->
                                file.make(
                                        it ->
                                                it.entries("persons").stream()
                                                        .map(each -> each.make(PersonsFile::person))
                                                        .toList()))
                .orElse(List.of());
    }

    private static RegisteredPerson person(YamlEntry in) {
        return new RegisteredPerson(
                in.text("name"),
                in.value("id", PersonId::parse),
                in.text("givenNames"),
                in.optional("givenNameIndicator", PersonsFile::indicator),
                in.text("surname"),
                in.optional("municipality", MunicipalityCode::of),
                in.optional("street"),
                in.optional("postalCode"),
                in.optional("town"),
                in.optional("mobile"),
                in.flag("secrecyMarked"),
                in.flag("protectedRegistration"),
                in.flag("testPerson"),
                in.optional("deceased", LocalDate::parse),
                in.optional("replacedBy", PersonId::parse),
                in.list("formerly", PersonId::parse));
    }

    private static int indicator(String text) {
        if (!text.matches("[1-9][0-9]")) {
            throw new InvalidInputException("givenNameIndicator", "is none", "10 to 99");
        }
        return Integer.parseInt(text);
    }
}
