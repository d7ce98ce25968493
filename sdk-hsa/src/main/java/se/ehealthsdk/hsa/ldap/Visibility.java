package se.ehealthsdk.hsa.ldap;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import se.ehealthsdk.hsa.directory.EntryMark;

/**
 * Which marked entries are told of.
 *
 * <p>It is judged here, for every entry, and not by conditions to the server: a server that does not know an object
 * class answers "undefined" to whether an entry lacks it (RFC 4511, 4.5.1.7), and would then give nothing at all.
 */
record Visibility(Set<EntryMark> shown) {

    static final Visibility ORDINARY = new Visibility(EnumSet.noneOf(EntryMark.class));

    Visibility {
        EnumSet<EntryMark> kept = EnumSet.noneOf(EntryMark.class);
        kept.addAll(shown);
        shown = Collections.unmodifiableSet(kept);
    }

    Visibility including(EntryMark mark) {
        EnumSet<EntryMark> more = EnumSet.of(mark);
        more.addAll(shown);
        return new Visibility(more);
    }

    boolean sees(Set<EntryMark> marks) {
        for (EntryMark mark : marks) {
            if (mark.hides() && !shown.contains(mark)) {
                return false;
            }
        }
        return true;
    }

    boolean seesProtectedPeople() {
        return shown.contains(EntryMark.PROTECTED);
    }
}
