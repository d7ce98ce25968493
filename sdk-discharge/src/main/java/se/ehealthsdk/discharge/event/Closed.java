package se.ehealthsdk.discharge.event;

/**
 * The coordination is over.
 */
public record Closed() implements Content {

    @Override
    public String kind() {
        return "closed";
    }
}
