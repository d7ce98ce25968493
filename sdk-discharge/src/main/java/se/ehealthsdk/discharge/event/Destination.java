package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Where the patient goes. An open list: regions have more.
 *
 * @param code 1 to 64 visible characters
 */
public record Destination(String code) {

    /** Home. */
    public static final Destination HOME = new Destination("home");

    /** Home, with services. */
    public static final Destination HOME_WITH_SERVICES = new Destination("homeWithServices");

    /** Korttidsboende. */
    public static final Destination SHORT_TERM_CARE = new Destination("shortTermCare");

    /** Särskilt boende. */
    public static final Destination CARE_HOME = new Destination("careHome");

    /** Elsewhere. */
    public static final Destination OTHER = new Destination("other");

    /**
     * @throws InvalidInputException when it is blank or longer than 64 characters
     */
    public Destination {
        if (code.isBlank() || code.length() > 64) {
            throw new InvalidInputException("destination", "is no code", "1 to 64 characters");
        }
    }

    /** As the constructor. */
    public static Destination of(String code) {
        return new Destination(code);
    }
}
