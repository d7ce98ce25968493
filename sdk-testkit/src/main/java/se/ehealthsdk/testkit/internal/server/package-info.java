/**
 * The HTTPS servers of the stand-ins: WireMock, and nothing but it knows of WireMock, before the services
 * behind the platform; the JDK's own for what browsers visit.
 */
@NullMarked
package se.ehealthsdk.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
