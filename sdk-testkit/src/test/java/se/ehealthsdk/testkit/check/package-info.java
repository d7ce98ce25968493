@NullMarked
package se.ehealthsdk.testkit.check;

import org.jspecify.annotations.NullMarked;
