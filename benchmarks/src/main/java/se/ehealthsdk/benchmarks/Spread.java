package se.ehealthsdk.benchmarks;

import java.util.Arrays;

/**
 * A median between its quartiles: what is reported of a series, since a mean would follow the few rounds
 * that the machine disturbed.
 *
 * @param q1 a quarter lies below
 * @param median half lies below
 * @param q3 three quarters lie below
 */
record Spread(double q1, double median, double q3) {

    /** Of a series in any order, with linear interpolation between neighbours. */
    static Spread of(double... series) {
        if (series.length == 0) {
            throw new IllegalArgumentException("an empty series has no median");
        }
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /** Of the ratios of what stands at the same place in two series. */
    static Spread ofRatios(double[] numerators, double[] denominators) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException("the series differ in length");
        }
        double[] ratios = new double[numerators.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = numerators[i] / denominators[i];
        }
        return of(ratios);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
