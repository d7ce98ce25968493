package se.ehealthsdk.discharge.engagementindex;

import java.util.List;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.discharge.internal.engagementindex.UpdateCodec;

/** The interactions of {@code itintegration:engagementindex} that a source system calls. */
public final class EngagementIndexContracts {

    /** {@code itintegration:engagementindex}. */
    public static final String DOMAIN = "itintegration:engagementindex";

    /** Update 1.0. Idempotent. */
    public static final RivtaContract<Update, UpdateResult> UPDATE_1 =
            RivtaContract.update(DOMAIN, "Update", 1, UpdateCodec.REQUEST, UpdateCodec.ANSWER)
                    .idempotent();

    private EngagementIndexContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(UPDATE_1);
    }
}
