/**
 * The contract of the person data service as records, for those who answer it: on {@link
 * se.ehealthsdk.core.rivta.RivtaEndpoint}, or in tests.
 */
@NullMarked
package se.ehealthsdk.person.contract;

import org.jspecify.annotations.NullMarked;
