package se.ehealthsdk.hsa.contactcard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a web page, possibly followed by a blank and what to call it.
 *
 * <p>Source: RFC 2079 ({@code labeledURI}).
 *
 * @param address an absolute address of {@code http} or {@code https}
 * @param label what to call it; the address itself if nothing else is said
 */
record WebAddress(String address, String label) {

    // a host may hold å, ä and ö, which java.net.URI finds no host in
    private static final Pattern WEB =
            Pattern.compile(
                    "https?://[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*(:\\d{1,5})?([/?#].*)?",
                    Pattern.CASE_INSENSITIVE);

    static Optional<WebAddress> of(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        try {
            return WEB.matcher(new URI(parts[0]).toString()).matches()
                    ? Optional.of(new WebAddress(parts[0], parts[parts.length - 1]))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
