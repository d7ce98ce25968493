package se.ehealthsdk.testkit.idp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Somebody is logged in in a browser.
 *
 * @param persona the name of the part
 * @param expires fixed from the start, as at the real IdP
 */
record Session(String persona, LogIn logIn, Instant authTime, Instant expires) {

    /** Says nothing about the person, and is the same each time and for each client. */
    String sub() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(sha256("sub " + persona), 16));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }
}
