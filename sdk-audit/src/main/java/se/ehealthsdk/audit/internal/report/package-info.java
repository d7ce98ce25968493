/** The messages of the report contracts, to and from XML. */
@NullMarked
package se.ehealthsdk.audit.internal.report;

import org.jspecify.annotations.NullMarked;
