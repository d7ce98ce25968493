/**
 * The HSA service contracts themselves, with their requests as records: for those who answer these
 * calls, stand in for HSA in a test, or call with their own client. The answers are the records of
 * {@link se.ehealthsdk.hsa}.
 *
 * <p>A request that exists is one that the contract allows: it is checked when it is made.
 */
@NullMarked
package se.ehealthsdk.hsa.contract;

import org.jspecify.annotations.NullMarked;
