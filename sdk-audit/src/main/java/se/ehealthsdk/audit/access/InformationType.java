package se.ehealthsdk.audit.access;

/**
 * A kind of data that a block can leave open. An open list: any other value with {@code new}, though
 * version 4.0 knows no others.
 *
 * <p>Source: {@code InformationTypeIdValue} of informationsecurity:authorization:blocking 4.0.
 *
 * @param id the code, at most 6 characters
 */
public record InformationType(String id) {

    /** {@code lak}: prescribed medication (läkemedel, ordination och förskrivning). */
    public static final InformationType MEDICATION = new InformationType("lak");

    /** {@code upp}: alerts (uppmärksamhetsinformation). */
    public static final InformationType ALERT = new InformationType("upp");

    @Override
    public String toString() {
        return id;
    }
}
