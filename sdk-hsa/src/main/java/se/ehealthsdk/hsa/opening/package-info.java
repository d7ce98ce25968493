/** When something is open, opens and closes, holidays included. */
@NullMarked
package se.ehealthsdk.hsa.opening;

import org.jspecify.annotations.NullMarked;
