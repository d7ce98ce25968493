/** The one place where XML parsers are made. Not part of the API. */
@NullMarked
package se.ehealthsdk.core.internal.xml;

import org.jspecify.annotations.NullMarked;
