package se.ehealthsdk.certificate.contract;

import java.util.List;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.contract.CareCodecs;
import se.ehealthsdk.certificate.internal.contract.CertificateCodecs;
import se.ehealthsdk.certificate.internal.contract.DraftCodecs;
import se.ehealthsdk.certificate.internal.contract.ListCodecs;
import se.ehealthsdk.certificate.internal.contract.MessageCodecs;
import se.ehealthsdk.certificate.internal.contract.ResultCodec;
import se.ehealthsdk.certificate.internal.contract.SickLeaveCodecs;
import se.ehealthsdk.core.rivta.RivtaContract;

/** The interactions of {@code clinicalprocess:healthcond:certificate}. */
public final class CertificateContracts {

    /** {@code clinicalprocess:healthcond:certificate}. */
    public static final String DOMAIN = "clinicalprocess:healthcond:certificate";

    /** RegisterCertificate 3.1. Idempotent by the certificate's id. */
    public static final RivtaContract<RegisterCertificate, Result> REGISTER_CERTIFICATE_3 =
            RivtaContract.update(
                            DOMAIN,
                            "RegisterCertificate",
                            3,
                            CertificateCodecs.REGISTER,
                            ResultCodec.RESPONSE)
                    .idempotent();

    /** GetCertificate 2.1. */
    public static final RivtaContract<GetCertificate, Intyg> GET_CERTIFICATE_2 =
            RivtaContract.query(
                    DOMAIN,
                    "GetCertificate",
                    2,
                    CertificateCodecs.GET,
                    CertificateCodecs.GET_ANSWER);

    /** ListCertificatesForCare 3.1. */
    public static final RivtaContract<ListCertificatesForCare, List<Intyg>>
            LIST_CERTIFICATES_FOR_CARE_3 =
                    RivtaContract.query(
                            DOMAIN,
                            "ListCertificatesForCare",
                            3,
                            ListCodecs.FOR_CARE,
                            ListCodecs.FOR_CARE_ANSWER);

    /** ListCertificatesForCareWithQA 3.3. */
    public static final RivtaContract<ListCertificatesForCareWithQA, List<CertificateWithQuestions>>
            LIST_CERTIFICATES_FOR_CARE_WITH_QA_3 =
                    RivtaContract.query(
                            DOMAIN,
                            "ListCertificatesForCareWithQA",
                            3,
                            ListCodecs.WITH_QA,
                            ListCodecs.WITH_QA_ANSWER);

    /** RevokeCertificate 2.1. Idempotent: a second one is answered {@code INFO}. */
    public static final RivtaContract<RevokeCertificate, Result> REVOKE_CERTIFICATE_2 =
            RivtaContract.update(
                            DOMAIN,
                            "RevokeCertificate",
                            2,
                            CertificateCodecs.REVOKE,
                            ResultCodec.RESPONSE)
                    .idempotent();

    /** SendCertificateToRecipient 2.1. Idempotent: a second one is answered {@code INFO}. */
    public static final RivtaContract<SendCertificateToRecipient, Result>
            SEND_CERTIFICATE_TO_RECIPIENT_2 =
                    RivtaContract.update(
                                    DOMAIN,
                                    "SendCertificateToRecipient",
                                    2,
                                    CertificateCodecs.SEND,
                                    ResultCodec.RESPONSE)
                            .idempotent();

    /** SendMessageToRecipient 2.1. */
    public static final RivtaContract<SendMessageToRecipient, Result> SEND_MESSAGE_TO_RECIPIENT_2 =
            RivtaContract.update(
                    DOMAIN,
                    "SendMessageToRecipient",
                    2,
                    MessageCodecs.TO_RECIPIENT,
                    ResultCodec.RESPONSE);

    /** CreateDraftCertificate 3.3. */
    public static final RivtaContract<CreateDraftCertificate, CreateDraftCertificateAnswer>
            CREATE_DRAFT_CERTIFICATE_3 =
                    RivtaContract.update(
                            DOMAIN,
                            "CreateDraftCertificate",
                            3,
                            DraftCodecs.CREATE,
                            DraftCodecs.CREATE_ANSWER);

    /** SetCertificateStatus 2.0. */
    public static final RivtaContract<SetCertificateStatus, Result> SET_CERTIFICATE_STATUS_2 =
            RivtaContract.update(
                    DOMAIN,
                    "SetCertificateStatus",
                    2,
                    CertificateCodecs.SET_STATUS,
                    ResultCodec.RESPONSE);

    /** ListSickLeavesForCare 1.0. */
    public static final RivtaContract<ListSickLeavesForCare, List<SickLeave>>
            LIST_SICK_LEAVES_FOR_CARE_1 =
                    RivtaContract.query(
                            DOMAIN,
                            "ListSickLeavesForCare",
                            1,
                            SickLeaveCodecs.LIST,
                            SickLeaveCodecs.LIST_ANSWER);

    /**
     * CertificateStatusUpdateForCare 3, schemas 3.1 and 3.2, which the care system answers. Idempotent by
     * certificate, event and time.
     */
    public static final RivtaContract<CertificateStatusUpdateForCare, Result>
            CERTIFICATE_STATUS_UPDATE_FOR_CARE_3 =
                    RivtaContract.update(
                                    DOMAIN,
                                    "CertificateStatusUpdateForCare",
                                    3,
                                    CareCodecs.STATUS_UPDATE,
                                    ResultCodec.RESPONSE)
                            .idempotent();

    /** SendMessageToCare 2.0, which the care system answers. Idempotent by the message's id. */
    public static final RivtaContract<SendMessageToCare, Result> SEND_MESSAGE_TO_CARE_2 =
            RivtaContract.update(
                            DOMAIN,
                            "SendMessageToCare",
                            2,
                            CareCodecs.MESSAGE,
                            ResultCodec.RESPONSE)
                    .idempotent();

    private CertificateContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                REGISTER_CERTIFICATE_3,
                GET_CERTIFICATE_2,
                LIST_CERTIFICATES_FOR_CARE_3,
                LIST_CERTIFICATES_FOR_CARE_WITH_QA_3,
                REVOKE_CERTIFICATE_2,
                SEND_CERTIFICATE_TO_RECIPIENT_2,
                SEND_MESSAGE_TO_RECIPIENT_2,
                CREATE_DRAFT_CERTIFICATE_3,
                SET_CERTIFICATE_STATUS_2,
                LIST_SICK_LEAVES_FOR_CARE_1,
                CERTIFICATE_STATUS_UPDATE_FOR_CARE_3,
                SEND_MESSAGE_TO_CARE_2);
    }
}
