/** The rules behind {@link se.ehealthsdk.discharge.obligation.Obligations}, a method each. */
@NullMarked
package se.ehealthsdk.discharge.internal.obligation;

import org.jspecify.annotations.NullMarked;
