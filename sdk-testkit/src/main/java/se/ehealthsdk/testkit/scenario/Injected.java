package se.ehealthsdk.testkit.scenario;

import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.FaultCondition;

/**
 * A fault that waits at one of the services, however it came there, and how often it has been met.
 *
 * @param id by which it can be removed
 * @param service where
 * @param kind its name in {@link FaultKinds}; the fault's own words when it has none there
 * @param settings its settings, as far as they can be told
 * @param contract the namespace of the contract that it is for; empty: any
 * @param caller the system that it is for; empty: any
 * @param logicalAddress the address that it is for; empty: any
 * @param condition when it is met
 * @param seen how many calls that it is meant for have gone by
 * @param met how many have met it
 * @param spent whether it has been met as many times as was said
 */
public record Injected(
        String id,
        String service,
        String kind,
        Map<String, String> settings,
        Optional<String> contract,
        Optional<HsaId> caller,
        Optional<LogicalAddress> logicalAddress,
        FaultCondition condition,
        long seen,
        long met,
        boolean spent) {

    /** Copies the settings. */
    public Injected {
        settings = Map.copyOf(settings);
    }
}
