/**
 * HSA as a stand-in: a {@link se.ehealthsdk.testkit.hsa.HsaStandIn} with invented people, units and care
 * providers, which tests change as they please.
 *
 * <p>Source of the behaviour: infrastructure:directory:employee 4.0, authorizationmanagement 2.4.5 and
 * organization 5.0.
 */
@NullMarked
package se.ehealthsdk.testkit.hsa;

import org.jspecify.annotations.NullMarked;
