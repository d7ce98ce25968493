package se.ehealthsdk.certificate.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A sick leave that goes on now: an item in the answer of ListSickLeavesForCare 1.
 *
 * @param patient who is on sick leave
 * @param patientName the person's name, if the service gives it
 * @param unit HSA-id of the unit that issued the certificates
 * @param professional HSA-id of who issued the certificate that holds now
 * @param start first day of the sick leave
 * @param end last day
 * @param diagnosis the diagnosis
 * @param certificates how many certificates it consists of
 * @param days how many days it lasts
 * @param currentDegree the degree of sick leave today, in per cent
 * @param degrees the degrees of the certificate that holds now, in per cent; 1 to 4
 */
public record SickLeave(
        Identifier patient,
        Optional<String> patientName,
        Identifier unit,
        Identifier professional,
        LocalDate start,
        LocalDate end,
        Diagnosis diagnosis,
        int certificates,
        int days,
        int currentDegree,
        List<Integer> degrees) {

    /**
     * A diagnosis; the contract demands only the code.
     *
     * @param code for example {@code M545}
     * @param codeSystem the list it is from
     * @param codeSystemName name of the list
     * @param codeSystemVersion version of the list
     * @param displayName in clear text
     * @param originalText what the code was chosen for
     */
    public record Diagnosis(
            String code,
            Optional<String> codeSystem,
            Optional<String> codeSystemName,
            Optional<String> codeSystemVersion,
            Optional<String> displayName,
            Optional<String> originalText) {

        /** A diagnosis by its code alone. */
        public static Diagnosis of(String code) {
            return new Diagnosis(
                    code,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Diagnosis[***]";
        }
    }

    /** Copies. */
    public SickLeave {
        degrees = List.copyOf(degrees);
    }

    /** Who is on sick leave; empty if the number is none that Sweden gives out. */
    public Optional<PersonId> personId() {
        return patient.extension().flatMap(PersonId::tryParse);
    }

    /** Unit and days; nothing of the patient. */
    @Override
    public String toString() {
        return "SickLeave[unit=" + unit + ", " + start + " to " + end + "]";
    }
}
