/** The stand-ins as an extension of JUnit Jupiter (5 and 6). */
@NullMarked
package se.ehealthsdk.testkit.junit;

import org.jspecify.annotations.NullMarked;
