/** The log of calls that changed something. */
@NullMarked
package se.ehealthsdk.testkit.internal.state;

import org.jspecify.annotations.NullMarked;
