/**
 * The language that the rules are written in, and what judges a certificate by them.
 *
 * <p>{@link se.ehealthsdk.certificate.internal.check.Ask} holds what can be asked of a question or a part question,
 * {@link se.ehealthsdk.certificate.internal.check.CrossRule} what is asked of several, and {@link
 * se.ehealthsdk.certificate.internal.check.Subject} the words for it.
 */
@NullMarked
package se.ehealthsdk.certificate.internal.check;

import org.jspecify.annotations.NullMarked;
