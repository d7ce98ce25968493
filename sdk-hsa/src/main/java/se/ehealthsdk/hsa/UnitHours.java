package se.ehealthsdk.hsa;

import java.util.List;

/**
 * When a unit can be reached. A list without spans means that the directory does not say.
 *
 * @param surgery when it receives patients who have an appointment
 * @param dropIn when it receives patients without an appointment
 * @param telephone when it answers the telephone
 * @param visiting when relatives may visit
 */
public record UnitHours(
        List<OpeningHours> surgery,
        List<OpeningHours> dropIn,
        List<OpeningHours> telephone,
        List<OpeningHours> visiting) {

    /** Copies the lists. */
    public UnitHours {
        surgery = List.copyOf(surgery);
        dropIn = List.copyOf(dropIn);
        telephone = List.copyOf(telephone);
        visiting = List.copyOf(visiting);
    }
}
