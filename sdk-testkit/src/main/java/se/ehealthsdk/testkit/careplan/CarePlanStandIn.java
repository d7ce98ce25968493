package se.ehealthsdk.testkit.careplan;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Aggregated;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.ProcessingStatus;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.Ids;

/**
 * Source systems with care plans, the aggregating service, and the engagement index. Safe for use by many threads.
 *
 * <pre>{@code
 * CarePlanStandIn plans = services.carePlans();
 * plans.source(hsaId).save(StoredPlan.of("D-1", patient, unit, recorded));
 * plans.source(other).save(...).fails(SourceFault.DOWN);
 * // the aggregating service asks those whose posts are in plans.engagementIndex()
 * }</pre>
 *
 * <p>The aggregating service asks the sources that the index has posts of, answers always {@code INFO} with log id {@code
 * NA}, and tells of each source in the header {@code ProcessingStatus}. A source whose plans are not in the index is found
 * at its own address alone.
 */
public final class CarePlanStandIn {

    /** The aggregating service's logical address: that of the national one for acceptance tests. */
    public static final LogicalAddress AGGREGATOR =
            LogicalAddress.of("T_SERVICES_SE165565594230-1023");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Clock clock;
    private final Ids ids;
    private final EngagementIndexStandIn index;
    private final Map<LogicalAddress, SourceSystem> sources = new LinkedHashMap<>();
    private @Nullable Consumer<LogicalAddress> route;

    /**
     * Nothing there yet.
     *
     * @param clock by which the aggregating service dates what it tells
     * @param ids of the answers, for whoever reads a log
     */
    public CarePlanStandIn(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
        this.index = new EngagementIndexStandIn(clock);
    }

    /** Answers the contracts. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        endpoint.onAggregated(Wire.GET_CARE_PLANS, this::plans);
        endpoint.on(Wire.UPDATE, index::update);
    }

    /**
     * Leads the platform to all that is here, now and later.
     *
     * @param routing adds a route
     */
    public synchronized void routeThrough(Consumer<LogicalAddress> routing) {
        this.route = routing;
        routing.accept(AGGREGATOR);
        routing.accept(EngagementIndexStandIn.ADDRESS);
        sources.keySet().forEach(routing);
    }

    /** A source system; made, empty, when it is first asked for. */
    public synchronized SourceSystem source(HsaId id) {
        return sources.computeIfAbsent(
                LogicalAddress.of(id),
                address -> {
                    if (route != null) {
                        route.accept(address);
                    }
                    return new SourceSystem(id, ids);
                });
    }

    /** The engagement index. */
    public EngagementIndexStandIn engagementIndex() {
        return index;
    }

    private Aggregated<Part> plans(Part request, Caller caller) {
        Optional<String> wrong = Wire.wrong(request);
        if (wrong.isPresent()) {
            throw RivtaFault.client("Unmarshalling Error: " + wrong.get());
        }
        if (caller.logicalAddress().equals(AGGREGATOR)) {
            return aggregated(request);
        }
        SourceSystem source = sourceAt(caller.logicalAddress());
        if (source == null) {
            throw RivtaFault.client("No source system there");
        }
        return new Aggregated<>(source.answer(request), List.of());
    }

    private synchronized @Nullable SourceSystem sourceAt(LogicalAddress address) {
        return sources.get(address);
    }

    private Aggregated<Part> aggregated(Part request) {
        String now = TIME.format(clock.instant().atZone(SWEDEN));
        List<Part> plans = new ArrayList<>();
        List<ProcessingStatus> statuses = new ArrayList<>();
        String resident = request.part("patientId").orElseThrow().at("id");
        String only = request.at("sourceSystemHSAId");
        for (String address : index.sourcesOf(resident)) {
            if (!only.isEmpty() && !only.equalsIgnoreCase(address)) {
                continue;
            }
            SourceSystem source = sourceAt(LogicalAddress.of(address));
            if (source == null || source.isSilent()) {
                statuses.add(
                        ProcessingStatus.noData(
                                address,
                                now,
                                new ProcessingStatus.Failure(
                                        source == null
                                                ? "virtualization_platform"
                                                : "service_producer",
                                        source == null ? "VP004" : "VP009",
                                        "No answer")));
            } else {
                source.found(request).forEach(plans::add);
                statuses.add(ProcessingStatus.fromSource(address, now));
            }
        }
        return new Aggregated<>(
                Wire.answer(plans.stream(), Wire.result("INFO", null, "NA", null)), statuses);
    }

    /** Everything as it was at the start: no source, no post. Routes stay until the platform's own reset. */
    public synchronized void reset() {
        sources.clear();
        index.reset();
    }
}
