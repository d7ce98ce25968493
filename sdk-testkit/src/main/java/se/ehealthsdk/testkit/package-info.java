/**
 * Stand-ins for the national services, on localhost: start {@link
 * se.ehealthsdk.testkit.NationalServices}, and call them as one calls the real ones.
 */
@NullMarked
package se.ehealthsdk.testkit;

import org.jspecify.annotations.NullMarked;
