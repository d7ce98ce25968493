/**
 * A made-up country's directory in HSA's schema, as large as the real one or as small as a test needs, and a server that
 * serves it: {@link se.ehealthsdk.testkit.directory.country.Country}, {@link
 * se.ehealthsdk.testkit.directory.country.CountryServer}. For load and endurance tests.
 */
@NullMarked
package se.ehealthsdk.testkit.directory.country;

import org.jspecify.annotations.NullMarked;
