/**
 * The nightly file of all units in HSA (HSA-filtjänst, {@code hsaunits}): fetched, and read as a stream.
 *
 * <p>Source: HSA-filtjänst, {@code FileGetHsaUnitsResponse} of {@code urn:riv:hsa:HsaWsResponder:3}; its schema is not published.
 */
@NullMarked
package se.ehealthsdk.hsa.unitfile;

import org.jspecify.annotations.NullMarked;
