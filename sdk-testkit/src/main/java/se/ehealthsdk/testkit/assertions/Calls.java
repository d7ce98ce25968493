package se.ehealthsdk.testkit.assertions;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.Exchange;

/** Which calls are meant. Immutable. */
public final class Calls {

    private final RivtaContract<?, ?> contract;
    private final Optional<HsaId> sender;
    private final Optional<LogicalAddress> address;
    private final Optional<Exchange.Outcome> outcome;

    private Calls(
            RivtaContract<?, ?> contract,
            Optional<HsaId> sender,
            Optional<LogicalAddress> address,
            Optional<Exchange.Outcome> outcome) {
        this.contract = contract;
        this.sender = sender;
        this.address = address;
        this.outcome = outcome;
    }

    static Calls of(RivtaContract<?, ?> contract) {
        return new Calls(contract, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Those that came with the certificate of this system. */
    public Calls from(HsaId system) {
        return new Calls(contract, Optional.of(system), address, outcome);
    }

    /** Those to this logical address. */
    public Calls to(LogicalAddress receiver) {
        return new Calls(contract, sender, Optional.of(receiver), outcome);
    }

    /** Those that this became of. */
    public Calls with(Exchange.Outcome became) {
        return new Calls(contract, sender, address, Optional.of(became));
    }
}
