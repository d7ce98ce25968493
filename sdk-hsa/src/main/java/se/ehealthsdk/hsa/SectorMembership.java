package se.ehealthsdk.hsa;

/**
 * Whether a unit lies within a sector.
 *
 * <p>Source: {@code IsUnitWithinSector} 1.0 of {@code infrastructure:directory:organization}.
 *
 * @param withinSector whether it does; false also for a unit that HSA does not know
 * @param feignedUnit whether the unit is fictitious, made for tests or education
 */
public record SectorMembership(boolean withinSector, boolean feignedUnit) {}
