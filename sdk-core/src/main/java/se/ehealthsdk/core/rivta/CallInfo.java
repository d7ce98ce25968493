package se.ehealthsdk.core.rivta;

import java.net.URI;
import se.ehealthsdk.core.identifier.LogicalAddress;

/**
 * Which call: the same object for all attempts and events of one call. Safe to log.
 *
 * @param contract what is called
 * @param logicalAddress who is called
 * @param correlationId sent as {@code x-skltp-correlation-id}; a UUID
 * @param url where it is sent
 */
public record CallInfo(
        RivtaContract<?, ?> contract,
        LogicalAddress logicalAddress,
        String correlationId,
        URI url) {}
