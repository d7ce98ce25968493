package se.ehealthsdk.discharge.event;

/**
 * How far a unit has come with the planning that the admission notice asks it for.
 *
 * <p>Source: lag (2017:612) 2 kap. 6 §
 *
 * @param stage how far
 */
public record Planning(Stage stage) implements Content {

    /** How far. */
    public enum Stage {
        /** It has begun. */
        STARTED,
        /** All that has to be in place when the patient comes home is. */
        COMPLETED
    }

    @Override
    public String kind() {
        return "planning";
    }
}
