package se.ehealthsdk.testkit.idp;

import java.time.Clock;
import java.util.Optional;
import se.ehealthsdk.testkit.ServiceFaults;

/** The faults that wait at the IdP: each is met where it belongs - at an endpoint, in an id_token. */
final class IdpFaults {

    private final ServiceFaults<IdpFault> waiting;

    IdpFaults(Clock clock) {
        waiting = new ServiceFaults<>("idp", clock);
    }

    ServiceFaults<IdpFault> waiting() {
        return waiting;
    }

    /** Takes the fault with this kind of effect, if there is one, and notes that the visit met it. */
    <E extends Effect> Optional<E> take(Class<E> kind, Visit visit) {
        return waiting.take(Optional.empty(), fault -> fits(fault.effect(), kind, visit.endpoint()))
                .map(
                        fault -> {
                            visit.met(fault);
                            return kind.cast(fault.effect());
                        });
    }

    private static boolean fits(
            Effect effect, Class<? extends Effect> kind, Optional<IdpEndpoint> endpoint) {
        return kind.isInstance(effect)
                && effect.at()
                        .map(place -> endpoint.filter(place::equals).isPresent())
                        .orElse(true);
    }
}
