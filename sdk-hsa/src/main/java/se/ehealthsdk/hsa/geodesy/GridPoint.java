package se.ehealthsdk.hsa.geodesy;

/**
 * A point in a national grid, whichever {@link SwedishGrid} it is.
 *
 * @param north metres north; called X in RT 90, N in SWEREF 99 TM
 * @param east metres east; called Y in RT 90, E in SWEREF 99 TM
 */
public record GridPoint(double north, double east) {}
