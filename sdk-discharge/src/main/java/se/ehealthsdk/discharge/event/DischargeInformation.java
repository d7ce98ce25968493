package se.ehealthsdk.discharge.event;

/**
 * The information that the receiving care needs, which has to be there on the day of discharge. Where it is documented, not
 * what it says: this is no patient record.
 *
 * <p>Source: lag (2017:612) 3 kap. 2 §
 *
 * @param reference where in the record system the information stands, as text; may be blank
 */
public record DischargeInformation(String reference) implements Content {

    /** Without the reference. */
    @Override
    public String toString() {
        return "DischargeInformation[]";
    }

    @Override
    public String kind() {
        return "dischargeInformation";
    }
}
