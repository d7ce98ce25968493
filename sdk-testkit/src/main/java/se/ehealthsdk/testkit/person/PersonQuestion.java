package se.ehealthsdk.testkit.person;

import java.util.List;

/**
 * A request as it came, right or wrong.
 *
 * @param ids whom it asks for
 * @param profile how much, {@code P1} for example; empty when nothing was said
 * @param ignoreReferredIdentity {@code true} or {@code false}; empty when nothing was said
 */
record PersonQuestion(List<Id> ids, String profile, String ignoreReferredIdentity) {

    /** A number with the root that tells its kind. */
    record Id(String root, String extension) {}

    int level() {
        return profile.isEmpty() ? 0 : profile.charAt(1) - '0';
    }

    boolean follows() {
        return ignoreReferredIdentity.equals("false") || ignoreReferredIdentity.equals("0");
    }

    boolean isWhole() {
        return !ids.isEmpty()
                && profile.matches("P([1-9]|10)")
                && ignoreReferredIdentity.matches("true|false|0|1");
    }
}
