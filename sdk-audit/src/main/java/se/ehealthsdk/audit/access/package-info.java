/**
 * May this user see this patient's data: blocks, consents, patient relations, and the decision that
 * combines them.
 *
 * <p>{@link se.ehealthsdk.audit.access.AccessControl#mayAccess} asks what has to be asked and decides, with
 * reasons. {@link se.ehealthsdk.audit.access.Blocks}, {@link se.ehealthsdk.audit.access.Consents} and {@link
 * se.ehealthsdk.audit.access.PatientRelations} call the services one by one.
 */
@NullMarked
package se.ehealthsdk.audit.access;

import org.jspecify.annotations.NullMarked;
