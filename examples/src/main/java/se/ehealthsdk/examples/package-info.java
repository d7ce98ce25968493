/** Runnable journeys through the SDK, each with a {@code main}. */
@NullMarked
package se.ehealthsdk.examples;

import org.jspecify.annotations.NullMarked;
