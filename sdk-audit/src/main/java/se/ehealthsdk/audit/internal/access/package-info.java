/** The messages of the contracts for blocks, consents and patient relations, to and from XML. */
@NullMarked
package se.ehealthsdk.audit.internal.access;

import org.jspecify.annotations.NullMarked;
