/**
 * The document: an intyg with all that the contract can hold, read leniently, written byte for byte the same.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, core 3.3, types 3.2, extensions 3.2 to 3.4.
 */
@NullMarked
package se.ehealthsdk.certificate.document;

import org.jspecify.annotations.NullMarked;
