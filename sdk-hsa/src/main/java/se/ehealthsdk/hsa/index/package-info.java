/** A whole directory of units in memory, the difference between two of them, and a copy that is kept fresh. */
@NullMarked
package se.ehealthsdk.hsa.index;

import org.jspecify.annotations.NullMarked;
