/** How batches get to the receiver: pace, outcomes, doubt and its resolution. */
@NullMarked
package se.ehealthsdk.outbox.internal.delivery;

import org.jspecify.annotations.NullMarked;
