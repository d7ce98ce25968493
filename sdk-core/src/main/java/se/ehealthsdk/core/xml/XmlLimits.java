package se.ehealthsdk.core.xml;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How large and how deep a message may be. A message over a limit is refused while it is read, so that
 * memory stays bounded whatever the other end sends. A DOCTYPE is always refused, and no external
 * entity is ever read.
 *
 * @param maxBytes bytes of a received message
 * @param maxDepth elements inside one another
 * @param maxAttributes attributes of one element
 * @param maxTextLength characters of one text or attribute value
 */
public record XmlLimits(long maxBytes, int maxDepth, int maxAttributes, int maxTextLength) {

    /**
     * 15 MiB, 100 levels, 100 attributes, 10 million characters in one text. 15 MiB is what the
     * platform passes by default; raise it where a platform is known to pass more. Contracts nest less
     * than 20 levels.
     */
    public static final XmlLimits DEFAULT = new XmlLimits(15L << 20, 100, 100, 10_000_000);

    /**
     * @throws InvalidInputException if a limit is not positive
     */
    public XmlLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxAttributes < 1 || maxTextLength < 1) {
            throw new InvalidInputException(
                    "XmlLimits", "a limit is zero or negative", "limits above zero");
        }
    }

    /** The same limits with another number of bytes. */
    public XmlLimits withMaxBytes(long bytes) {
        return new XmlLimits(bytes, maxDepth, maxAttributes, maxTextLength);
    }
}
