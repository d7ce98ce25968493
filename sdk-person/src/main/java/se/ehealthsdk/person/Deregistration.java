package se.ehealthsdk.person;

import java.util.Optional;

/**
 * That a person is no longer registered (avregistrerad), and why.
 *
 * <p>Source: {@code DeregistrationType} of {@code strategicresourcemanagement:persons:person} 5.0; the code for the dead from the service's own description.
 *
 * @param reason the code of the reason; {@value #DECEASED} is that the person has died
 * @param date when
 * @param foundDead when the person was found dead, where the day of death is not known
 */
public record Deregistration(
        Optional<String> reason, Optional<PartialDate> date, Optional<PartialDate> foundDead) {

    /** The reason of those who have died (avliden). */
    public static final String DECEASED = "AV";

    /** Whether the reason is that the person has died. */
    public boolean isDeceased() {
        return reason.filter(DECEASED::equals).isPresent();
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Deregistration[...]";
    }
}
