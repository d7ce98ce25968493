/** The processes behind {@code ./bench testkit}: the stand-in services, and those who call them. */
@NullMarked
package se.ehealthsdk.benchmarks.testkit;

import org.jspecify.annotations.NullMarked;
