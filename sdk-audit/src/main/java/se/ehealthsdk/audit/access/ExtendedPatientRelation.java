package se.ehealthsdk.audit.access;

import java.util.Optional;

/**
 * A patient relation with its history.
 *
 * <p>Source: {@code ExtendedPatientRelationType} of ehr:patientrelationship 1.0.
 *
 * @param relation the relation
 * @param registered who registered it
 * @param cancelled who cancelled it (återkallade): it was right, and holds no longer
 * @param deleted who deleted it (makulerade): it had been registered by mistake
 */
public record ExtendedPatientRelation(
        PatientRelation relation,
        Action registered,
        Optional<Action> cancelled,
        Optional<Action> deleted) {}
