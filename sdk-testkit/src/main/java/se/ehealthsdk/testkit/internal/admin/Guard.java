package se.ehealthsdk.testkit.internal.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.internal.http.WebCall;

/**
 * Who may call. A browser on this machine may show any page of the world, which can make it call this server: so the name that the server is called
 * by is looked at (DNS rebinding), and where a call that changes something comes from (cross-site requests).
 */
final class Guard {

    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(:\\d{1,5})?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SAFE = Set.of("GET");
    private static final int GUESSES_AT_ONCE = 4;
    private static final long GUESS_MILLIS = 1_000;

    private final Set<String> hostNames;
    private final String scheme;
    private final byte @Nullable [] password;
    private final Semaphore guesses = new Semaphore(GUESSES_AT_ONCE);

    /**
     * @param hostNames other names that the server may be called by
     * @param password null when none is asked for: on loopback
     */
    Guard(Set<String> hostNames, @Nullable String password) {
        this.hostNames = hostNames;
        this.scheme = password == null ? "http" : "https";
        this.password = password == null ? null : digest(password);
    }

    void check(WebCall call) {
        String host = single(call, "Host").orElse("");
        if (!isOurs(host)) {
            throw Refusal.of(
                    421,
                    "This server is called by another name than its own; expected localhost, 127.0.0.1 or [::1].");
        }
        if (password != null) {
            checkPassword(call, password);
        }
        if (call.method().equals("OPTIONS") || call.method().equals("TRACE")) {
            throw Refusal.with(405, "This method is not answered.", Map.of("Allow", "GET"));
        }
        if (SAFE.contains(call.method())) {
            checkReader(call);
        } else {
            checkWriter(call, host);
        }
    }

    private boolean isOurs(String host) {
        var matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        // an address is no name that somebody else could point here
        boolean literal = name.startsWith("[") || IPV4.matcher(name).matches();
        return LOCAL.contains(name) || hostNames.contains(name) || (password != null && literal);
    }

    /** Other sites' pages do not read here, nor keep the event streams busy; links from them may be followed. */
    private static void checkReader(WebCall call) {
        String site = single(call, "Sec-Fetch-Site").orElse("none");
        String mode = single(call, "Sec-Fetch-Mode").orElse("");
        if (!isOwn(site) && !mode.equals("navigate")) {
            throw Refusal.of(403, "Pages of other sites may not call this server.");
        }
    }

    private void checkWriter(WebCall call, String host) {
        if (!isOwn(single(call, "Sec-Fetch-Site").orElse("none"))) {
            throw Refusal.of(403, "Pages of other sites may not change anything here.");
        }
        Optional<String> origin = single(call, "Origin");
        if (origin.isPresent() && !origin.get().equalsIgnoreCase(scheme + "://" + host)) {
            throw Refusal.of(403, "Pages of other sites may not change anything here.");
        }
        String type = single(call, "Content-Type").orElse("");
        String types =
                String.valueOf(call.target().getPath()).endsWith("/scenarios")
                        ? "application/(json|yaml)"
                        : "application/json";
        if (!type.toLowerCase(Locale.ROOT).matches(types + "\\s*(;\\s*charset=\"?utf-8\"?\\s*)?")) {
            throw Refusal.of(
                    415,
                    "Content-Type is not right; expected application/json in UTF-8, also when there is no body.");
        }
    }

    private static boolean isOwn(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    /** A header that stands twice is none that can be trusted. */
    private static Optional<String> single(WebCall call, String name) {
        List<String> values = call.headers().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refusal.of(400, name + " stands twice; expected once.");
        }
        return values.stream().findFirst();
    }

    /** Slow on guesses: each wrong one takes a second, and only a few are looked at at a time. */
    private void checkPassword(WebCall call, byte[] expected) {
        Optional<String> told = single(call, "Authorization");
        if (told.filter(each -> isRight(each, expected)).isPresent()) {
            return;
        }
        Map<String, String> ask =
                Map.of("WWW-Authenticate", "Basic realm=\"national-services\", charset=\"UTF-8\"");
        if (told.isEmpty()) {
            throw Refusal.with(401, "A password is needed.", ask);
        }
        if (!guesses.tryAcquire()) {
            throw Refusal.with(
                    429, "Too many wrong passwords at a time; wait.", Map.of("Retry-After", "2"));
        }
        try {
            Thread.sleep(GUESS_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            guesses.release();
        }
        throw Refusal.with(401, "The password is wrong.", ask);
    }

    private static boolean isRight(String authorization, byte[] expected) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            String pair =
                    new String(
                            Base64.getDecoder().decode(authorization.substring(6).strip()),
                            StandardCharsets.UTF_8);
            // any user's name will do
            return MessageDigest.isEqual(digest(pair.substring(pair.indexOf(':') + 1)), expected);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
