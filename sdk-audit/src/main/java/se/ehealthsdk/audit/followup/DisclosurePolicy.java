package se.ehealthsdk.audit.followup;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What a log extract tells of the employees. From which unit and when is always told: the law and the
 * regulation demand it of every care provider.
 *
 * <p>A municipality or a region normally discloses the full names of its staff, after a test of secrecy; a
 * private care provider discloses what the law demands and no more. There is no default: which rules apply is
 * for the care provider to say.
 *
 * <p>Source: the Patient Data Act (patientdatalagen 2008:355) 8:5, HSLF-FS 2016:40 4:10; practice of regions
 * and suppliers for names.
 *
 * @param operator what kind of operator the care provider is
 * @param details what is told of an employee
 * @param secrecyTest the test behind it; present when anything is told
 */
public record DisclosurePolicy(
        OperatorKind operator, Set<UserDetail> details, Optional<SecrecyTest> secrecyTest) {

    /**
     * @throws InvalidInputException if a private operator is to tell of employees, or anyone without a test
     */
    public DisclosurePolicy {
        details = Set.copyOf(details);
        if (!details.isEmpty() && !operator.isPublic()) {
            throw new InvalidInputException(
                    "details",
                    "tell of employees, for a private operator",
                    "the minimum; names are disclosed by public operators");
        }
        if (!details.isEmpty() && secrecyTest.isEmpty()) {
            throw new InvalidInputException(
                    "secrecyTest", "is missing", "a test of secrecy, before anyone is named");
        }
    }

    /** Unit and time, and nothing of who. */
    public static DisclosurePolicy minimum(OperatorKind operator) {
        return new DisclosurePolicy(operator, Set.of(), Optional.empty());
    }

    /**
     * Names and titles too, for a public operator.
     *
     * @throws InvalidInputException for a private operator
     */
    public static DisclosurePolicy naming(OperatorKind operator, SecrecyTest test) {
        return new DisclosurePolicy(
                operator, EnumSet.of(UserDetail.NAME, UserDetail.TITLE), Optional.of(test));
    }

    /**
     * The same policy, telling this of employees.
     *
     * @throws InvalidInputException for a private operator
     */
    public DisclosurePolicy telling(Set<UserDetail> wanted) {
        return new DisclosurePolicy(operator, wanted, secrecyTest);
    }

    /** Whether anything is told of any employee. */
    public boolean tellsOfUsers() {
        return !details.isEmpty();
    }

    /** Whether this is told of this employee. */
    public boolean tells(UserDetail detail, HsaId employee) {
        return details.contains(detail)
                && secrecyTest.filter(test -> !test.withheld().contains(employee)).isPresent();
    }
}
