/** An HTTP call and what is sent back, free of any server's types. */
@NullMarked
package se.ehealthsdk.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
