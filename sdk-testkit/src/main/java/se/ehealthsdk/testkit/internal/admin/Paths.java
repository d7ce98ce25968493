package se.ehealthsdk.testkit.internal.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of paths. */
final class Paths {

    private Paths() {}

    static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
