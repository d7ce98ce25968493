package se.ehealthsdk.hsa.directory;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A value of one attribute that could not be read. It cost that value and nothing else of the entry. The
 * value itself is not here: it may be about a person.
 *
 * @param entry the HSA-id of the entry; empty if it has none
 * @param attribute the attribute as the directory names it, for example {@code surgeryHours}
 * @param problem what is wrong, for example {@code "is not a time span"}
 * @param expected what would be right, for example {@code "1-5#08:00#17:00"}
 */
public record AttributeProblem(
        Optional<HsaId> entry, String attribute, String problem, String expected) {}
