package se.ehealthsdk.core.user;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;

/**
 * A user who acts: who it is, in which commission (medarbetaruppdrag), at which care unit, for which care
 * provider. A log-in makes one when the user has chosen a commission, and so does an answer from HSA.
 * Immutable.
 *
 * <p>Care unit and care provider are those that are responsible under the Patient Data Act
 * (patientdatalagen 2008:355, chapter 4): what may be read and what is logged follows from them.
 *
 * @param employee the user's HSA-id
 * @param name the user's full name; empty when it is not known or left out on purpose
 * @param title the user's title or profession in clear text, for example {@code Läkare}
 * @param commission the commission in use; empty for a user who acts without one
 * @param careUnit the care unit (vårdenhet); empty for a commission directly under its care provider
 * @param careProvider the care provider (vårdgivare)
 */
public record ActingUser(
        HsaId employee,
        Optional<String> name,
        Optional<String> title,
        Optional<Commission> commission,
        Optional<CareUnit> careUnit,
        CareProvider careProvider) {

    /**
     * The commission in which a user acts.
     *
     * @param hsaId its HSA-id
     * @param name its name
     * @param purpose what it is for, as in HSA, for example {@code Vård och behandling}
     */
    public record Commission(HsaId hsaId, Optional<String> name, String purpose) {}

    /**
     * A care unit.
     *
     * @param hsaId its HSA-id
     * @param name its name
     */
    public record CareUnit(HsaId hsaId, Optional<String> name) {}

    /**
     * A care provider.
     *
     * @param hsaId its HSA-id
     * @param name its name
     * @param organisationNumber its organisation number
     */
    public record CareProvider(
            HsaId hsaId, Optional<String> name, Optional<OrganisationNumber> organisationNumber) {}

    /** The HSA-ids and the purpose; never the name. */
    @Override
    public String toString() {
        return "ActingUser[%s, commission=%s, careUnit=%s, careProvider=%s]"
                .formatted(
                        employee,
                        commission.map(each -> each.hsaId() + " " + each.purpose()).orElse("-"),
                        careUnit.map(unit -> unit.hsaId().value()).orElse("-"),
                        careProvider.hsaId());
    }
}
