package se.ehealthsdk.discharge.fallback;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Participant;

/**
 * How a unit goes on when the system is down. A unit has one before it begins to use the system.
 *
 * @param unit its HSA-id
 * @param responsible the function that keeps the plan, for example {@code enhetschef}; no person's name
 * @param routine where the region's routine for downtime stands
 * @param folder where the forms are stored, on a disk that is there without the network
 * @param recipients the units that it usually sends to
 * @param addresses how they are reached
 * @param rehearsedOn when it was last tried out, Swedish date
 */
public record DowntimePlan(
        HsaId unit,
        String responsible,
        String routine,
        Path folder,
        List<Participant> recipients,
        AddressBook addresses,
        Optional<LocalDate> rehearsedOn) {

    public DowntimePlan {
        recipients = List.copyOf(recipients);
    }
}
