package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * Where a unit lies, in the systems that the directory has it in. The texts are as the directory has
 * them.
 *
 * @param rt90 in the old national grid
 * @param sweref99Grid in the national grid; a field of the contract that is not in use
 * @param latitude latitude north in SWEREF 99, which agrees with WGS 84 within a metre
 * @param longitude longitude east in SWEREF 99
 */
public record Coordinates(
        Optional<Rt90> rt90,
        Optional<Sweref99Grid> sweref99Grid,
        Optional<String> latitude,
        Optional<String> longitude) {

    /** Nothing known. */
    public static final Coordinates NONE =
            new Coordinates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A point in RT 90.
     *
     * @param x metres north: in this grid x points north
     * @param y metres east
     */
    public record Rt90(String x, String y) {}

    /**
     * A point in SWEREF 99.
     *
     * @param north metres north
     * @param east metres east
     */
    public record Sweref99Grid(String north, String east) {}
}
