package se.ehealthsdk.audit.followup;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Finds the names that log records leave out, in HSA as a rule. Called once for each HSA-id of an extract.
 *
 * <pre>{@code
 * NameLookup names = id -> hsa.unit(id).map(Unit::name);
 * }</pre>
 */
@FunctionalInterface
public interface NameLookup {

    /** Knows no names: HSA-ids are shown instead. */
    NameLookup NONE = id -> Optional.empty();

    /**
     * The name of a care provider, care unit or employee; empty if there is none. What it throws ends the
     * extract: a name that could not be looked up is not a name that does not exist.
     */
    Optional<String> name(HsaId id);
}
