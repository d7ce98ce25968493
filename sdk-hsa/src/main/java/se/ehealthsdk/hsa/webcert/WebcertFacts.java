package se.ehealthsdk.hsa.webcert;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.readiness.HsaAnswer;

/**
 * What HSA answers about a person and a unit, as far as Webcert reads it.
 *
 * @param person the person's HSA-id
 * @param unit the HSA-id of the unit where certificates are issued
 * @param employee about the person: name, titles, licences
 * @param credentials about the person: licences, codes, commissions
 * @param unitPost about the unit: mail, telephone, address
 * @param careUnit which care unit (vårdenhet) and care provider (vårdgivare) the unit belongs to
 * @param careUnitPost about the care unit, as {@code unitPost}; the same answer where the unit is one
 * @param members the care unit with its members: workplace codes
 */
public record WebcertFacts(
        HsaId person,
        HsaId unit,
        HsaAnswer<Employee> employee,
        HsaAnswer<Credentials> credentials,
        HsaAnswer<Unit> unitPost,
        HsaAnswer<HealthCareUnit> careUnit,
        HsaAnswer<Unit> careUnitPost,
        HsaAnswer<HealthCareUnitMembers> members) {

    /** Everything told, about a person and a unit that is itself a care unit. */
    public static WebcertFacts of(
            Employee employee,
            Credentials credentials,
            Unit unit,
            HealthCareUnit careUnit,
            HealthCareUnitMembers members) {
        return new WebcertFacts(
                credentials.hsaId(),
                unit.hsaId(),
                told(employee),
                told(credentials),
                told(unit),
                told(careUnit),
                told(unit),
                told(members));
    }

    private static <T> HsaAnswer<T> told(T value) {
        return new HsaAnswer.Told<>(value);
    }

    /**
     * Asks HSA: five or six calls, each on its own, so that one that fails leaves the others standing.
     *
     * @param hsa a client that may call GetEmployee, GetCredentialsForPerson, GetUnit, GetHealthCareUnit and
     *     GetHealthCareUnitMembers
     */
    public static WebcertFacts fetch(HsaClient hsa, HsaId person, HsaId unit) {
        return fetch(
                hsa,
                person,
                unit,
                HsaAnswer.asking(() -> hsa.employee(person)),
                HsaAnswer.asking(() -> hsa.credentials(person)));
    }

    /** As {@link #fetch}, protected people too, as Webcert itself asks; needs its own approval. */
    public static WebcertFacts fetchIncludingProtectedPerson(
            HsaClient hsa, HsaId person, HsaId unit) {
        return fetch(
                hsa,
                person,
                unit,
                HsaAnswer.asking(() -> hsa.employeeIncludingProtectedPerson(person)),
                HsaAnswer.asking(() -> hsa.credentialsIncludingProtectedPerson(person)));
    }

    private static WebcertFacts fetch(
            HsaClient hsa,
            HsaId person,
            HsaId unit,
            HsaAnswer<Employee> employee,
            HsaAnswer<Credentials> credentials) {
        HsaAnswer<Unit> unitPost = HsaAnswer.asking(() -> hsa.unit(unit));
        HsaAnswer<HealthCareUnit> careUnit = HsaAnswer.asking(() -> hsa.careUnitOf(unit));
        Optional<HsaId> careUnitId = careUnit.told().map(told -> told.unit().hsaId());
        return new WebcertFacts(
                person,
                unit,
                employee,
                credentials,
                unitPost,
                careUnit,
                careUnitId
                        .filter(id -> !id.equals(unit))
                        .map(id -> HsaAnswer.asking(() -> hsa.unit(id)))
                        .orElse(unitPost),
                careUnitId
                        .map(id -> HsaAnswer.asking(() -> hsa.careUnitMembers(id)))
                        .orElseGet(() -> unanswered(careUnit)));
    }

    private static HsaAnswer<HealthCareUnitMembers> unanswered(HsaAnswer<HealthCareUnit> before) {
        return before instanceof HsaAnswer.NotFoundOut<HealthCareUnit> failed
                ? new HsaAnswer.NotFoundOut<>(failed.problem())
                : new HsaAnswer.NothingTold<>();
    }

    /** The HSA-ids. */
    @Override
    public String toString() {
        return "WebcertFacts[" + person + ", " + unit + "]";
    }
}
