/**
 * Calling what is not a service contract: plain HTTP over TLS, for small documents and large files.
 *
 * <p>{@link se.ehealthsdk.core.http.HttpsClient} sends an {@link se.ehealthsdk.core.http.HttpsRequest} and gives an
 * {@link se.ehealthsdk.core.http.HttpsAnswer}. It is what this SDK itself uses for revocation lists, the IdP, HSA's
 * unit file and the exchange of discharge messages. Service contracts are called with {@link
 * se.ehealthsdk.core.rivta.RivtaClient}.
 *
 * <p>Source: HTTP, RFC 9110 and RFC 9112; host names in certificates, RFC 2818.
 */
@NullMarked
package se.ehealthsdk.core.http;

import org.jspecify.annotations.NullMarked;
