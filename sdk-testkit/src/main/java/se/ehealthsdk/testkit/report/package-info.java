/** Reports of runs, for people and for CI. */
@NullMarked
package se.ehealthsdk.testkit.report;

import org.jspecify.annotations.NullMarked;
