/**
 * A whole directory of units in memory, the difference between two of them, and a copy that is kept fresh.
 *
 * <p>Source: the file and directory it is filled from; how the service platform climbs the tree, as its own code does.
 */
@NullMarked
package se.ehealthsdk.hsa.index;

import org.jspecify.annotations.NullMarked;
