package se.ehealthsdk.discharge.careplan;

import java.util.List;
import se.ehealthsdk.core.identifier.LogicalAddress;

/** The vendor's own store of care plans, which a {@link CarePlanProducer} answers from. Safe for use by many threads. */
@FunctionalInterface
public interface CarePlanSource {

    /**
     * The plans of a patient. Days, units, care contacts and who asks are filtered afterwards, by the producer.
     *
     * @param patient of any kind: personnummer, samordningsnummer, or a reserve number that the store may know
     * @param sourceSystem whose plans are asked for, where the store serves several systems; others are left out
     * @return empty for an unknown patient; revoked plans are not among them
     * @throws RuntimeException if it cannot be told: the caller gets a SOAP fault with a log id, never an empty answer
     */
    List<CarePlan> plansOf(PatientId patient, LogicalAddress sourceSystem);
}
