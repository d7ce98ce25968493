/** Contract tests that vendors run against producers of their own, and get a report of. */
@NullMarked
package se.ehealthsdk.testkit.producer;

import org.jspecify.annotations.NullMarked;
