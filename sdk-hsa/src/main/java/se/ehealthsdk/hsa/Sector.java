package se.ehealthsdk.hsa;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * A part of the organisation that an {@link AdminCommission} is about.
 *
 * <p>Source: authorizationmanagement 2.4.3, {@code SectorType}.
 *
 * @param unit the unit at its top
 * @param sectorFlag the contract's {@code sectorFlag}; false if the answer lacked it. The directory
 *     marks a sector that reaches down to the units below with {@code ;sub}
 * @param name the unit's name; empty if the answer lacked it
 * @param feigned whether the unit is made up, for tests
 */
public record Sector(HsaId unit, boolean sectorFlag, String name, boolean feigned) {}
