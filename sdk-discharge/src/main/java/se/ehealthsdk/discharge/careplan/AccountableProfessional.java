package se.ehealthsdk.discharge.careplan;

import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Who answers for a plan ({@code HealthcareProfessionalType}).
 *
 * <p>Without care unit and care provider a plan is shown to nobody in shared records (sammanhållen journalföring): blocks
 * and access control need them.
 *
 * @param authorTime when the information was recorded, Swedish local time
 * @param hsaId the professional's HSA-id; as it came
 * @param name the professional's name
 * @param role the position (befattning), by code list 1.2.752.129.2.2.1.4 where possible
 * @param orgUnit where the professional works
 * @param careUnit HSA-id of the care unit (vårdenhet); as it came
 * @param careGiver HSA-id of the care provider (vårdgivare); as it came
 */
public record AccountableProfessional(
        LocalDateTime authorTime,
        Optional<String> hsaId,
        Optional<String> name,
        Optional<CodedValue> role,
        Optional<OrgUnit> orgUnit,
        Optional<String> careUnit,
        Optional<String> careGiver) {

    /** A professional of a care unit, without a name. */
    public static AccountableProfessional of(
            LocalDateTime authorTime, HsaId professional, HsaId careUnit, HsaId careGiver) {
        return new AccountableProfessional(
                authorTime,
                Optional.of(professional.value()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(careUnit.value()),
                Optional.of(careGiver.value()));
    }

    /** The same, with a name. */
    public AccountableProfessional withName(String fullName) {
        return new AccountableProfessional(
                authorTime, hsaId, Optional.of(fullName), role, orgUnit, careUnit, careGiver);
    }

    /** The same, with a position. */
    public AccountableProfessional withRole(CodedValue position) {
        return new AccountableProfessional(
                authorTime, hsaId, name, Optional.of(position), orgUnit, careUnit, careGiver);
    }

    /** The same, at a unit. */
    public AccountableProfessional at(OrgUnit unit) {
        return new AccountableProfessional(
                authorTime, hsaId, name, role, Optional.of(unit), careUnit, careGiver);
    }

    /** Time, unit and provider, never the name. */
    @Override
    public String toString() {
        return "AccountableProfessional["
                + authorTime
                + ", "
                + careUnit.orElse("-")
                + ", "
                + careGiver.orElse("-")
                + "]";
    }
}
