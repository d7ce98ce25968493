/**
 * HSA as a directory: {@link se.ehealthsdk.testkit.directory.DirectoryStandIn} over LDAP, and the unit file that is
 * fetched every night, {@link se.ehealthsdk.testkit.directory.UnitFileStandIn}. Both tell of the same people and units
 * as the contracts do.
 *
 * <p>The entries are written here from what is known of HSA's schema, and by nothing of {@code sdk-hsa}'s own
 * reading and writing: a client and a stand-in by the same hand would agree on the same mistake.
 */
@NullMarked
package se.ehealthsdk.testkit.directory;

import org.jspecify.annotations.NullMarked;
