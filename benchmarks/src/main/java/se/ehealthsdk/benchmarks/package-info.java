/**
 * This SDK, Apache CXF and the bare HTTP floor side by side, over mutual TLS, each in its own JVM. Not
 * published.
 *
 * <p>{@link se.ehealthsdk.benchmarks.Bench} is the main program. Machines drift, so contenders are never
 * measured one after the other: they take turns in short blocks, in shuffled order, and are compared
 * round by round ({@link se.ehealthsdk.benchmarks.TakingTurns}).
 */
@NullMarked
package se.ehealthsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
