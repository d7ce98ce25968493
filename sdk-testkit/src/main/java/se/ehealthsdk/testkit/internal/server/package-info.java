/**
 * The servers of the stand-ins, for what stands behind the platform and for what browsers visit: one small HTTP/1.1 server on
 * sockets, since one for tests has to break connections, show wrong certificates and stay up under abuse.
 */
@NullMarked
package se.ehealthsdk.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
