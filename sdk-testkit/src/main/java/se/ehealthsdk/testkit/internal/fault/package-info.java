/** Counts and draws by which faults are met. */
@NullMarked
package se.ehealthsdk.testkit.internal.fault;

import org.jspecify.annotations.NullMarked;
