package se.ehealthsdk.hsa.contract;

import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The part of the directory to search: the distinguished name (DN) of the node under which a post must
 * lie, for example {@code o=Region Exempel,c=SE}. Without one the whole directory, {@code c=SE}, is
 * searched.
 *
 * <p>The contracts allow fewer DNs than the directory holds: those with {@code &}, brackets, slashes,
 * apostrophes, plus signs or escaped commas cannot be searched under. HSA answers a base that does not
 * exist as it answers a post that does not exist: with nothing.
 *
 * <p>Source: {@code DNType} of the domains {@code infrastructure:directory:*}.
 */
public final class SearchBase {

    private static final int MAX_LENGTH = 350;

    // The contracts' ([OUDCNLoudcnl]{1,2}=[0-9\p{L}\p{Zs}\-.]*,?)*, put so that it can match in one
    // way
    // only: as it stands it can take exponential time to say no.
    private static final Pattern DN =
            Pattern.compile(
                    "(?:[OUDCNLoudcnl]{1,2}=(?:[0-9\\p{L}\\p{Zs}\\-.]|(?<=[OUDCNLoudcnl])=)*+(?:,|$))++");

    private final String value;

    private SearchBase(String value) {
        this.value = value;
    }

    /**
     * Makes a search base of a DN. Blanks around the DN and after its commas are removed.
     *
     * @param dn attributes o, ou, l, c, dc or cn, with commas between, the root last
     * @throws InvalidInputException if the contracts cannot carry it; nothing was sent
     */
    public static SearchBase of(String dn) {
        String value = dn.strip().replaceAll(",\\s+", ",");
        if (value.isEmpty() || value.length() > MAX_LENGTH || !DN.matcher(value).matches()) {
            throw new InvalidInputException(
                    "searchBase",
                    "is not a distinguished name that the contract can carry",
                    "at most 350 characters such as o=Region Exempel,c=SE, names of letters, digits,"
                            + " blanks, hyphens and full stops only");
        }
        return new SearchBase(value);
    }

    /** The DN. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchBase that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The DN. */
    @Override
    public String toString() {
        return value;
    }
}
