/** SOAP 1.1 envelopes and faults. Not part of the API. */
@NullMarked
package se.ehealthsdk.core.internal.soap;

import org.jspecify.annotations.NullMarked;
