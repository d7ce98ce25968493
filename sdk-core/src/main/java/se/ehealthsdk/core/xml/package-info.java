/**
 * Reading and writing the XML of a message, element by element, as a stream.
 *
 * <p>A {@link se.ehealthsdk.core.xml.MessageCodec} turns one message of a contract into a value and
 * back. It reads with an {@link se.ehealthsdk.core.xml.ElementReader}, which hides everything that is
 * not of the contract's own domain, and writes with an {@link se.ehealthsdk.core.xml.ElementWriter}.
 * Size, depth and the ban on DOCTYPE are enforced below both, by {@link
 * se.ehealthsdk.core.xml.XmlLimits}.
 */
@NullMarked
package se.ehealthsdk.core.xml;

import org.jspecify.annotations.NullMarked;
