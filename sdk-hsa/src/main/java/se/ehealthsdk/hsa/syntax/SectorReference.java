package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * A part of the organisation that an administrative commission is about.
 *
 * <p>Source: HSA schema, {@code hsaAdminCommissionSector}.
 *
 * @param unit the unit at its top
 * @param unitsBelow whether it reaches to all units below too, written {@code ;sub}
 */
public record SectorReference(HsaId unit, boolean unitsBelow) {}
