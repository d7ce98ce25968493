package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies under a failure. */
final class Causes {

    private static final int DEPTH = 20;

    private Causes() {}

    static List<Throwable> all(@Nullable Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable each = failure;
                each != null && all.size() < DEPTH && !all.contains(each);
                each = each.getCause()) {
            all.add(each);
        }
        return all;
    }

    static <T extends Throwable> Optional<T> first(@Nullable Throwable failure, Class<T> type) {
        return all(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * The cause to show under an exception of ours. The library's own exceptions repeat filters, names of entries
     * and what the server said, which all may be about a person; what lies below them does not.
     */
    static @Nullable Throwable shown(@Nullable Throwable failure) {
        List<Throwable> all = all(failure);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof LDAPException) {
                return i + 1 < all.size() ? all.get(i + 1) : null;
            }
        }
        return failure;
    }
}
