package se.ehealthsdk.hsa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Whether a person has a commission for a purpose at a unit at a time: yes with the commissions, or no
 * with the reason.
 *
 * <p>It says nothing about blocks, consent or the patient, nor what the commission's rights allow: see
 * {@link Commission#rights()}.
 */
public sealed interface Authorisation {

    /** Whether the answer is yes. */
    default boolean isGranted() {
        return this instanceof Granted;
    }

    /**
     * The answer that follows from what HSA has told already, by the rules of {@link HsaClient#authorisedFor}.
     *
     * @param person one for each post of the person; none when HSA tells of nobody
     * @param unit a care unit, a unit that belongs to one, or a care provider
     * @param careUnit which care unit the unit belongs to; empty when HSA tells of none
     * @param purpose for example {@link CommissionPurpose#CARE_AND_TREATMENT}
     * @param at when
     */
    static Authorisation of(
            List<Credentials> person,
            HsaId unit,
            Optional<HealthCareUnit> careUnit,
            CommissionPurpose purpose,
            Instant at) {
        return new AuthorisationQuestion(unit, purpose, at).answer(person, asked -> careUnit);
    }

    /**
     * Yes.
     *
     * @param commissions the commissions that give it, at least one
     */
    record Granted(List<Commission> commissions) implements Authorisation {

        /**
         * @throws InvalidInputException if there is no commission
         */
        public Granted {
            commissions = List.copyOf(commissions);
            if (commissions.isEmpty()) {
                throw new InvalidInputException("commissions", "are none", "at least one");
            }
        }
    }

    /**
     * No.
     *
     * @param reason why
     */
    record Denied(Reason reason) implements Authorisation {}

    /**
     * Why not. More reasons than the constants may come.
     *
     * @param code a word for programs
     * @param explanation a sentence for people
     */
    record Reason(String code, String explanation) {

        /** HSA tells of nobody with this HSA-id. */
        public static final Reason PERSON_NOT_FOUND =
                new Reason(
                        "PERSON_NOT_FOUND",
                        "HSA tells of nobody with this HSA-id: unknown, protected, not visible to this"
                                + " system, or not complete in HSA.");

        /** The person has no commission at all. */
        public static final Reason NO_COMMISSION =
                new Reason("NO_COMMISSION", "The person has no commission.");

        /** The person's commissions are for other purposes. */
        public static final Reason OTHER_PURPOSE =
                new Reason("OTHER_PURPOSE", "The person has no commission for this purpose.");

        /** HSA tells of no care unit that the unit belongs to. */
        public static final Reason UNIT_WITHOUT_CARE_UNIT =
                new Reason(
                        "UNIT_WITHOUT_CARE_UNIT",
                        "HSA tells of no care unit (vårdenhet) that the unit is or belongs to.");

        /** The unit, its care unit or its care provider is not in use at this time. */
        public static final Reason UNIT_NOT_IN_USE =
                new Reason(
                        "UNIT_NOT_IN_USE",
                        "The unit, its care unit or its care provider is not in use at this time.");

        /** The person's commissions for this purpose are at other care units. */
        public static final Reason OTHER_UNIT =
                new Reason(
                        "OTHER_UNIT",
                        "The person's commissions for this purpose are at other care units.");

        /** The commission's care unit or care provider has not started. */
        public static final Reason NOT_YET_VALID =
                new Reason(
                        "NOT_YET_VALID",
                        "The commission's care unit or care provider has not started at this time.");

        /** The commission's care unit or care provider has ended. */
        public static final Reason EXPIRED =
                new Reason(
                        "EXPIRED",
                        "The commission's care unit or care provider has ended at this time, is archived,"
                                + " or has a date that cannot be read.");

        /** The code. */
        @Override
        public String toString() {
            return code;
        }
    }
}
