/** A million discharge cases, made up and assessed. */
@NullMarked
package se.ehealthsdk.benchmarks.discharge;

import org.jspecify.annotations.NullMarked;
