/**
 * Scenarios: faults, data and time by a plan that can be run again, expectations of what the system under test does meanwhile, and a recorder of
 * sessions.
 */
@NullMarked
package se.ehealthsdk.testkit.scenario;

import org.jspecify.annotations.NullMarked;
