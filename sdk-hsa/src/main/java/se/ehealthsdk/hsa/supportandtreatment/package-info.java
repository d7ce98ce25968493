/**
 * What Stöd och behandling, the national platform for treatment programmes, needs of the directory: units, staff and
 * assignments, and what has to be known from elsewhere.
 *
 * <p>Source: the rules SOB-01 to SOB-14, drawn from Inera's page on Stöd och behandling as it stood in March 2019.
 */
@NullMarked
package se.ehealthsdk.hsa.supportandtreatment;

import org.jspecify.annotations.NullMarked;
