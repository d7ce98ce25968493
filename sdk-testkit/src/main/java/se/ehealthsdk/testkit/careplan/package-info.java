/**
 * Stand-ins of care plan producers, of the aggregating service before them, and of the engagement index that tells it
 * whom to ask. They read and write the contracts by their own hand.
 */
@NullMarked
package se.ehealthsdk.testkit.careplan;

import org.jspecify.annotations.NullMarked;
