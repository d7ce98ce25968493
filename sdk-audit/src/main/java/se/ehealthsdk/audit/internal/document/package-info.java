/** Documents that are handed out: CSV and PDF. */
@NullMarked
package se.ehealthsdk.audit.internal.document;

import org.jspecify.annotations.NullMarked;
