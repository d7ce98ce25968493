package se.ehealthsdk.discharge.careplan;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What a consumer may read, where the owner of the information has approved some consumers and not others. The answer is
 * as if the units that have not approved it had no plans.
 */
@FunctionalInterface
public interface ConsumerFilter {

    /** Everyone may read everything; the platform's own access control apart. */
    ConsumerFilter ALL = (consumer, plan) -> true;

    /**
     * @param consumer the consumer that the platform says the call came from ({@code
     *     x-rivta-original-serviceconsumer-hsaid}); empty when it says nothing. Worth no more than the trust in the
     *     platform
     * @param plan one of the plans that match
     */
    boolean mayRead(Optional<HsaId> consumer, CarePlan plan);
}
