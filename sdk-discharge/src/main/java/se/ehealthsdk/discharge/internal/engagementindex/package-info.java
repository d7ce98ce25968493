/** The messages of the engagement index, read and written. */
@NullMarked
package se.ehealthsdk.discharge.internal.engagementindex;

import org.jspecify.annotations.NullMarked;
