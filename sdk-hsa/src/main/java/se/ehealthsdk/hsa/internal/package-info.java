/** What the codecs of the HSA domains have in common. */
@NullMarked
package se.ehealthsdk.hsa.internal;

import org.jspecify.annotations.NullMarked;
