package se.ehealthsdk.discharge.careplan;

import java.util.Set;

/**
 * The format of a plan's document.
 *
 * <p>The contract's schema lists 21; its description names six that may be used: the constants.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, {@code MediaTypeEnum}.
 *
 * @param code as on the wire
 */
public record MediaType(String code) {

    /** {@code application/pdf}. */
    public static final MediaType PDF = new MediaType("application/pdf");

    /** {@code text/plain}. */
    public static final MediaType TEXT = new MediaType("text/plain");

    /** {@code text/html}. */
    public static final MediaType HTML = new MediaType("text/html");

    /** {@code image/png}. */
    public static final MediaType PNG = new MediaType("image/png");

    /** {@code image/jpeg}. */
    public static final MediaType JPEG = new MediaType("image/jpeg");

    /** {@code image/tiff}. */
    public static final MediaType TIFF = new MediaType("image/tiff");

    private static final Set<String> SCHEMA =
            Set.of(
                    "application/dicom",
                    "application/msword",
                    "application/pdf",
                    "audio/basic",
                    "audio/k32adpcm",
                    "audio/mpeg",
                    "image/g3fax",
                    "image/gif",
                    "image/jpeg",
                    "image/png",
                    "image/tiff",
                    "model/vrml",
                    "multipart/x-hl7-cda-level1",
                    "text/html",
                    "text/plain",
                    "text/rtf",
                    "text/sgml",
                    "text/x-hl7-ft",
                    "text/xml",
                    "video/mpeg",
                    "video/x-avi");

    /** Whether the contract's schema has it; what has it not cannot be sent. */
    public boolean isInContract() {
        return SCHEMA.contains(code);
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
