package se.ehealthsdk.hsa.contactcard;

/**
 * Who answers for what a part of the contact card says.
 *
 * <p>Source: the vaccination guide of Region Stockholm, June 2021, and Inera, manual of Hitta vård.
 */
public enum CardOwner {

    /** The unit itself; of a vaccination clinic the vaccinator. */
    UNIT("enheten", "the unit, through its local HSA administrator (lokal HSA-administratör)"),

    /** The region, as Stockholm's hälso- och sjukvårdsförvaltning (HSF) for the names of vaccination clinics. */
    REGION("regionen", "the region, in Stockholm HSF (hälso- och sjukvårdsförvaltningen)");

    private final String swedish;
    private final String mender;

    CardOwner(String swedish, String mender) {
        this.swedish = swedish;
        this.mender = mender;
    }

    /** The owner in a word of Swedish, for people to read. */
    public String swedish() {
        return swedish;
    }

    /** Who mends what the owner owns, where nothing else has been said. */
    public String mender() {
        return mender;
    }
}
