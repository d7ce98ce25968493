package se.ehealthsdk.hsa;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;

/** Calls HSA over RIV-TA, at the pace of each kind of call. */
final class RivtaChannel implements Channel {

    private final Map<Load, RivtaClient> clients = new EnumMap<>(Load.class);
    private final Optional<LogicalAddress> address;

    RivtaChannel(
            RivtaClient client, Function<Load, RateLimit> pace, Optional<LogicalAddress> address) {
        for (Load load : Load.values()) {
            clients.put(load, client.with(options -> options.rateLimit(pace.apply(load))));
        }
        this.address = address;
    }

    @Override
    public <Q, R> Reply<R> call(Load load, RivtaContract<Q, R> contract, Q request) {
        RivtaClient client = Objects.requireNonNull(clients.get(load));
        LogicalAddress to =
                address.or(() -> client.environment().logicalAddress(contract.domain()))
                        .orElse(HsaClient.NATIONAL_ADDRESS);
        return client.exchange(contract, to, request);
    }
}
