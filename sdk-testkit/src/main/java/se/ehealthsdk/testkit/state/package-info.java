/**
 * What keeps the memory of the stand-ins over restarts: a folder with a log of all calls that changed something, which are
 * done again at the next start.
 */
@NullMarked
package se.ehealthsdk.testkit.state;

import org.jspecify.annotations.NullMarked;
