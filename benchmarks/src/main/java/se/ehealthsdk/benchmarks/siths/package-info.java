/**
 * {@code sdk-siths} against the Java runtime's own classes for the same work, with JMH.
 */
@NullMarked
package se.ehealthsdk.benchmarks.siths;

import org.jspecify.annotations.NullMarked;
