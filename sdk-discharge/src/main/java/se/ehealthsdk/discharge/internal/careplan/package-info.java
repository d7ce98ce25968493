/** The messages of GetCarePlans 2.0, read and written. */
@NullMarked
package se.ehealthsdk.discharge.internal.careplan;

import org.jspecify.annotations.NullMarked;
