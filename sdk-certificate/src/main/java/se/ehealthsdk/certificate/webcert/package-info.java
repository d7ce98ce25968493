/**
 * The way into Webcert from a care system (djupintegration): the form that opens a certificate for a user, the end of
 * the session that it began, and the errors that come back.
 *
 * <p>Everything about the patient stands in the body of a POST and nothing of it in an address, which browsers, proxies
 * and servers keep in their logs. Nothing here calls anyone: the form is posted by the user's browser.
 *
 * <p>Source: Webcert 7.7, as its integration answers; Inera's page on integration with Webcert.
 */
@NullMarked
package se.ehealthsdk.certificate.webcert;

import org.jspecify.annotations.NullMarked;
