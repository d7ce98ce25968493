package se.ehealthsdk.benchmarks;

import java.util.List;

/**
 * What a figure should reach.
 *
 * @param figure the name of the figure
 * @param moreIsBetter whether the limit is the least or the most it should be
 * @param limit the limit
 */
record Goal(String figure, boolean moreIsBetter, double limit) {

    static final List<Goal> ALL =
            List.of(
                    new Goal("rivta.call.vs_cxf_best", true, 1.5),
                    new Goal("rivta.call.vs_cxf_default", true, 3),
                    new Goal("rivta.call.vs_floor", true, 0.7),
                    new Goal("rivta.call100.vs_cxf_best", true, 1.3),
                    new Goal("rivta.alloc.vs_cxf_best", false, 0.5),
                    new Goal("rivta.coldstart.vs_cxf_best", false, 0.6),
                    new Goal("siths.path.vs_jdk", true, 0.8),
                    new Goal("siths.signature.vs_jdk", true, 1),
                    new Goal("audit.append16.vs_artemis", true, 3),
                    new Goal("audit.append16.vs_floor", true, 0.7),
                    new Goal("audit.drain.per_second", true, 20_000),
                    new Goal("audit.backlog.rate_vs_empty", true, 0.8),
                    new Goal("certificate.check.vs_schematron", true, 100),
                    new Goal("certificate.read.vs_jaxb", true, 1),
                    new Goal("certificate.write.vs_jaxb", true, 1),
                    new Goal("discharge.cost.growth", false, 1.2),
                    new Goal("directory.stream.vs_bare", true, 0.8),
                    new Goal("directory.file.vs_stax", true, 0.5),
                    new Goal("directory.index.lookup_ns", false, 2_000),
                    new Goal("directory.index.bytes_per_unit", false, 300),
                    new Goal("directory.lookup.p99_vs_bare", false, 3),
                    new Goal("testkit.lookups.per_second", true, 2_000),
                    new Goal("testkit.registrations.per_second", true, 1_000),
                    new Goal("testkit.heap_mib", false, 512),
                    new Goal("testkit.soak.slope_mib_per_minute", false, 1));

    boolean isMetBy(double value) {
        return moreIsBetter ? value >= limit : value <= limit;
    }

    String words() {
        return (moreIsBetter ? "at least " : "at most ") + limit;
    }
}
