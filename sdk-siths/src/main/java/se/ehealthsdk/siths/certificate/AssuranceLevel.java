package se.ehealthsdk.siths.certificate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A level of assurance (tillitsnivå, LoA): how sure it is that a person is who the certificate or the
 * log-in says. Immutable; levels are ordered, lowest first.
 *
 * <p>Source: the Swedish framework for electronic identification, as Sambi names its levels.
 */
public final class AssuranceLevel implements Comparable<AssuranceLevel> {

    private static final String PREFIX = "http://id.sambi.se/loa/loa";
    private static final Pattern URI = Pattern.compile(Pattern.quote(PREFIX) + "([0-9])");

    /** Level 2: reserve cards, and holders whose identity was proved in a simpler way. */
    public static final AssuranceLevel LOA2 = new AssuranceLevel(2);

    /** Level 3: ordinary SITHS cards and Mobilt SITHS. */
    public static final AssuranceLevel LOA3 = new AssuranceLevel(3);

    private final int number;

    private AssuranceLevel(int number) {
        this.number = number;
    }

    /**
     * The level with this number.
     *
     * @throws InvalidInputException when it is not 0 to 9
     */
    public static AssuranceLevel of(int number) {
        if (number < 0 || number > 9) {
            throw new InvalidInputException("assuranceLevel", "is no level", "0 to 9");
        }
        return new AssuranceLevel(number);
    }

    /** The level that a URI of Sambi's names; empty for every other text. */
    public static Optional<AssuranceLevel> ofUri(String uri) {
        Matcher matcher = URI.matcher(uri);
        return matcher.matches()
                ? Optional.of(of(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    /** The level as the IdP writes it, for example {@code http://id.sambi.se/loa/loa3}. */
    public String uri() {
        return PREFIX + number;
    }

    /** Orders by number. */
    @Override
    public int compareTo(AssuranceLevel other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AssuranceLevel that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** For example {@code LoA 3}. */
    @Override
    public String toString() {
        return "LoA " + number;
    }
}
