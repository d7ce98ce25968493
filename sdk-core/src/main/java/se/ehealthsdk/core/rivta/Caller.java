package se.ehealthsdk.core.rivta;

import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;

/**
 * Who calls, and whom.
 *
 * @param contract what is called
 * @param logicalAddress whom the caller addresses
 * @param sender the HSA-id in the client certificate: the nearest caller, which behind a platform is the
 *     platform itself; empty when the certificate has none
 * @param originalConsumer the consumer that the platform says the call came from ({@code
 *     x-rivta-original-serviceconsumer-hsaid}); worth no more than the trust in {@code sender}
 * @param onBehalfOf the organisation that an agent calls for ({@code x-rivta-acting-on-behalf-of-hsaid})
 * @param correlationId the platform's id of the call, for logs
 */
public record Caller(
        RivtaContract<?, ?> contract,
        LogicalAddress logicalAddress,
        Optional<HsaId> sender,
        Optional<HsaId> originalConsumer,
        Optional<HsaId> onBehalfOf,
        Optional<String> correlationId) {}
