package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.internal.access.BlockingCodecs;
import se.ehealthsdk.core.rivta.RivtaContract;

/** The interaction of {@code informationsecurity:authorization:blocking} 4.0 that the SDK calls. */
public final class BlockingContracts {

    /** {@code informationsecurity:authorization:blocking}. */
    public static final String DOMAIN = "informationsecurity:authorization:blocking";

    /** CheckBlocks 4.0: whether data are blocked (spärrade) for an actor. */
    public static final RivtaContract<CheckBlocks, CheckBlocksAnswer> CHECK_BLOCKS_4 =
            RivtaContract.query(
                    DOMAIN, "CheckBlocks", 4, BlockingCodecs.CHECK, BlockingCodecs.CHECK_ANSWER);

    private BlockingContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(CHECK_BLOCKS_4);
    }
}
