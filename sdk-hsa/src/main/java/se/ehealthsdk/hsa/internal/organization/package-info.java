/** The messages of {@code infrastructure:directory:organization}, to and from XML. */
@NullMarked
package se.ehealthsdk.hsa.internal.organization;

import org.jspecify.annotations.NullMarked;
