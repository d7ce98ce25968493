/**
 * The directory as a tree of entries, whichever way it is read: units, people and commissions, where they stand,
 * and the questions that can be asked of them.
 *
 * <p>Source: HSA schema 5.x; RFC 4512 (entries), RFC 4514 (names).
 */
@NullMarked
package se.ehealthsdk.hsa.directory;

import org.jspecify.annotations.NullMarked;
