/**
 * The syntaxes of HSA's attribute values: time spans, addresses, coordinates, memberships and the others, each read
 * and written.
 *
 * <p>Source: HSA schema as told in its information specification and in the contracts' field tables; RFC 4517.
 */
@NullMarked
package se.ehealthsdk.hsa.syntax;

import org.jspecify.annotations.NullMarked;
