/**
 * What Inera's certificate service Webcert makes of the answers of HSA: which role a person gets, whether person,
 * unit and care provider are ready for it, and what its support wants to know when they are not.
 *
 * <p>Webcert reads HSA itself and takes nothing from the calling system's word, so that what is missing there must be
 * mended there. Nothing here is sent to Webcert.
 *
 * <p>Source: Webcert 7.7 as it behaves, and Inera's page on getting started with Webcert. HSA's contracts as in {@link
 * se.ehealthsdk.hsa}.
 */
@NullMarked
package se.ehealthsdk.hsa.webcert;

import org.jspecify.annotations.NullMarked;
