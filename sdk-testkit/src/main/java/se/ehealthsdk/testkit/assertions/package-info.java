/** What tests expect of the stand-in services, in the words of the field. */
@NullMarked
package se.ehealthsdk.testkit.assertions;

import org.jspecify.annotations.NullMarked;
