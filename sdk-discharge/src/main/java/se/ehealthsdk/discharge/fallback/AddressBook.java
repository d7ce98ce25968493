package se.ehealthsdk.discharge.fallback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Participant;

/**
 * How units are reached without the system: those with an agreement with the region, and the municipalities'. Immutable.
 *
 * <p>Source: Region Stockholm, the address book of WebCare
 */
public final class AddressBook {

    /** One with no unit. */
    public static final AddressBook EMPTY = new AddressBook(Map.of());

    private final Map<HsaId, Entry> entries;

    private AddressBook(Map<HsaId, Entry> entries) {
        this.entries = entries;
    }

    /**
     * How a unit is reached.
     *
     * @param unit its HSA-id
     * @param name for people
     * @param phone its telephone
     * @param fax its fax
     * @param agreementUntil the last day of its agreement, Swedish date; empty when it has no end or needs none
     */
    public record Entry(
            HsaId unit,
            String name,
            Optional<String> phone,
            Optional<String> fax,
            Optional<LocalDate> agreementUntil) {}

    /** Why a unit cannot be sent to. */
    public enum Problem {
        /** The address book does not have it. */
        NOT_IN_ADDRESS_BOOK,
        /** Its agreement has ended. */
        AGREEMENT_ENDED,
        /** There is neither telephone nor fax. */
        NOT_REACHABLE
    }

    /** A unit that cannot be sent to. */
    public record Finding(HsaId unit, Problem problem) {}

    /** The same with one more unit, or with this entry in the place of the unit's earlier one. */
    public AddressBook with(Entry entry) {
        Map<HsaId, Entry> more = new LinkedHashMap<>(entries);
        more.put(entry.unit(), entry);
        return new AddressBook(Map.copyOf(more));
    }

    /** How a unit is reached; empty when the address book does not have it. */
    public Optional<Entry> entry(HsaId unit) {
        return Optional.ofNullable(entries.get(unit));
    }

    /** Which of some recipients cannot be sent to on a day. */
    public List<Finding> findings(Collection<Participant> recipients, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        for (Participant recipient : recipients) {
            Entry entry = entries.get(recipient.unit());
            if (entry == null) {
                findings.add(new Finding(recipient.unit(), Problem.NOT_IN_ADDRESS_BOOK));
                continue;
            }
            if (entry.agreementUntil().filter(day::isAfter).isPresent()) {
                findings.add(new Finding(recipient.unit(), Problem.AGREEMENT_ENDED));
            }
            if (entry.phone().isEmpty() && entry.fax().isEmpty()) {
                findings.add(new Finding(recipient.unit(), Problem.NOT_REACHABLE));
            }
        }
        return List.copyOf(findings);
    }
}
