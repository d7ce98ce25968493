/**
 * The stand-in of the identity provider (IdP): OpenID Connect with a page where the tester picks who logs
 * in, among the people of the stand-in of HSA. Begin with {@link
 * se.ehealthsdk.testkit.idp.IdentityProvider}.
 *
 * <p>What is publicly known of Inera's IdP is kept: which claims there are, how they are asked for and
 * delivered, that an essential claim which cannot be delivered ends in an error page. What is not known is
 * a choice that a test makes. Personal identities, secrets and tokens are in no {@code toString}.
 */
@NullMarked
package se.ehealthsdk.testkit.idp;

import org.jspecify.annotations.NullMarked;
