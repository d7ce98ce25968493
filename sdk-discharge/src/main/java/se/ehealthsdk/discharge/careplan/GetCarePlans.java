package se.ehealthsdk.discharge.careplan;

import java.util.List;
import java.util.Optional;

/**
 * The request of GetCarePlans 2 as it is on the wire. Who asks uses {@link CarePlanQuestion}.
 *
 * @param careUnits only plans of these care units (HSA-ids); all if empty
 * @param patient the patient
 * @param period only plans of this time
 * @param sourceSystem only plans made in this system; the same as the logical address
 * @param careContacts only plans of these care contacts; all if empty
 */
public record GetCarePlans(
        List<String> careUnits,
        PatientId patient,
        Optional<DatePeriod> period,
        Optional<String> sourceSystem,
        List<String> careContacts) {

    /** Copies. */
    public GetCarePlans {
        careUnits = List.copyOf(careUnits);
        careContacts = List.copyOf(careContacts);
    }

    /** The source system alone. */
    @Override
    public String toString() {
        return "GetCarePlans[" + sourceSystem.orElse("any source") + "]";
    }

    /**
     * From a day to a day, both included.
     *
     * @param start {@code YYYYMMDD}; as it came
     * @param end {@code YYYYMMDD}; as it came
     */
    public record DatePeriod(String start, String end) {}
}
