package se.ehealthsdk.benchmarks.directory;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.ldap.HsaDirectory;
import se.ehealthsdk.testkit.directory.country.Country;

/**
 * A client that looks units up through its pool: {@code look <look-ups> <a second>} answers with microseconds, the median, the
 * 99th percentile and the longest. Look-ups are due at even intervals whether earlier ones have ended or not, and the time of
 * each counts from when it was due.
 */
public final class LookupProcess {

    private static final int CONNECTIONS = 10;
    private static final int SEED = 20261122;

    /** One look-up. */
    private interface Lookup {
        boolean find(HsaId unit) throws Exception;
    }

    private final Lookup lookup;
    private final Country country;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final SplittableRandom draw = new SplittableRandom(SEED);

    private LookupProcess(Lookup lookup, Country country) {
        this.lookup = lookup;
        this.country = country;
    }

    /** Arguments: who, port, folder of certificates, units. */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        Certificates certificates = new Certificates(Path.of(args[2]));
        Country country = Country.seeded(0).withUnits(Integer.parseInt(args[3])).withPeople(0);
        BareLookup bare = args[0].equals("sdk") ? null : new BareLookup(port, certificates);
        LookupProcess process =
                new LookupProcess(bare == null ? sdk(port, certificates) : bare, country);
        Orders.follow(
                "ready",
                order -> {
                    if (order[0].equals("ask")) {
                        requireNonNull(bare).request = StreamProcess.request(order);
                        return "ready";
                    }
                    return process.look(Integer.parseInt(order[1]), Integer.parseInt(order[2]));
                });
        process.threads.shutdown();
    }

    private static Lookup sdk(int port, Certificates certificates) {
        HsaDirectory directory =
                HsaDirectory.on(Streamer.ours(port, certificates))
                        .includingArchived()
                        .includingFeigned()
                        .includingHidden();
        return unit -> directory.unit(unit).isPresent();
    }

    private static final class BareLookup implements Lookup {

        private final LDAPConnectionPool pool;
        private volatile @Nullable SearchRequest request;

        BareLookup(int port, Certificates certificates) throws Exception {
            pool = new LDAPConnectionPool(Streamer.bare(port, certificates), 1, CONNECTIONS);
        }

        @Override
        public boolean find(HsaId unit) throws Exception {
            SearchRequest like = requireNonNull(request);
            return pool.searchForEntry(
                            new SearchRequest(
                                    like.getBaseDN(),
                                    SearchScope.SUB,
                                    of(like.getFilter(), unit.value()),
                                    like.getAttributes()))
                    != null;
        }

        /** The same filter with another HSA-id. */
        private static Filter of(Filter like, String hsaId) {
            return switch (like.getFilterType()) {
                case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(parts(like, hsaId));
                case Filter.FILTER_TYPE_OR -> Filter.createORFilter(parts(like, hsaId));
                case Filter.FILTER_TYPE_EQUALITY ->
                        like.getAttributeName().equalsIgnoreCase("hsaIdentity")
                                ? Filter.createEqualityFilter("hsaIdentity", hsaId)
                                : like;
                default -> like;
            };
        }

        private static List<Filter> parts(Filter like, String hsaId) {
            return Arrays.stream(like.getComponents()).map(part -> of(part, hsaId)).toList();
        }
    }

    private String look(int lookups, int aSecond) throws Exception {
        HsaId[] ids = new HsaId[lookups];
        Arrays.setAll(ids, i -> country.unitId(draw.nextInt(country.units())));
        long[] nanos = new long[lookups];
        AtomicInteger taken = new AtomicInteger();
        long interval = 1_000_000_000L / aSecond;
        long begin = System.nanoTime() + 10 * interval;
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(
                    threads.submit(
                            () -> {
                                for (int next = taken.getAndIncrement();
                                        next < lookups;
                                        next = taken.getAndIncrement()) {
                                    long due = begin + next * interval;
                                    for (long left = due - System.nanoTime();
                                            left > 0;
                                            left = due - System.nanoTime()) {
                                        LockSupport.parkNanos(left);
                                    }
                                    if (!lookup.find(ids[next])) {
                                        throw new IllegalStateException("not found: " + ids[next]);
                                    }
                                    nanos[next] = System.nanoTime() - due;
                                }
                                return null;
                            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %.1f",
                nanos[lookups / 2] / 1e3,
                nanos[lookups * 99 / 100] / 1e3,
                nanos[lookups - 1] / 1e3);
    }
}
