package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.internal.summary.SeenCall;
import se.ehealthsdk.testkit.internal.summary.Summary;

/** Which calls are meant: those of a contract, and of these those that it says more of. Immutable. */
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

    /** Those that ended so. */
    public Calls with(Exchange.Outcome ended) {
        return new Calls(contract, sender, address, Optional.of(ended));
    }

    List<SeenCall> in(List<SeenCall> all) {
        return all.stream().filter(this::matches).toList();
    }

    boolean matches(SeenCall call) {
        return call.contract().filter(it -> same(it, contract.namespace())).isPresent()
                && (sender.isEmpty()
                        || call.sender().filter(it -> same(it, sender.get().value())).isPresent())
                && (address.isEmpty()
                        || call.logicalAddress()
                                .filter(it -> same(it, address.get().value()))
                                .isPresent())
                && (outcome.isEmpty() || call.outcome().equals(outcome.get().name()));
    }

    /** As the platform compares them. */
    private static boolean same(String left, String right) {
        return left.equalsIgnoreCase(right);
    }

    /** Which calls, in a few words. */
    @Override
    public String toString() {
        return Summary.contract(contract.namespace())
                + sender.map(it -> " from " + it.value()).orElse("")
                + address.map(it -> " to " + Summary.address(it.value())).orElse("")
                + outcome.map(it -> " " + it.name().toLowerCase(Locale.ROOT)).orElse("");
    }
}
