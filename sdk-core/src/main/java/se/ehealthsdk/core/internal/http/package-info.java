/** HTTP over mutual TLS, on Apache HttpClient. Not part of the API. */
@NullMarked
package se.ehealthsdk.core.internal.http;

import org.jspecify.annotations.NullMarked;
