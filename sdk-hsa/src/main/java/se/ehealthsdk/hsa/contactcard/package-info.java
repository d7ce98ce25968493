/**
 * The contact card of a unit on 1177 (Hitta vård): what it shows, what it lacks, and when a change will be seen.
 *
 * <p>Source: Inera, manual of Hitta vård; the vaccination guide of Region Stockholm, June 2021, for lengths and names of clinics.
 */
@NullMarked
package se.ehealthsdk.hsa.contactcard;

import org.jspecify.annotations.NullMarked;
