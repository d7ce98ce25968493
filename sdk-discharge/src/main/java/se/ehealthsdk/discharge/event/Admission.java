package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;

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

    /**
     * @throws InvalidInputException when the needs hold {@link CareParty#INPATIENT}, or a time is out of all range
     */
    public Admission {
        expectedNeeds = Set.copyOf(expectedNeeds);
        if (expectedNeeds.contains(CareParty.INPATIENT)) {
            throw new InvalidInputException(
                    "expectedNeeds",
                    "holds the inpatient party",
                    "the parties that care for the patient afterwards");
        }
        TimeRange.check("admittedAt", admittedAt);
        TimeRange.checkMoment("needJudgedAt", needJudgedAt);
    }

    /** An admission where the need of care afterwards was seen at once. */
    public static Admission needing(Instant admittedAt, CareForm careForm, CareParty... parties) {
        return new Admission(
                admittedAt, careForm, Optional.of(admittedAt), Set.copyOf(List.of(parties)));
    }

    @Override
    public String kind() {
        return "admission";
    }
}
