package se.ehealthsdk.siths.certificate;

import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A level of assurance (LoA, tillitsnivå): how surely an electronic identity is that of the person who shows it. SITHS
 * issues at 2 (reserve cards, persons with a coordination number) and 3 (ordinary cards, Mobilt SITHS). Higher is surer.
 * Immutable.
 *
 * <p>Source: the Swedish trust framework for electronic identification; the URIs are Sambi's, as Inera's IdP has them in
 * {@code acr}.
 *
 * @param level 0 to 9
 */
public record AssuranceLevel(int level) implements Comparable<AssuranceLevel> {

    /** Level 2. */
    public static final AssuranceLevel LOA2 = new AssuranceLevel(2);

    /** Level 3: what access to patient data demands as a rule. */
    public static final AssuranceLevel LOA3 = new AssuranceLevel(3);

    private static final String URI = "http://id.sambi.se/loa/loa";
    private static final String FIELD = "assuranceLevel";

    /**
     * @throws InvalidInputException when it is not 0 to 9
     */
    public AssuranceLevel {
        if (level < 0 || level > 9) {
            throw new InvalidInputException(FIELD, "is out of range", "0 to 9");
        }
    }

    /**
     * A level.
     *
     * @param level 0 to 9
     * @throws InvalidInputException when it is not
     */
    public static AssuranceLevel of(int level) {
        return new AssuranceLevel(level);
    }

    /**
     * The level that a URI of Sambi's names.
     *
     * @param uri {@code http://id.sambi.se/loa/loa3} for level 3; compared exactly
     * @throws InvalidInputException when it is not such a URI
     */
    public static AssuranceLevel ofUri(String uri) {
        return tryOfUri(uri)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        FIELD,
                                        "is not a URI of Sambi's",
                                        URI + "N, N from 0 to 9"));
    }

    /** As {@link #ofUri}, but empty for any other text. */
    public static Optional<AssuranceLevel> tryOfUri(String uri) {
        if (uri.length() != URI.length() + 1 || !uri.startsWith(URI)) {
            return Optional.empty();
        }
        int digit = uri.charAt(URI.length()) - '0';
        return digit >= 0 && digit <= 9 ? Optional.of(new AssuranceLevel(digit)) : Optional.empty();
    }

    /** As Sambi and Inera's IdP write it: {@code http://id.sambi.se/loa/loa3}. */
    public String uri() {
        return URI + level;
    }

    /** Whether this is the required level or a higher one. */
    public boolean meets(AssuranceLevel required) {
        return level >= required.level;
    }

    /** The lower level first. */
    @Override
    public int compareTo(AssuranceLevel other) {
        return Integer.compare(level, other.level);
    }

    /** {@code LoA 3}. */
    @Override
    public String toString() {
        return "LoA " + level;
    }
}
