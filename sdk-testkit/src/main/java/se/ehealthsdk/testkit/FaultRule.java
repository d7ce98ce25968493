package se.ehealthsdk.testkit;

import java.util.Locale;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * Which calls through the platform meet which fault, and when. Immutable.
 *
 * <pre>{@code
 * services.faults().add(FaultRule.of(Fault.vp("VP009").producerStatus(503))
 *         .contract(StoreLog.CONTRACT)
 *         .caller(HsaId.of("SE2321000016-OTHER"))
 *         .when(FaultCondition.times(3).after(10)));
 * }</pre>
 *
 * @param fault what goes wrong
 * @param contract the namespace of the contract's requests; empty: any, also one that cannot be read
 * @param caller the HSA-id in the client's certificate, case aside; empty: any
 * @param logicalAddress as it stands in the message, case aside; empty: any
 * @param condition when
 */
public record FaultRule(
        Fault fault,
        Optional<String> contract,
        Optional<HsaId> caller,
        Optional<LogicalAddress> logicalAddress,
        FaultCondition condition) {

    /** Met by every call, until it is removed. */
    public static FaultRule of(Fault fault) {
        return new FaultRule(
                fault,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FaultCondition.always());
    }

    /** For calls of this contract alone. */
    public FaultRule contract(RivtaContract<?, ?> only) {
        return contract(only.namespace());
    }

    /**
     * For calls of this contract alone.
     *
     * @param namespace as {@code urn:riv:infrastructure:directory:authorizationmanagement:...Responder:2}
     */
    public FaultRule contract(String namespace) {
        return new FaultRule(fault, Optional.of(namespace), caller, logicalAddress, condition);
    }

    /** For calls of this system alone. */
    public FaultRule caller(HsaId only) {
        return new FaultRule(fault, contract, Optional.of(only), logicalAddress, condition);
    }

    /** For calls to this address alone. */
    public FaultRule logicalAddress(LogicalAddress only) {
        return new FaultRule(fault, contract, caller, Optional.of(only), condition);
    }

    /** When, in the place of what was said before. */
    public FaultRule when(FaultCondition other) {
        return new FaultRule(fault, contract, caller, logicalAddress, other);
    }

    boolean isFor(Optional<String> namespace, Optional<HsaId> sender, Optional<String> address) {
        return contract.map(Optional::of).map(namespace::equals).orElse(true)
                && caller.map(id -> same(id.value(), sender.map(HsaId::value))).orElse(true)
                && logicalAddress.map(id -> same(id.value(), address)).orElse(true);
    }

    private static boolean same(String wanted, Optional<String> seen) {
        return seen.filter(
                        it -> it.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
