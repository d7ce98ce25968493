package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.access.ExtendedPatientRelation;
import se.ehealthsdk.audit.access.PatientRelation;
import se.ehealthsdk.audit.access.PatientRelationRegistration;
import se.ehealthsdk.audit.access.UntypedPersonId;
import se.ehealthsdk.audit.internal.access.PatientRelationCodecs;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The interactions of {@code ehr:patientrelationship} 1.0. Each lies in one of three domains below it;
 * their types lie in the domain itself, and the requests are named {@code ...Request}.
 */
public final class PatientRelationContracts {

    /** {@code ehr:patientrelationship}. */
    public static final String DOMAIN = "ehr:patientrelationship";

    private static final String CONTROL = DOMAIN + ":accesscontrol";
    private static final String ADMINISTRATION = DOMAIN + ":administration";
    private static final String QUERYING = DOMAIN + ":querying";

    /** CheckPatientRelation 1.0. */
    public static final RivtaContract<CheckPatientRelation, CheckPatientRelationAnswer>
            CHECK_PATIENT_RELATION_1 =
                    query(
                            CONTROL,
                            "CheckPatientRelation",
                            PatientRelationCodecs.CHECK,
                            PatientRelationCodecs.CHECK_ANSWER);

    /** RegisterExtendedPatientRelation 1.0. */
    public static final RivtaContract<PatientRelationRegistration, AccessControlResult>
            REGISTER_EXTENDED_PATIENT_RELATION_1 =
                    update("RegisterExtendedPatientRelation", PatientRelationCodecs.REGISTER);

    /** CancelExtendedPatientRelation 1.0. */
    public static final RivtaContract<EndRegistration, AccessControlResult>
            CANCEL_EXTENDED_PATIENT_RELATION_1 =
                    update("CancelExtendedPatientRelation", PatientRelationCodecs.CANCEL);

    /** DeleteExtendedPatientRelation 1.0. */
    public static final RivtaContract<EndRegistration, AccessControlResult>
            DELETE_EXTENDED_PATIENT_RELATION_1 =
                    update("DeleteExtendedPatientRelation", PatientRelationCodecs.DELETE);

    /** GetExtendedPatientRelationsForPatient 1.0. */
    public static final RivtaContract<
                    ExtendedPatientQuery<UntypedPersonId>, ListAnswer<ExtendedPatientRelation>>
            GET_EXTENDED_PATIENT_RELATIONS_FOR_PATIENT_1 =
                    query(
                            ADMINISTRATION,
                            "GetExtendedPatientRelationsForPatient",
                            PatientRelationCodecs.EXTENDED_FOR_PATIENT,
                            PatientRelationCodecs.EXTENDED_FOR_PATIENT_ANSWER);

    /** GetPatientRelationsForPatient 1.0. */
    public static final RivtaContract<PatientQuery<UntypedPersonId>, ListAnswer<PatientRelation>>
            GET_PATIENT_RELATIONS_FOR_PATIENT_1 =
                    query(
                            QUERYING,
                            "GetPatientRelationsForPatient",
                            PatientRelationCodecs.FOR_PATIENT,
                            PatientRelationCodecs.FOR_PATIENT_ANSWER);

    /** GetPatientRelationsForCareProvider 1.0. */
    public static final RivtaContract<CareProviderQuery, PageAnswer<PatientRelation>>
            GET_PATIENT_RELATIONS_FOR_CARE_PROVIDER_1 =
                    query(
                            QUERYING,
                            "GetPatientRelationsForCareProvider",
                            PatientRelationCodecs.FOR_CARE_PROVIDER,
                            PatientRelationCodecs.FOR_CARE_PROVIDER_ANSWER);

    private PatientRelationContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                CHECK_PATIENT_RELATION_1,
                REGISTER_EXTENDED_PATIENT_RELATION_1,
                CANCEL_EXTENDED_PATIENT_RELATION_1,
                DELETE_EXTENDED_PATIENT_RELATION_1,
                GET_EXTENDED_PATIENT_RELATIONS_FOR_PATIENT_1,
                GET_PATIENT_RELATIONS_FOR_PATIENT_1,
                GET_PATIENT_RELATIONS_FOR_CARE_PROVIDER_1);
    }

    private static <Q, R> RivtaContract<Q, R> query(
            String domain, String name, MessageCodec<Q> request, MessageCodec<R> response) {
        return RivtaContract.query(domain, name, 1, request, response)
                .withRequestElement(name + "Request")
                .withTypesOf(DOMAIN);
    }

    private static <Q> RivtaContract<Q, AccessControlResult> update(
            String name, MessageCodec<Q> request) {
        return RivtaContract.update(ADMINISTRATION, name, 1, request, PatientRelationCodecs.RESULT)
                .withRequestElement(name + "Request")
                .withTypesOf(DOMAIN);
    }
}
