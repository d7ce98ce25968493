/** Reads the files that stand-ins are filled from. */
@NullMarked
package se.ehealthsdk.testkit.internal.yaml;

import org.jspecify.annotations.NullMarked;
