package se.ehealthsdk.discharge.careplan;

import java.util.Optional;

/**
 * A document of a plan: its bytes, or where they are ({@code MultimediaType}). A received one should have one of the two;
 * look at both.
 *
 * @param id must not be sent; as it came
 * @param mediaType the format
 * @param value the document itself
 * @param reference a URL of the document; as it came
 */
public record PlanContent(
        Optional<String> id,
        MediaType mediaType,
        Optional<DocumentBytes> value,
        Optional<String> reference) {

    /** A document. */
    public static PlanContent of(MediaType mediaType, DocumentBytes value) {
        return new PlanContent(Optional.empty(), mediaType, Optional.of(value), Optional.empty());
    }

    /**
     * A document elsewhere.
     *
     * @param url without anything that tells of the patient
     */
    public static PlanContent reference(MediaType mediaType, String url) {
        return new PlanContent(Optional.empty(), mediaType, Optional.empty(), Optional.of(url));
    }

    /** The format and the size. */
    @Override
    public String toString() {
        return "PlanContent["
                + mediaType
                + ", "
                + value.map(DocumentBytes::toString).orElse("reference")
                + "]";
    }
}
