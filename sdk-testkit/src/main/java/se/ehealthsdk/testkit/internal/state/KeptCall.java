package se.ehealthsdk.testkit.internal.state;

import java.time.Instant;
import java.util.List;
import se.ehealthsdk.testkit.internal.http.HttpCall;

/**
 * A call in the log.
 *
 * @param number from 1, without gaps
 * @param at by the clock beneath the services' own
 * @param seed of the ids made in it
 * @param service whose it is
 * @param results of the calls to others that it led to
 */
record KeptCall(
        long number, Instant at, long seed, String service, HttpCall call, List<String> results) {}
