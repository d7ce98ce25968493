package se.ehealthsdk.hsa.internal.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.CareUnitMember;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.directory.UnitEntry;

/**
 * Who belongs to whom by Patientdatalagen, from relations between entries: the same answers whether the entries come
 * over LDAP or from an index, and as the service contracts give them. An answer that would lack what its contract
 * requires is none.
 *
 * <p>A relation points one step and is followed one step, so loops do no harm. One that points to nothing, or to what
 * is not seen, counts for nothing.
 */
public final class CareStructure {

    /** The entries that are seen. */
    public interface Lookup {

        /** The entry with this HSA-id. */
        Optional<UnitEntry> unit(HsaId unit);

        /** The entries with these HSA-ids, in their order, without those that are not there. */
        List<UnitEntry> units(List<HsaId> units);

        /** The entries that name this one as a member. */
        List<UnitEntry> withMember(HsaId member);

        /** The entries that name this one as their care provider. */
        List<UnitEntry> withProvider(HsaId provider);
    }

    private static final Comparator<UnitEntry> BY_ID = Comparator.comparing(UnitEntry::hsaId);

    private final Lookup entries;

    public CareStructure(Lookup entries) {
        this.entries = entries;
    }

    /** A unit that is a care unit is its own; else the one that names it as a member, of several the first by HSA-id. */
    public Optional<HealthCareUnit> careUnitOf(HsaId unit) {
        return entries.unit(unit).filter(CareStructure::isComplete).flatMap(this::careUnitOf);
    }

    private Optional<HealthCareUnit> careUnitOf(UnitEntry asked) {
        if (asked.care().careUnit()) {
            return provider(asked)
                    .map(provider -> HealthCareUnit.itself(asked.summary(), provider));
        }
        return careUnitsWith(asked.hsaId())
                .flatMap(
                        careUnit ->
                                provider(careUnit)
                                        .map(
                                                provider ->
                                                        HealthCareUnit.of(
                                                                asked.summary(),
                                                                careUnit.summary(),
                                                                provider))
                                        .stream())
                .findFirst();
    }

    /** Its own if it names one, itself if it is one, else that of its care unit. */
    public Optional<CareProvider> providerOf(HsaId unit) {
        return entries.unit(unit).flatMap(this::providerOf);
    }

    private Optional<CareProvider> providerOf(UnitEntry asked) {
        if (asked.care().responsibleProvider().isPresent()) {
            return provider(asked);
        }
        if (asked.care().careProvider()) {
            return asProvider(asked);
        }
        return careUnitsWith(asked.hsaId())
                .flatMap(careUnit -> provider(careUnit).stream())
                .findFirst();
    }

    /** Members stand in the order the care unit names them. */
    public Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit) {
        return entries.unit(careUnit)
                .filter(it -> it.care().careUnit())
                .filter(CareStructure::isComplete)
                .flatMap(
                        it ->
                                it.care()
                                        .responsibleProvider()
                                        .flatMap(entries::unit)
                                        .flatMap(provider -> members(it, provider)));
    }

    private Optional<HealthCareUnitMembers> members(UnitEntry careUnit, UnitEntry provider) {
        List<HsaId> named =
                careUnit.care().members().stream()
                        .distinct()
                        .filter(id -> !id.equals(careUnit.hsaId()))
                        .toList();
        return asProvider(provider)
                .map(
                        it ->
                                new HealthCareUnitMembers(
                                        careUnit.summary(),
                                        details(careUnit),
                                        it,
                                        details(provider),
                                        entries.units(named).stream()
                                                .filter(CareStructure::isComplete)
                                                .map(CareStructure::member)
                                                .toList()));
    }

    /** The care units stand in the order of their HSA-ids. */
    public Optional<HealthCareUnitList> careUnits(HsaId careProvider) {
        return entries.unit(careProvider)
                .flatMap(CareStructure::asProvider)
                .map(
                        provider ->
                                new HealthCareUnitList(
                                        provider,
                                        entries.withProvider(careProvider).stream()
                                                .filter(it -> it.care().careUnit())
                                                .filter(CareStructure::isComplete)
                                                .sorted(BY_ID)
                                                .map(UnitEntry::summary)
                                                .toList()));
    }

    /** The entry, if it is a care provider. */
    public Optional<CareProvider> careProvider(HsaId careProvider) {
        return entries.unit(careProvider)
                .flatMap(CareStructure::asProvider)
                .map(CareStructure::withoutPublicName);
    }

    /** As GetHealthCareProvider and the answers about people have it, which know no public names. */
    public static CareProvider withoutPublicName(CareProvider provider) {
        return new CareProvider(
                provider.hsaId(),
                provider.name(),
                Optional.empty(),
                provider.orgNo(),
                provider.validity(),
                provider.feigned(),
                provider.archived());
    }

    /** An entry as a care provider; empty if it is none, or lacks name or organisation number. */
    public static Optional<CareProvider> asProvider(UnitEntry entry) {
        if (!entry.care().careProvider() || !isComplete(entry) || entry.orgNo().isEmpty()) {
            return Optional.empty();
        }
        UnitSummary summary = entry.summary();
        return Optional.of(
                new CareProvider(
                        summary.hsaId(),
                        summary.name(),
                        summary.publicName(),
                        entry.orgNo().get(),
                        summary.validity(),
                        summary.feigned(),
                        summary.archived()));
    }

    private Stream<UnitEntry> careUnitsWith(HsaId member) {
        return entries.withMember(member).stream()
                .filter(it -> it.care().careUnit())
                .filter(CareStructure::isComplete)
                .sorted(BY_ID);
    }

    private Optional<CareProvider> provider(UnitEntry careUnit) {
        return careUnit.care()
                .responsibleProvider()
                .flatMap(entries::unit)
                .flatMap(CareStructure::asProvider);
    }

    private static boolean isComplete(UnitEntry entry) {
        return !entry.unit().name().isBlank() && !entry.unit().publicName().isBlank();
    }

    private static CareUnitMember member(UnitEntry entry) {
        return new CareUnitMember(entry.summary(), details(entry));
    }

    private static UnitDetails details(UnitEntry entry) {
        Unit unit = entry.unit();
        return new UnitDetails(
                entry.workplaceCodes(), unit.telephones().numbers(), unit.place().postalAddress());
    }
}
