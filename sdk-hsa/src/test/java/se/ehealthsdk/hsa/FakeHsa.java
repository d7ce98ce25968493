package se.ehealthsdk.hsa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.hsa.contract.SearchScope;

/** Answers in the place of HSA, and remembers what it was asked. */
public final class FakeHsa implements Channel {

    record Asked(Load load, RivtaContract<?, ?> contract, Object request) {}

    private static final CallDetails DETAILS =
            new CallDetails(
                    "contract",
                    "address",
                    Optional.empty(),
                    "correlation-id",
                    "https://localhost/vp",
                    OptionalInt.of(200),
                    Duration.ZERO,
                    1);

    private final List<Asked> asked = new ArrayList<>();
    private BiFunction<RivtaContract<?, ?>, Object, Object> answers =
            (contract, request) -> {
                throw new AssertionError("not expected: " + contract);
            };

    /** What to answer to everything from now on; may throw. */
    public FakeHsa answer(BiFunction<RivtaContract<?, ?>, Object, Object> how) {
        this.answers = how;
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    Asked lastAsked() {
        return asked.get(asked.size() - 1);
    }

    public HsaClient client(RivtaContract<?, ?>... chosen) {
        Map<String, RivtaContract<?, ?>> byInteraction = new HashMap<>();
        for (RivtaContract<?, ?> contract : chosen) {
            byInteraction.put(contract.interaction(), contract);
        }
        return new HsaClient(this, this, SearchScope.ALL, byInteraction);
    }

    @Override
    @SuppressWarnings("unchecked") // each test answers with what the contract has
    public <Q, R> Reply<R> call(Load load, RivtaContract<Q, R> contract, Q request) {
        asked.add(new Asked(load, contract, request));
        return new Reply<>((R) answers.apply(contract, request), DETAILS);
    }
}
