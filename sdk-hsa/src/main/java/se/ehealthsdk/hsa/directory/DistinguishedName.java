package se.ehealthsdk.hsa.directory;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Where an entry stands in a directory tree (distinguished name, DN), for example {@code
 * ou=Vårdcentralen Ängen,o=Region Påhitt,c=SE}: the entry itself first, the root last. Parents and children
 * follow from it alone.
 *
 * <p>Two names are equal when they name the same place, whatever the case of types and values, the blanks around them,
 * how many blanks are in a row within them, and how characters are escaped or composed. {@link #toString()} is the
 * name as it was written: a person's holds the person's name, so do not log it.
 *
 * <p>A step may hold several types and values, joined by a plus sign, in any order, since servers change it; what is
 * asked about a step then concerns the one that names it: {@code ou}, {@code o} or {@code cn} if there is one, else the
 * one written first. {@link #value(String)} looks at all. A value in hexadecimal form ({@code #0403...}) is
 * the text it holds, or that form itself when it holds no text.
 *
 * <p>Source: RFC 4514 (text form), RFC 4518 (what counts as the same).
 */
public final class DistinguishedName {

    private static final int[] NO_STEPS = {};
    private static final List<String> NAMING_TYPES = List.of("ou", "o", "cn");

    private final String text;
    private NameText.@Nullable Shape shape;
    private int hash;

    private DistinguishedName(String text, NameText.@Nullable Shape shape) {
        this.text = text;
        this.shape = shape;
    }

    /**
     * The name that a text holds.
     *
     * @param text as RFC 4514 has it, commas within values escaped; empty for the root of the tree
     * @throws InvalidInputException if it is none; the message does not repeat it
     */
    public static DistinguishedName of(String text) {
        DistinguishedName name = parse(text);
        if (name == null) {
            throw new InvalidInputException(
                    "distinguishedName",
                    "is not a distinguished name",
                    "as ou=Unit,o=Region,c=SE, with commas and other special characters within values"
                            + " escaped (RFC 4514)");
        }
        return name;
    }

    /**
     * The name in a text that was read by {@link #of} before it was kept, as a copy of a directory does with hundreds of
     * thousands: it is not read again until something is asked of it.
     *
     * @param text of any other kind gives a name whose methods throw {@link IllegalStateException}
     */
    public static DistinguishedName unverified(String text) {
        return new DistinguishedName(text, null);
    }

    /** As {@link #of}, empty if the text is none. */
    public static Optional<DistinguishedName> tryParse(String text) {
        return Optional.ofNullable(parse(text));
    }

    private static @Nullable DistinguishedName parse(String text) {
        NameText.Shape shape = NameText.shape(text);
        if (shape == null) {
            return null;
        }
        var name = new DistinguishedName(text, shape);
        return !shape.octets() || name.isText() ? name : null;
    }

    private NameText.Shape shape() {
        NameText.Shape known = shape;
        if (known == null) {
            known = NameText.shape(text);
            if (known == null) {
                throw new IllegalStateException("The text was never read as a distinguished name");
            }
            shape = known;
        }
        return known;
    }

    private int[] starts() {
        return shape().starts();
    }

    private boolean isPlain() {
        return shape().plain();
    }

    private boolean isText() {
        try {
            for (int i = 0; i < depth(); i++) {
                NameText.pairs(step(i));
            }
            return true;
        } catch (CharacterCodingException brokenUtf8) {
            return false;
        }
    }

    /** How many steps below the root it stands; 0 for the root. */
    public int depth() {
        return starts().length;
    }

    /** The name one step up; empty for the root. */
    public Optional<DistinguishedName> parent() {
        return depth() == 0 ? Optional.empty() : Optional.of(upper(1));
    }

    /** The names above it, nearest first, without the root. */
    public List<DistinguishedName> ancestors() {
        List<DistinguishedName> all = new ArrayList<>(depth());
        for (int steps = 1; steps < depth(); steps++) {
            all.add(upper(steps));
        }
        return Collections.unmodifiableList(all);
    }

    private DistinguishedName upper(int steps) {
        if (steps == depth()) {
            return new DistinguishedName("", new NameText.Shape(NO_STEPS, true, false));
        }
        int[] starts = starts();
        int from = starts[steps];
        while (text.charAt(from) == ' ') {
            from++;
        }
        int[] rest = Arrays.copyOfRange(starts, steps, starts.length);
        rest[0] = from;
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= from;
        }
        return new DistinguishedName(
                text.substring(from), new NameText.Shape(rest, isPlain(), shape().octets()));
    }

    /** Whether it stands below another, at any depth; not below itself. */
    public boolean isBelow(DistinguishedName other) {
        int steps = depth() - other.depth();
        if (steps <= 0 || other.depth() == 0) {
            return steps > 0;
        }
        if (isPlain() && other.isPlain()) {
            int from = starts()[steps];
            return text.length() - from == other.text.length()
                    && (text.endsWith(other.text)
                            || text.regionMatches(true, from, other.text, 0, other.text.length()));
        }
        return upper(steps).equals(other);
    }

    /**
     * The value of the first step from the top of this type.
     *
     * @param type as {@code o} or {@code l}, in any case
     */
    public Optional<String> value(String type) {
        for (int i = depth() - 1; i >= 0; i--) {
            for (NameText.Pair pair : pairs(i)) {
                if (pair.type().equalsIgnoreCase(type)) {
                    return Optional.of(pair.value());
                }
            }
        }
        return Optional.empty();
    }

    /** The values of all steps from the top to the entry itself, without escapes; of the country too. */
    public List<String> values() {
        return valuesFrom(depth() - 1);
    }

    /**
     * The values of the first step from the top of this type and of all steps below it, to the entry itself.
     *
     * @param type as {@code o}, in any case
     * @return empty if no step has the type
     */
    public List<String> valuesFrom(String type) {
        for (int i = depth() - 1; i >= 0; i--) {
            if (pairs(i).stream().anyMatch(pair -> pair.type().equalsIgnoreCase(type))) {
                return valuesFrom(i);
            }
        }
        return List.of();
    }

    private List<String> valuesFrom(int top) {
        List<String> values = new ArrayList<>(top + 1);
        for (int i = top; i >= 0; i--) {
            values.add(naming(i).value());
        }
        return Collections.unmodifiableList(values);
    }

    /** The type of the entry's own step, in lower case, as {@code ou}; empty text for the root. */
    public String ownType() {
        return depth() == 0 ? "" : naming(0).type();
    }

    /** The value of the entry's own step, without escapes; empty text for the root. */
    public String ownValue() {
        return depth() == 0 ? "" : naming(0).value();
    }

    /**
     * The name one step below this one. The value is escaped.
     *
     * @throws InvalidInputException if the type is none, or the value is blank
     */
    public DistinguishedName child(String type, String value) {
        String step = value.isBlank() ? null : NameText.step(type, value);
        if (step == null) {
            throw new InvalidInputException(
                    "step", "has no type or no value", "a type as ou, and a value");
        }
        return of(depth() == 0 ? step : step + "," + text);
    }

    private String step(int index) {
        int[] starts = starts();
        int end = index + 1 == starts.length ? text.length() : starts[index + 1] - 1;
        return text.substring(starts[index], end);
    }

    private NameText.Pair naming(int index) {
        List<NameText.Pair> pairs = pairs(index);
        if (pairs.size() > 1) {
            for (String type : NAMING_TYPES) {
                for (NameText.Pair pair : pairs) {
                    if (pair.type().equals(type)) {
                        return pair;
                    }
                }
            }
        }
        return pairs.get(0);
    }

    private List<NameText.Pair> pairs(int index) {
        try {
            return NameText.pairs(step(index));
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("the name was checked when it was read", impossible);
        }
    }

    /** The form in which all spellings of the name are the same text. */
    private String key() {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < depth(); i++) {
            key.append(i == 0 ? "" : ",").append(NameText.key(pairs(i)));
        }
        return key.toString();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DistinguishedName that) || depth() != that.depth()) {
            return false;
        }
        return isPlain() && that.isPlain()
                ? text.equalsIgnoreCase(that.text)
                : hashCode() == that.hashCode() && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = isPlain() ? foldedHash(text) : key().hashCode();
            hash = known;
        }
        return known;
    }

    /** The hash of the key of a plain name, which is its text in folded case. */
    private static int foldedHash(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = 31 * sum + NameText.fold(text.charAt(i));
        }
        return sum;
    }

    /** The name as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
