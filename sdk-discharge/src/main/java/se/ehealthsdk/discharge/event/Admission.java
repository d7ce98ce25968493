package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The patient was admitted. Recorded by inpatient care; what starts the clock of the admission notice.
 *
 * <p>Source: lag (2017:612) 2 kap. 1 and 3 §§
 *
 * @param admittedAt when the patient was admitted
 * @param careForm somatic or psychiatric
 * @param needJudgedAt when the physician judged that care after discharge may be needed; empty while no need is seen
 * @param expectedNeeds the parties whose care may be needed after discharge; not {@link CareParty#INPATIENT}
 */
public record Admission(
        Instant admittedAt,
        CareForm careForm,
        Optional<Instant> needJudgedAt,
        Set<CareParty> expectedNeeds)
        implements Content {

    public Admission {
        expectedNeeds = Set.copyOf(expectedNeeds);
    }

    @Override
    public String kind() {
        return "admission";
    }
}
