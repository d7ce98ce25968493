package se.ehealthsdk.discharge.event;

/**
 * The coordinated care plan (samordnad vårdplan) of a patient who passes to open compulsory care. It counts as drawn up when
 * the units have approved it.
 *
 * <p>Source: lag (2017:612) 4 kap. 1 § second paragraph; lag (1991:1128) 7 a §
 *
 * @param statute the law that it follows
 * @param reference where it is kept; may be blank
 */
public record CompulsoryCarePlan(Statute statute, String reference) implements Content {

    /** The law. */
    public enum Statute {
        /** Lag (1991:1128) om psykiatrisk tvångsvård, 7 a §. */
        LPT,
        /** Lag (1991:1129) om rättspsykiatrisk vård, 12 a §. */
        LRV
    }

    /** The law alone. */
    @Override
    public String toString() {
        return "CompulsoryCarePlan[" + statute + "]";
    }

    @Override
    public String kind() {
        return "compulsoryCarePlan";
    }
}
