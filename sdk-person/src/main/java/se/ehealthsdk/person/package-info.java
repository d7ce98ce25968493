/**
 * Person data from the national person data service (Personuppgiftstjänsten, PU).
 *
 * <p>Source: service contract {@code strategicresourcemanagement:persons:person} 5.0.
 */
@NullMarked
package se.ehealthsdk.person;

import org.jspecify.annotations.NullMarked;
