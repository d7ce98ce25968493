/** Exchanges told in few words, with nothing of what they carried. */
@NullMarked
package se.ehealthsdk.testkit.internal.summary;

import org.jspecify.annotations.NullMarked;
