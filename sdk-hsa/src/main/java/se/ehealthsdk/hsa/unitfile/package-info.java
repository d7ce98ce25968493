/** The nightly file of all units in HSA (HSA-filtjänst, {@code hsaunits}): fetched, and read as a stream. */
@NullMarked
package se.ehealthsdk.hsa.unitfile;

import org.jspecify.annotations.NullMarked;
