package se.ehealthsdk.hsa.internal.person;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespaces of authorizationmanagement: its types, and what minor versions added to them. */
public final class AuthorizationNamespaces {

    /** The types of major version 2. */
    public static final String CORE = "urn:riv:infrastructure:directory:authorizationmanagement:2";

    /** What version 2.1 added. */
    public static final String CORE_2_1 = CORE + ".1";

    /** What version 2.2 added. */
    public static final String CORE_2_2 = CORE + ".2";

    /** What version 2.3 added. */
    public static final String CORE_2_3 = CORE + ".3";

    /** The additions that credentials use, by prefix. */
    public static final SortedMap<String, String> OF_CREDENTIALS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(Map.of("v21", CORE_2_1, "v22", CORE_2_2)));

    private AuthorizationNamespaces() {}
}
