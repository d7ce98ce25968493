/** The HTTPS server of the stand-ins: WireMock, and nothing but it knows of WireMock. */
@NullMarked
package se.ehealthsdk.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
