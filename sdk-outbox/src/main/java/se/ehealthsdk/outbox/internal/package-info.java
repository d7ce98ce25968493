/** What delivery asks of a store. */
@NullMarked
package se.ehealthsdk.outbox.internal;

import org.jspecify.annotations.NullMarked;
