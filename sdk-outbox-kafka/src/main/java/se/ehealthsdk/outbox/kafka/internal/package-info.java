/** The topic: what it must be like, how items are written to it, and how they get from it to a receiver. */
@NullMarked
package se.ehealthsdk.outbox.kafka.internal;

import org.jspecify.annotations.NullMarked;
