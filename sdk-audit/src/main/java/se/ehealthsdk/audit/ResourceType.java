package se.ehealthsdk.audit;

/** What kind of data (resurstyp). An open list: any other value with {@code new}. */
public record ResourceType(String value) {

    /** {@code Intyg}. */
    public static final ResourceType CERTIFICATE = new ResourceType("Intyg");

    /** {@code Sjukfall}. */
    public static final ResourceType SICK_LEAVE = new ResourceType("Sjukfall");

    /** {@code Samtycke}. */
    public static final ResourceType CONSENT = new ResourceType("Samtycke");

    /** {@code Beställning}. */
    public static final ResourceType ORDER = new ResourceType("Beställning");

    @Override
    public String toString() {
        return value;
    }
}
