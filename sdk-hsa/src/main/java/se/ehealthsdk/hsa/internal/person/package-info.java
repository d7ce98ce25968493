/** The messages about people, of the domains employee and authorizationmanagement, to and from XML. */
@NullMarked
package se.ehealthsdk.hsa.internal.person;

import org.jspecify.annotations.NullMarked;
