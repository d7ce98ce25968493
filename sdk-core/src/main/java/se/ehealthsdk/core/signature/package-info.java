/**
 * Signatures on documents, as those who need them see them: who makes them is up to the application
 * ({@code sdk-siths} does).
 */
@NullMarked
package se.ehealthsdk.core.signature;

import org.jspecify.annotations.NullMarked;
