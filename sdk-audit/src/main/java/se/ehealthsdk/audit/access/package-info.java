/** May this user see this patient's data: blocks, consent, patient relation, emergency. */
@NullMarked
package se.ehealthsdk.audit.access;

import org.jspecify.annotations.NullMarked;
