package se.ehealthsdk.testkit.idp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of this machine itself. */
final class Loopback {

    private static final Pattern WITH_PORT =
            Pattern.compile("(https?://(?:localhost|127\\.0\\.0\\.1|\\[::1])):\\d{1,5}(/.*)?");

    private Loopback() {}

    /** The same address without its port; empty if it has none, or is another machine's. */
    static Optional<String> withoutPort(String uri) {
        Matcher parts = WITH_PORT.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String path = parts.group(2);
        return Optional.of(parts.group(1) + (path == null ? "" : path));
    }
}
