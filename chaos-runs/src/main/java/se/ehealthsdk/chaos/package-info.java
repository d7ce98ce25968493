/**
 * Kills, cuts and fills disks while records are appended and delivered, and counts them afterwards.
 *
 * <p>{@link se.ehealthsdk.chaos.Run} is the parent: it starts workers ({@link
 * se.ehealthsdk.chaos.AppendWorker}, {@link se.ehealthsdk.chaos.DeliverWorker}) and the receiver in
 * processes of their own, ends them with SIGKILL, and at last holds what was acknowledged against what the
 * receiver has and what the outbox has. {@link se.ehealthsdk.chaos.Reckoning} is that comparison.
 */
@NullMarked
package se.ehealthsdk.chaos;

import org.jspecify.annotations.NullMarked;
