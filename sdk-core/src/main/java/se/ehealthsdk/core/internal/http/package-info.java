/** HTTP over TLS, on Apache HttpClient, of which nothing is known elsewhere. Not part of the API. */
@NullMarked
package se.ehealthsdk.core.internal.http;

import org.jspecify.annotations.NullMarked;
