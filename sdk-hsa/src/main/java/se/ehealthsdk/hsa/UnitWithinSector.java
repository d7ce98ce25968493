package se.ehealthsdk.hsa;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * A unit within a sector: the part of an organisation that someone administers.
 *
 * <p>Source: {@code ListUnitsWithinSector} 1.0 of {@code infrastructure:directory:organization}.
 *
 * @param hsaId the unit's HSA-id
 * @param name the unit's name; empty text if the answer left it out
 * @param feigned whether the unit is fictitious, made for tests or education
 */
public record UnitWithinSector(HsaId hsaId, String name, boolean feigned) {}
