package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/**
 * One text for all the ways to write the same distinguished name: for finding entries by their place. Steps end
 * with {@link #STEP}, the entry itself first, so that each name above is the rest of the text after some step.
 *
 * <p>Nearly all names have nothing escaped and are read in one go; the others as RFC 4514 has it.
 */
public final class NormalName {

    /** What each step ends with. */
    public static final char STEP = '\u0000';

    private NormalName() {}

    /** The normal form; empty text for the root of the tree; null if the text is no distinguished name. */
    public static @Nullable String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String quick = quick(lower);
        return quick == null ? thorough(name) : quick;
    }

    /** The name one step up, of a normal form; empty text for that of the top step. */
    public static String above(String normal) {
        return normal.substring(normal.indexOf(STEP) + 1);
    }

    /** Whether a normal form stands below another, at any depth. */
    public static boolean isBelow(String normal, String top) {
        int start = normal.length() - top.length();
        return start > 0 && normal.charAt(start - 1) == STEP && normal.endsWith(top);
    }

    /** Null where it takes more care to read. */
    private static @Nullable String quick(String lower) {
        int length = lower.length();
        char[] out = new char[length + 1];
        int filled = 0;
        int at = 0;
        while (at < length) {
            at = pastBlanks(lower, at);
            int type = filled;
            while (at < length && isOfType(lower.charAt(at))) {
                out[filled++] = lower.charAt(at++);
            }
            if (filled == type || at == length || lower.charAt(at) != '=') {
                return null;
            }
            out[filled++] = '=';
            at = pastBlanks(lower, at + 1);
            int value = filled;
            while (at < length && lower.charAt(at) != ',') {
                char each = lower.charAt(at++);
                if (isSpecial(each)) {
                    return null;
                }
                out[filled++] = each;
            }
            while (filled > value && out[filled - 1] == ' ') {
                filled--;
            }
            if (filled == value || at == length - 1) {
                return null;
            }
            out[filled++] = STEP;
            at++;
        }
        return new String(out, 0, filled);
    }

    private static int pastBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean isOfType(char each) {
        return each >= 'a' && each <= 'z';
    }

    private static boolean isSpecial(char each) {
        return switch (each) {
            case '\\', '"', '+', ';', '<', '>', '#', '=' -> true;
            default -> each < ' ';
        };
    }

    private static @Nullable String thorough(String name) {
        try {
            StringBuilder out = new StringBuilder(name.length());
            List<Rdn> steps = new LdapName(name).getRdns();
            for (int i = steps.size() - 1; i >= 0; i--) {
                out.append(step(steps.get(i))).append(STEP);
            }
            return out.toString();
        } catch (NamingException | IllegalArgumentException notAName) {
            return null;
        }
    }

    private static String step(Rdn step) throws NamingException {
        List<String> parts = new ArrayList<>(1);
        NamingEnumeration<? extends Attribute> all = step.toAttributes().getAll();
        while (all.hasMore()) {
            Attribute each = all.next();
            for (int i = 0; i < each.size(); i++) {
                String value =
                        each.get(i) instanceof byte[] bytes
                                ? "#" + HexFormat.of().formatHex(bytes)
                                : String.valueOf(each.get(i));
                parts.add((each.getID() + "=" + value.strip()).toLowerCase(Locale.ROOT));
            }
        }
        Collections.sort(parts);
        return String.join("+", parts);
    }
}
