/** What payment liability and statistics read out of a case. */
@NullMarked
package se.ehealthsdk.discharge.internal.payment;

import org.jspecify.annotations.NullMarked;
