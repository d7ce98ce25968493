/** The user's own copy of the official Schematron files, run by ph-schematron and Saxon, which are optional. */
@NullMarked
package se.ehealthsdk.certificate.internal.schematron;

import org.jspecify.annotations.NullMarked;
