package se.ehealthsdk.testkit.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ehealthsdk.audit.access.InformationEntity;
import se.ehealthsdk.audit.access.InformationType;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A block (spärr) in the stand-in's register.
 *
 * <pre>{@code
 * services.accessControl().add(Block.outer(patient, careProvider).except(InformationType.ALERT));
 * services.accessControl().add(Block.inner(patient, careProvider, careUnit).during(start, end));
 * }</pre>
 *
 * @param id its identity
 * @param patient whose data
 * @param inner whether it is an inner block, against other units of the care provider; otherwise it is an
 *     outer one, against other care providers
 * @param careProvider the care provider that holds the data
 * @param careUnit the unit that holds them; empty for all units
 * @param start the start of the time that the data are about; empty for no start
 * @param end the end of that time; empty for no end
 * @param excluded the kinds of data that it leaves open
 */
public record Block(
        String id,
        PersonId patient,
        boolean inner,
        HsaId careProvider,
        Optional<HsaId> careUnit,
        Optional<Instant> start,
        Optional<Instant> end,
        Set<InformationType> excluded) {

    public Block {
        excluded = Set.copyOf(excluded);
    }

    /** Closes all that a care provider has to all other care providers. */
    public static Block outer(PersonId patient, HsaId careProvider) {
        return of(patient, false, careProvider, Optional.empty());
    }

    /** Closes all that a unit has to the other units of its care provider. */
    public static Block inner(PersonId patient, HsaId careProvider, HsaId careUnit) {
        return of(patient, true, careProvider, Optional.of(careUnit));
    }

    private static Block of(
            PersonId patient, boolean inner, HsaId careProvider, Optional<HsaId> careUnit) {
        return new Block(
                UUID.randomUUID().toString(),
                patient,
                inner,
                careProvider,
                careUnit,
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** The same under another id than one at random, so that two runs have the same. */
    public Block identifiedBy(String other) {
        return new Block(other, patient, inner, careProvider, careUnit, start, end, excluded);
    }

    /** The same, closing only what one unit has. */
    public Block ofUnit(HsaId unit) {
        return new Block(id, patient, inner, careProvider, Optional.of(unit), start, end, excluded);
    }

    /** The same, closing only data about a time. */
    public Block during(Instant from, Instant until) {
        return new Block(
                id,
                patient,
                inner,
                careProvider,
                careUnit,
                Optional.of(from),
                Optional.of(until),
                excluded);
    }

    /** The same, leaving some kinds of data open. */
    public Block except(InformationType... types) {
        return new Block(id, patient, inner, careProvider, careUnit, start, end, Set.of(types));
    }

    /** Whether it is about these data: whose, from where, from when and of what kind. */
    boolean covers(InformationEntity data) {
        boolean excepted = data.type().filter(excluded::contains).isPresent();
        boolean elsewhere =
                !careProvider.equals(data.careProvider())
                        || careUnit.filter(unit -> !unit.equals(data.careUnit())).isPresent();
        // a block that overlaps the data's time in part closes all of them
        boolean atAnotherTime =
                start.filter(from -> data.end().isBefore(from)).isPresent()
                        || end.filter(until -> data.start().isAfter(until)).isPresent();
        return !excepted && !elsewhere && !atAnotherTime;
    }
}
