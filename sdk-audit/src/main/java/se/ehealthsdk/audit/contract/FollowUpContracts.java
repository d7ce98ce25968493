package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.internal.report.AnswerCodec;
import se.ehealthsdk.audit.internal.report.GetAccessLogsForPatientCodec;
import se.ehealthsdk.audit.internal.report.GetInfoLogsCodec;
import se.ehealthsdk.audit.internal.report.GetLogsCodec;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * The reports of {@code informationsecurity:auditing:log} 2.0. Version 1.x ({@code ehr:log}) is another
 * domain and is not spoken here.
 *
 * <p>They ask, but are not repeatable as questions are: a call without {@code queuedReportId} starts a
 * report, and repeating one whose outcome is unknown starts another. So they are not {@linkplain
 * RivtaContract#isIdempotent() idempotent}; make a call that carries the id with {@link
 * RivtaContract#idempotent()}.
 */
public final class FollowUpContracts {

    /** GetLogs 2.0. */
    public static final RivtaContract<GetLogs, ReportAnswer<AccessRecord>> GET_LOGS =
            RivtaContract.update(
                    LogContracts.DOMAIN, "GetLogs", 2, new GetLogsCodec(), AnswerCodec.logs());

    /** GetAccessLogsForPatient 2.0. */
    public static final RivtaContract<GetAccessLogsForPatient, ReportAnswer<PatientAccess>>
            GET_ACCESS_LOGS_FOR_PATIENT =
                    RivtaContract.update(
                            LogContracts.DOMAIN,
                            "GetAccessLogsForPatient",
                            2,
                            new GetAccessLogsForPatientCodec(),
                            AnswerCodec.accessLogs());

    /** GetInfoLogs 2.0. */
    public static final RivtaContract<GetInfoLogs, ReportAnswer<CareProvider>> GET_INFO_LOGS =
            RivtaContract.update(
                    LogContracts.DOMAIN,
                    "GetInfoLogs",
                    2,
                    new GetInfoLogsCodec(),
                    AnswerCodec.infoLogs());

    private FollowUpContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(GET_LOGS, GET_ACCESS_LOGS_FOR_PATIENT, GET_INFO_LOGS);
    }
}
