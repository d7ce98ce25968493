/**
 * A log service that knows the contract and nothing of this SDK, and answers as badly as the platform and
 * the network can.
 */
@NullMarked
package se.ehealthsdk.chaos.receiver;

import org.jspecify.annotations.NullMarked;
