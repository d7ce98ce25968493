/** The contact card of a unit on 1177 (Hitta vård): what it shows, what it lacks, and when a change will be seen. */
@NullMarked
package se.ehealthsdk.hsa.contactcard;

import org.jspecify.annotations.NullMarked;
