package se.ehealthsdk.testkit.scenario;

import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.FaultCondition;

/**
 * A fault by name, for any of the services: what files and the Admin API say. Immutable.
 *
 * <pre>{@code
 * FaultBoard.of(services).inject(Injection.of("platform", "vp", Map.of("code", "VP009", "status", "503"))
 *         .contract("StoreLog:2").when(FaultCondition.times(3)));
 * }</pre>
 *
 * @param service where, one of {@link FaultKinds#services()}
 * @param kind which, one of {@link FaultKinds#of(String)}
 * @param settings its settings by name
 * @param contract the contract, by namespace or as {@code StoreLog:2} or {@code StoreLog} (any version); empty: any. For the services {@code
 *     platform} and {@code certificates} alone
 * @param caller the HSA-id in the client's certificate; empty: any. For {@code platform} alone
 * @param logicalAddress as in the message; empty: any. For {@code platform} alone
 * @param condition when
 */
public record Injection(
        String service,
        String kind,
        Map<String, String> settings,
        Optional<String> contract,
        Optional<HsaId> caller,
        Optional<LogicalAddress> logicalAddress,
        FaultCondition condition) {

    /**
     * Copies the settings.
     *
     * @throws InvalidInputException if there is no such fault, a setting is unknown, missing or not right, or something is said of the call that the
     *     service cannot tell
     */
    public Injection {
        settings = Map.copyOf(settings);
        FaultKinds.find(service, kind).make(settings);
        if (!service.equals(FaultKinds.PLATFORM)
                && (caller.isPresent() || logicalAddress.isPresent())) {
            throw new InvalidInputException(
                    caller.isPresent() ? "caller" : "logicalAddress",
                    "cannot be told for faults of \"" + service + "\"",
                    "only with the service \"platform\"");
        }
        if (contract.isPresent()
                && !service.equals(FaultKinds.PLATFORM)
                && !service.equals(FaultKinds.CERTIFICATES)) {
            throw new InvalidInputException(
                    "contract",
                    "cannot be told for faults of \"" + service + "\"",
                    "only with the services \"platform\" and \"certificates\"");
        }
    }

    /**
     * A fault that each call meets, until it is removed.
     *
     * @throws InvalidInputException if there is no such fault, or a setting is unknown, missing or not right
     */
    public static Injection of(String service, String kind, Map<String, String> settings) {
        return new Injection(
                service,
                kind,
                settings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FaultCondition.always());
    }

    /** For calls of this contract alone: its namespace, or as {@code StoreLog:2}. */
    public Injection contract(String only) {
        return new Injection(
                service, kind, settings, Optional.of(only), caller, logicalAddress, condition);
    }

    /** For calls of this system alone. */
    public Injection caller(HsaId only) {
        return new Injection(
                service, kind, settings, contract, Optional.of(only), logicalAddress, condition);
    }

    /** For calls to this address alone. */
    public Injection logicalAddress(LogicalAddress only) {
        return new Injection(
                service, kind, settings, contract, caller, Optional.of(only), condition);
    }

    /** When, in the place of what was said before. */
    public Injection when(FaultCondition other) {
        return new Injection(service, kind, settings, contract, caller, logicalAddress, other);
    }
}
