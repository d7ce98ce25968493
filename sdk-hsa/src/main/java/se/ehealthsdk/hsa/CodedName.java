package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * A code and its name in plain words, either of which the directory may leave out.
 *
 * @param code the code in the list that the field belongs to
 * @param name the name in Swedish
 */
public record CodedName(Optional<String> code, Optional<String> name) {

    /** Both code and name. */
    public static CodedName of(String code, String name) {
        return new CodedName(Optional.of(code), Optional.of(name));
    }
}
