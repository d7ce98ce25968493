package se.ehealthsdk.hsa.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Where an entry stands in a directory tree (distinguished name, DN), for example {@code
 * ou=Vårdcentralen Ängen,o=Region Påhitt,c=SE}: the entry itself first, the root last. Parents and children
 * follow from it alone.
 *
 * <p>Two names are equal when they name the same place, whatever the case of types and values and the blanks
 * around them. {@link #toString()} is the name as it was written: a person's holds the person's name, so
 * do not log it.
 *
 * <p>Source: RFC 4514 (text form), RFC 4517 (case is ignored).
 */
public final class DistinguishedName {

    private final LdapName name;
    private final String text;

    private DistinguishedName(LdapName name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * The name that a text holds.
     *
     * @param text as RFC 4514 has it, commas within values escaped; empty for the root of the tree
     * @throws InvalidInputException if it is none; the message does not repeat it
     */
    public static DistinguishedName of(String text) {
        try {
            return new DistinguishedName(new LdapName(text), text);
        } catch (InvalidNameException | IllegalArgumentException notAName) {
            throw new InvalidInputException(
                    "distinguishedName",
                    "is not a distinguished name",
                    "as ou=Unit,o=Region,c=SE, with commas and other special characters within values"
                            + " escaped (RFC 4514)");
        }
    }

    /** As {@link #of}, empty if the text is none. */
    public static Optional<DistinguishedName> tryParse(String text) {
        try {
            return Optional.of(of(text));
        } catch (InvalidInputException notAName) {
            return Optional.empty();
        }
    }

    /** How many steps below the root it stands; 0 for the root. */
    public int depth() {
        return name.size();
    }

    /** The name one step up; empty for the root. */
    public Optional<DistinguishedName> parent() {
        return depth() == 0 ? Optional.empty() : Optional.of(upper(depth() - 1));
    }

    /** The names above it, nearest first, without the root. */
    public List<DistinguishedName> ancestors() {
        List<DistinguishedName> all = new ArrayList<>();
        for (int kept = depth() - 1; kept > 0; kept--) {
            all.add(upper(kept));
        }
        return List.copyOf(all);
    }

    private DistinguishedName upper(int kept) {
        LdapName prefix = (LdapName) name.getPrefix(kept);
        return new DistinguishedName(prefix, prefix.toString());
    }

    /** Whether it stands below another, at any depth; not below itself. */
    public boolean isBelow(DistinguishedName other) {
        return depth() > other.depth() && name.startsWith(other.name);
    }

    /**
     * The value of the first step from the top of this type.
     *
     * @param type as {@code o} or {@code l}, in any case
     */
    public Optional<String> value(String type) {
        return name.getRdns().stream()
                .filter(step -> step.getType().equalsIgnoreCase(type))
                .map(step -> step.getValue().toString())
                .findFirst();
    }

    /** The values of all steps from the top to the entry itself, without escapes; of the country too. */
    public List<String> values() {
        return name.getRdns().stream().map(step -> step.getValue().toString()).toList();
    }

    /** The type of the entry's own step, in lower case, as {@code ou}; empty text for the root. */
    public String ownType() {
        return depth() == 0 ? "" : own().getType().toLowerCase(Locale.ROOT);
    }

    /** The value of the entry's own step, without escapes; empty text for the root. */
    public String ownValue() {
        return depth() == 0 ? "" : own().getValue().toString();
    }

    /** The name one step below this one. The value is escaped. */
    public DistinguishedName child(String type, String value) {
        try {
            LdapName lower = (LdapName) name.clone();
            lower.add(new Rdn(type, value));
            return new DistinguishedName(lower, lower.toString());
        } catch (InvalidNameException | IllegalArgumentException bad) {
            throw new InvalidInputException(
                    "step", "has no type or no value", "a type as ou, and a value");
        }
    }

    private Rdn own() {
        return name.getRdn(depth() - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinguishedName that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
