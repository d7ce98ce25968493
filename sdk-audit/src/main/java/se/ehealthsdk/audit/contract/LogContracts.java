package se.ehealthsdk.audit.contract;

import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.audit.internal.StoreLogCodec;
import se.ehealthsdk.audit.internal.TimeForm;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * The interactions of {@code informationsecurity:auditing:log}, version 2.0 of the schemas and 2.0.8 of
 * their description.
 */
public final class LogContracts {

    /** {@code informationsecurity:auditing:log}. */
    public static final String DOMAIN = "informationsecurity:auditing:log";

    /**
     * StoreLog 2.0. Not idempotent: a record that is sent twice is refused, with the whole call it is in.
     *
     * <p>Services are known to answer at {@code .../StoreLog/v2/rivtabp21}, which is not the conventional
     * path: set it with {@link se.ehealthsdk.core.rivta.Environment#withUrl} where that is so.
     */
    public static final RivtaContract<StoreLog, LogResult> STORE_LOG_2 = storeLog(TimeForm.SWEDISH);

    /**
     * StoreLog 2.0, with the offset to UTC behind the times of the one hour in the year that comes twice when
     * summer time ends. The schema allows it; the description speaks of times without zone. For services
     * that are known to take it.
     */
    public static final RivtaContract<StoreLog, LogResult> STORE_LOG_2_WITH_OFFSET_WHERE_AMBIGUOUS =
            storeLog(TimeForm.SWEDISH_WITH_OFFSET_WHERE_AMBIGUOUS);

    private LogContracts() {}

    private static RivtaContract<StoreLog, LogResult> storeLog(TimeForm times) {
        return RivtaContract.update(
                DOMAIN,
                "StoreLog",
                2,
                new StoreLogCodec(new LogTypeCodec(times)),
                new StoreLogCodec.Answer());
    }
}
