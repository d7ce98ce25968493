package se.ehealthsdk.testkit.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.ehealthsdk.audit.access.Cancelled;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.core.identifier.HsaId;

/** What has been registered, with its history: consents or patient relations. */
final class Register<E extends Register.Entry> {

    /** Something that is registered. */
    interface Entry {

        String id();

        /** Whether it holds at a time. */
        boolean holdsAt(Instant time);

        /** Whether its end has passed at a time, cancelled or not. */
        boolean hasEndedAt(Instant time);

        /** When it was cancelled or deleted. */
        Optional<Instant> stopped();

        HsaId careProvider();
    }

    private record Stored<E>(Instant when, E entry) {}

    private final Clock clock;
    private final Map<String, Stored<E>> entries = new LinkedHashMap<>();
    private Instant last = Instant.EPOCH;
    private int partSize = 500;

    Register(Clock clock) {
        this.clock = clock;
    }

    synchronized void partSize(int size) {
        partSize = size;
    }

    synchronized void clear() {
        entries.clear();
        partSize = 500;
    }

    synchronized AccessControlResult add(E entry) {
        if (entries.containsKey(entry.id())) {
            return result(AccessControlResult.ALREADYEXISTS, "Finns redan");
        }
        // each at a time of its own, or a list in parts could not say where it goes on
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        entries.put(entry.id(), new Stored<>(last, entry));
        return AccessControlResult.ok();
    }

    synchronized AccessControlResult stop(String id, Function<E, E> change) {
        Stored<E> stored = entries.get(id);
        if (stored == null) {
            return result(AccessControlResult.NOTFOUND, "Finns inte");
        }
        if (stored.entry().stopped().isPresent()) {
            return result(AccessControlResult.INVALIDSTATE, "Redan återkallad eller makulerad");
        }
        entries.put(id, new Stored<>(stored.when(), change.apply(stored.entry())));
        return AccessControlResult.ok();
    }

    synchronized List<E> all() {
        return entries.values().stream().map(Stored::entry).toList();
    }

    List<E> holding(Predicate<E> which) {
        Instant now = clock.instant();
        return all().stream().filter(each -> each.holdsAt(now)).filter(which).toList();
    }

    List<E> of(HsaId careProvider, boolean includeInvalid) {
        return (includeInvalid ? all() : holding(each -> true))
                .stream().filter(each -> each.careProvider().equals(careProvider)).toList();
    }

    synchronized <T> PageAnswer<T> page(CareProviderQuery query, Function<E, T> view) {
        Instant now = clock.instant();
        Instant since = query.createdOnOrAfter().orElse(Instant.EPOCH);
        List<Stored<E>> found =
                entries.values().stream()
                        .filter(each -> each.entry().careProvider().equals(query.careProvider()))
                        .filter(each -> !each.when().isBefore(since))
                        .filter(each -> each.entry().stopped().isEmpty())
                        .filter(each -> !each.entry().hasEndedAt(now))
                        .toList();
        boolean hasMore = found.size() > partSize;
        List<T> part =
                found.stream().limit(partSize).map(each -> view.apply(each.entry())).toList();
        List<Cancelled> cancelled =
                hasMore || !query.includeCancelled() ? List.of() : cancelled(query, since, now);
        Instant next = hasMore ? found.get(partSize).when() : last.plus(1, ChronoUnit.MICROS);
        return new PageAnswer<>(AccessControlResult.ok(), next, hasMore, part, cancelled);
    }

    private List<Cancelled> cancelled(CareProviderQuery query, Instant since, Instant now) {
        List<Cancelled> cancelled = new ArrayList<>();
        for (E each : all()) {
            boolean asked =
                    each.careProvider().equals(query.careProvider()) && !each.hasEndedAt(now);
            each.stopped()
                    .filter(when -> asked && !when.isBefore(since))
                    .ifPresent(when -> cancelled.add(new Cancelled(each.id(), when)));
        }
        return cancelled;
    }

    static AccessControlResult result(String code, String text) {
        return new AccessControlResult(code, Optional.of(text));
    }
}
