/**
 * The stand-ins of the block, consent and patient relation services: {@link
 * se.ehealthsdk.testkit.access.AccessControlStandIn}, reached as {@link
 * se.ehealthsdk.testkit.NationalServices#accessControl()}.
 */
@NullMarked
package se.ehealthsdk.testkit.access;

import org.jspecify.annotations.NullMarked;
