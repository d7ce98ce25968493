/**
 * The outbox of the access log against a JMS broker, the bare disk, and itself with a backlog.
 */
@NullMarked
package se.ehealthsdk.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
