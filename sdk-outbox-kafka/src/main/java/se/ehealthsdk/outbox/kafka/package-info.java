/** The outbox on Apache Kafka. */
@NullMarked
package se.ehealthsdk.outbox.kafka;

import org.jspecify.annotations.NullMarked;
