/**
 * The Admin API of the stand-in services: everything that the console does, over HTTP, and a Java client of it. Described in {@code
 * docs/openapi/national-services.yaml}.
 */
@NullMarked
package se.ehealthsdk.testkit.admin;

import org.jspecify.annotations.NullMarked;
