/** Entries between the wire and the records. */
@NullMarked
package se.ehealthsdk.hsa.internal.directory;

import org.jspecify.annotations.NullMarked;
