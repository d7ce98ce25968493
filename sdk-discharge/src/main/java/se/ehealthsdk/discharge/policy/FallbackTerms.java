package se.ehealthsdk.discharge.policy;

import java.time.Duration;
import java.util.Set;

/**
 * When paper may be used in place of the system.
 *
 * @param paperFor the reasons that allow it
 * @param paperOtherwise whether it may be used without any of them
 * @param outageBeforePaper how long the system has been down before paper is used; zero for at once
 * @param counties county codes (länskod), as {@code 01}, of those who are registered inside; empty when no county is given
 */
public record FallbackTerms(
        Set<PaperReason> paperFor,
        boolean paperOtherwise,
        Duration outageBeforePaper,
        Set<String> counties) {

    public FallbackTerms {
        paperFor = Set.copyOf(paperFor);
        counties = Set.copyOf(counties);
    }

    static FallbackTerms of(PolicyValues values) {
        return new FallbackTerms(
                values.choices("paperFor", PaperReason.class),
                values.flag("paperOtherwise"),
                values.duration("outageBeforePaper"),
                values.texts("counties", "\\d{2}", "two digits, as 01"));
    }

    /** Why paper is used. */
    public enum PaperReason {
        SYSTEM_DOWN,
        RESERVE_NUMBER,
        COORDINATION_NUMBER,
        /** The patient is registered in another county, or nowhere in Sweden. */
        REGISTERED_OUTSIDE
    }
}
