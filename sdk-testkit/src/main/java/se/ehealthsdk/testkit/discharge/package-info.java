/**
 * A region's system for discharge coordination on localhost: the other end of the exchange of messages, with units,
 * cases, acknowledgements, and what goes wrong.
 */
@NullMarked
package se.ehealthsdk.testkit.discharge;

import org.jspecify.annotations.NullMarked;
