package se.ehealthsdk.hsa;

import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaContract;

/** Puts one question to HSA: the seam between what is asked and how it travels. */
interface Channel {

    <Q, R> Reply<R> call(Load load, RivtaContract<Q, R> contract, Q request);

    /** The kinds of calls that HSA gives different paces. */
    enum Load {
        CREDENTIALS,
        LOOKUP,
        HOSP_UPDATE
    }
}
