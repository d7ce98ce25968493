package se.ehealthsdk.hsa;

import java.util.Base64;
import se.ehealthsdk.core.error.ProtocolException;

/**
 * A JPEG picture of a unit, at most about 50 kB.
 *
 * @param base64 the picture as the directory sends it
 */
public record Picture(String base64) {

    /** A picture of its bytes. */
    public static Picture of(byte[] jpeg) {
        return new Picture(Base64.getEncoder().encodeToString(jpeg));
    }

    /**
     * The bytes of the picture, a copy each time.
     *
     * @throws ProtocolException if the directory sent something else than base64; show no picture then
     */
    public byte[] bytes() {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new ProtocolException("the picture of a unit is not base64", null, notBase64);
        }
    }

    /** How long the picture is, not the picture. */
    @Override
    public String toString() {
        return "Picture[" + base64.length() + " characters of base64]";
    }
}
