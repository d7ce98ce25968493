/**
 * The identifiers that every national service speaks of: who, which organisation, where to.
 *
 * <table>
 * <caption>Identifiers</caption>
 * <tr><th>Type</th><th>What it identifies</th><th>How strict</th></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.HsaId}</td>
 *     <td>a unit, person, assignment or system in HSA</td><td>opaque; test ids deviate</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.OrganisationNumber}</td>
 *     <td>a legal entity</td><td>ten digits; the check digit is a question</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.LogicalAddress}</td>
 *     <td>where the service platform sends a call</td><td>opaque; no white space at all</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.Personnummer}</td>
 *     <td>a person in the population register</td><td>date and check digit must be right</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.Samordningsnummer}</td>
 *     <td>a person who is not registered as resident</td>
 *     <td>check digit must be right; the date may be incomplete</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.identifier.Reservnummer}</td>
 *     <td>a patient whose identity is not known yet</td>
 *     <td>any text; form and check digit are questions</td></tr>
 * </table>
 *
 * <p>All are immutable, normalised when made, comparable, and equal when they identify the same
 * thing. {@code of} throws {@link se.ehealthsdk.core.error.InvalidInputException}, which never
 * holds the value; {@code tryParse} gives empty instead. The {@code toString} of a person's
 * identifier shows the year of birth at most; {@code value()} gives it all, and is not for logs.
 *
 * <p>Sources: each type's own page. The object identifiers (OIDs) are those of the RIV-TA service
 * contracts.
 */
@NullMarked
package se.ehealthsdk.core.identifier;

import org.jspecify.annotations.NullMarked;
