package se.ehealthsdk.audit.access;

import java.util.List;
import se.ehealthsdk.core.identifier.PersonId;

/** Tells whether data are blocked. {@link Blocks} asks the national service; a region may have its own. */
@FunctionalInterface
public interface BlockCheck {

    /**
     * Checks some pieces of data in one go.
     *
     * @param actor who wants to see them
     * @param patient whose they are
     * @param information the pieces, one or more
     * @return a status for each, in the same order; never "not blocked" for what could not be checked
     * @throws RuntimeException if the check could not be made at all
     */
    BlockAnswer check(AccessingActor actor, PersonId patient, List<InformationEntity> information);
}
