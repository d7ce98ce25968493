/** The outbox in a database: tables, dialects, group commit, encryption. */
@NullMarked
package se.ehealthsdk.outbox.internal.store;

import org.jspecify.annotations.NullMarked;
