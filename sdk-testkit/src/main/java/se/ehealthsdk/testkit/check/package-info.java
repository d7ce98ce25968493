/** What is wrong with an exchange, and why: rules with their sources, and findings with their places. */
@NullMarked
package se.ehealthsdk.testkit.check;

import org.jspecify.annotations.NullMarked;
