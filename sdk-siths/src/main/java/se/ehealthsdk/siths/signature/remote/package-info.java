/**
 * Signatures by a remote signing service, as Inera's Underskriftstjänst: the user's browser carries a signed
 * request there and a signed response back, and in between the user signs with the SITHS eID app. {@link
 * se.ehealthsdk.siths.signature.remote.SigningService} makes the request and judges the response.
 *
 * <p>Source: Digital Signature Service Core 1.0 (OASIS), DSS Extension for Federated Central Signing
 * Services 1.4 and Implementation Profile for using OASIS DSS in Central Signing Services 1.5 (Swedish eID
 * Framework). Entity ids, addresses and certificates of real services are not known to this SDK: they are
 * configuration, and come with the agreement.
 */
@NullMarked
package se.ehealthsdk.siths.signature.remote;

import org.jspecify.annotations.NullMarked;
