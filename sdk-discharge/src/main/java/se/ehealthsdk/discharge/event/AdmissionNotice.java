package se.ehealthsdk.discharge.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The admission notice (inskrivningsmeddelande): the patient has been admitted and may need care after discharge. The Act asks
 * for four things: name, identity number, registered address, and when the discharge is expected. No clinical text.
 *
 * <p>Source: lag (2017:612) 2 kap. 1-3 §§
 *
 * @param admission the admission that it tells of
 * @param patient the patient; what of it is missing the content rules tell
 * @param estimatedDischarge the day when the patient is expected to leave, Swedish date; empty breaks the rule
 */
public record AdmissionNotice(
        Admission admission, Patient patient, Optional<LocalDate> estimatedDischarge)
        implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public AdmissionNotice {
        TimeRange.checkDay("estimatedDischarge", estimatedDischarge);
    }

    @Override
    public String kind() {
        return "admissionNotice";
    }
}
