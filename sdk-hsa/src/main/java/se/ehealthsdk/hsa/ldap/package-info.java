/**
 * HSA, or a region's own directory, over LDAP: {@link se.ehealthsdk.hsa.ldap.LdapConnection} reaches the servers,
 * {@link se.ehealthsdk.hsa.ldap.HsaDirectory} asks them.
 *
 * <p>Needs the library UnboundID LDAP SDK ({@code com.unboundid:unboundid-ldapsdk}), which the application adds
 * itself.
 *
 * <p>Source: RFC 4511 (LDAP), RFC 2696 (paged results), RFC 4513 (StartTLS, authentication), HSA schema.
 */
@NullMarked
package se.ehealthsdk.hsa.ldap;

import org.jspecify.annotations.NullMarked;
