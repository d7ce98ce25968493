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

    /** Whether the reason is that the person has died, or the person was found dead. */
    public boolean isDeceased() {
        return hasDied() || found().isPresent();
    }

    /** The day of death, or else that of being found: the day of an emigration before is neither. */
    Optional<PartialDate> deceasedOn() {
        return date.filter(day -> hasDied() && day.isTold()).or(this::found);
    }

    private boolean hasDied() {
        return reason.filter(DECEASED::equals).isPresent();
    }

    private Optional<PartialDate> found() {
        return foundDead.filter(PartialDate::isTold);
    }

    /** Nothing personal. */
    @Override
    public String toString() {
        return "Deregistration[...]";
    }
}
