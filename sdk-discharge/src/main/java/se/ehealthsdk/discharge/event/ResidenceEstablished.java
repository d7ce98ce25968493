package se.ehealthsdk.discharge.event;

/**
 * Where the patient is registered, and whether a municipality has placed the patient elsewhere.
 *
 * <p>Source: lag (2017:612) 5 kap. 1-2 §§
 *
 * @param residence from now on held for true, also of what has been
 */
public record ResidenceEstablished(Residence residence) implements Content {

    @Override
    public String kind() {
        return "residenceEstablished";
    }
}
