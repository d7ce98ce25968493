/**
 * A stand-in for a remote signing service, as Inera's Underskriftstjänst: browsers post requests to it, a
 * tester approves as a persona, and a signed response goes back. It shares no code with {@code sdk-siths}, so
 * that a mistake on one side is not made good by the other.
 *
 * <p>Source: DSS Extension for Federated Central Signing Services 1.4 and Implementation Profile for using
 * OASIS DSS in Central Signing Services 1.5 (Swedish eID Framework).
 */
@NullMarked
package se.ehealthsdk.testkit.signing;

import org.jspecify.annotations.NullMarked;
