/**
 * Calling RIV-TA services, and answering them.
 *
 * <p>{@link se.ehealthsdk.core.rivta.RivtaClient} calls any {@link
 * se.ehealthsdk.core.rivta.RivtaContract} in an {@link se.ehealthsdk.core.rivta.Environment}; {@link
 * se.ehealthsdk.core.rivta.RivtaEndpoint} answers one, inside whatever server the application has.
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (ARK_0002), the service platform (ARK_0034) as it has been
 * observed to answer.
 */
@NullMarked
package se.ehealthsdk.core.rivta;

import org.jspecify.annotations.NullMarked;
