package se.ehealthsdk.discharge.internal.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * The same sentences in both languages: a file {@code NAME_sv.properties} and one {@code NAME_en.properties} in UTF-8.
 *
 * @param swedish for {@code sv}
 * @param english for all other languages
 */
public record Wordings(Properties swedish, Properties english) {

    /** The two files that lie beside a class. */
    public static Wordings beside(Class<?> owner, String name) {
        return new Wordings(
                load(owner, name + "_sv.properties"), load(owner, name + "_en.properties"));
    }

    /** Those of a language. */
    public Properties in(Locale language) {
        return language.getLanguage().equals("sv") ? swedish : english;
    }

    private static Properties load(Class<?> owner, String file) {
        Properties texts = new Properties();
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
