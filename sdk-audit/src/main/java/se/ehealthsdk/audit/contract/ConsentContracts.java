package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.access.Consent;
import se.ehealthsdk.audit.access.ConsentRegistration;
import se.ehealthsdk.audit.access.ExtendedConsent;
import se.ehealthsdk.audit.internal.access.ConsentCodecs;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaContract;

/** The interactions of {@code informationsecurity:authorization:consent} 2.0. */
public final class ConsentContracts {

    /** {@code informationsecurity:authorization:consent}. */
    public static final String DOMAIN = "informationsecurity:authorization:consent";

    /** CheckConsent 2.0. */
    public static final RivtaContract<CheckConsent, CheckConsentAnswer> CHECK_CONSENT_2 =
            RivtaContract.query(
                    DOMAIN, "CheckConsent", 2, ConsentCodecs.CHECK, ConsentCodecs.CHECK_ANSWER);

    /** RegisterExtendedConsent 2.0. */
    public static final RivtaContract<ConsentRegistration, AccessControlResult>
            REGISTER_EXTENDED_CONSENT_2 =
                    RivtaContract.update(
                            DOMAIN,
                            "RegisterExtendedConsent",
                            2,
                            ConsentCodecs.REGISTER,
                            ConsentCodecs.RESULT);

    /** CancelExtendedConsent 2.0. */
    public static final RivtaContract<EndRegistration, AccessControlResult>
            CANCEL_EXTENDED_CONSENT_2 =
                    RivtaContract.update(
                            DOMAIN,
                            "CancelExtendedConsent",
                            2,
                            ConsentCodecs.CANCEL,
                            ConsentCodecs.RESULT);

    /** DeleteExtendedConsent 2.0. */
    public static final RivtaContract<EndRegistration, AccessControlResult>
            DELETE_EXTENDED_CONSENT_2 =
                    RivtaContract.update(
                            DOMAIN,
                            "DeleteExtendedConsent",
                            2,
                            ConsentCodecs.DELETE,
                            ConsentCodecs.RESULT);

    /** GetConsentsForPatient 2.0. */
    public static final RivtaContract<PatientQuery<PersonId>, ListAnswer<Consent>>
            GET_CONSENTS_FOR_PATIENT_2 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetConsentsForPatient",
                            2,
                            ConsentCodecs.FOR_PATIENT,
                            ConsentCodecs.FOR_PATIENT_ANSWER);

    /** GetExtendedConsentsForPatient 2.0. */
    public static final RivtaContract<ExtendedPatientQuery<PersonId>, ListAnswer<ExtendedConsent>>
            GET_EXTENDED_CONSENTS_FOR_PATIENT_2 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetExtendedConsentsForPatient",
                            2,
                            ConsentCodecs.EXTENDED_FOR_PATIENT,
                            ConsentCodecs.EXTENDED_FOR_PATIENT_ANSWER);

    /** GetConsentsForCareProvider 2.0. */
    public static final RivtaContract<CareProviderQuery, PageAnswer<Consent>>
            GET_CONSENTS_FOR_CARE_PROVIDER_2 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetConsentsForCareProvider",
                            2,
                            ConsentCodecs.FOR_CARE_PROVIDER,
                            ConsentCodecs.FOR_CARE_PROVIDER_ANSWER);

    private ConsentContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                CHECK_CONSENT_2,
                REGISTER_EXTENDED_CONSENT_2,
                CANCEL_EXTENDED_CONSENT_2,
                DELETE_EXTENDED_CONSENT_2,
                GET_CONSENTS_FOR_PATIENT_2,
                GET_EXTENDED_CONSENTS_FOR_PATIENT_2,
                GET_CONSENTS_FOR_CARE_PROVIDER_2);
    }
}
