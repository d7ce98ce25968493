package se.ehealthsdk.core.identifier;

import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The logical address of a call: tells the service platform where to send it. Most often the
 * HSA-id of a unit, a care provider or the service itself, sometimes an organisation number.
 *
 * <p>Nothing is trimmed silently: white space in or around the address makes the platform answer
 * {@code VP004} (no route), and a blank one {@code VP003}, faults that are hard to trace back to a
 * stray blank. Here they are told before anything is sent. The platform compares addresses without
 * regard to case, and so does {@link #equals}.
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (element {@code LogicalAddress}), fault codes in ARK_0034.
 */
public final class LogicalAddress implements Comparable<LogicalAddress> {

    private static final String FIELD = "logicalAddress";
    private static final String EXPECTED =
            "an HSA-id or other address, without white space in it or around it";

    private final String value;
    private final String key;

    private LogicalAddress(String value) {
        this.value = value;
        this.key = value.toLowerCase(Locale.ROOT);
    }

    /**
     * Makes a logical address of a text.
     *
     * @param text at least one character, none of them white space or a control character
     * @throws InvalidInputException when it is blank or holds such a character; correct the text,
     *     nothing was sent
     */
    public static LogicalAddress of(String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(FIELD, "is blank", EXPECTED);
        }
        if (!text.codePoints().allMatch(VisibleText::isVisible)) {
            throw new InvalidInputException(
                    FIELD, "holds white space, a line break or a control character", EXPECTED);
        }
        return new LogicalAddress(text);
    }

    /**
     * The address of whoever has this HSA-id.
     *
     * @throws InvalidInputException when the id holds a blank, which HSA allows but the platform
     *     cannot route
     */
    public static LogicalAddress of(HsaId hsaId) {
        return of(hsaId.value());
    }

    /** As {@link #of(String)}, but empty when that would throw. */
    public static Optional<LogicalAddress> tryParse(String text) {
        return Parsing.attempt(LogicalAddress::of, text);
    }

    /** The address as it was written, and as it is sent. */
    public String value() {
        return value;
    }

    /** Orders by the letters of the address, without regard to case. */
    @Override
    public int compareTo(LogicalAddress other) {
        return key.compareTo(other.key);
    }

    /** Equal without regard to case, as the service platform compares them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LogicalAddress that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The address itself. */
    @Override
    public String toString() {
        return value;
    }
}
