/**
 * Certificates (intyg) built, checked, written and read: this SDK beside classes generated from the official schemas
 * and compiled Schematron.
 */
@NullMarked
package se.ehealthsdk.benchmarks.certificate;

import org.jspecify.annotations.NullMarked;
