package se.ehealthsdk.testkit.internal.admin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/**
 * What was said at the start.
 *
 * @param version of the product
 * @param startedAt by the real clock
 * @param seed of ids
 * @param contracts the folder with official schemas
 * @param data the folder with data of one's own
 * @param pkiFolder where certificates are
 * @param pkiPassword of the PKCS#12 files there
 * @param pkiFiles their names
 * @param urls by service, beside the platform's
 */
public record About(
        String version,
        Instant startedAt,
        OptionalLong seed,
        Optional<Path> contracts,
        Optional<Path> data,
        Optional<Path> pkiFolder,
        String pkiPassword,
        List<String> pkiFiles,
        Map<String, URI> urls) {

    HttpReply answer(Call call, Space space) {
        NationalServices services = space.services();
        boolean first = space.name().equals(Spaces.DEFAULT);
        List<Shape> places =
                urls.entrySet().stream()
                        .filter(each -> first || each.getKey().equals("console"))
                        .map(each -> Shape.of("service", each.getKey()).and("url", each.getValue()))
                        .toList();
        List<Shape> all = new java.util.ArrayList<>();
        all.add(Shape.of("service", "platform").and("url", services.url()));
        all.addAll(places);
        Shape shape =
                Shape.of("product", "national-services")
                        .and("version", version)
                        .and("workspace", space.name())
                        .and("startedAt", startedAt)
                        .and("now", services.clock().instant())
                        .and("mode", services.platform().strictness());
        if (first && seed.isPresent()) {
            shape.and("seed", seed.getAsLong());
        }
        return Replies.json(
                call,
                shape.and("systemHsaId", NationalServices.SYSTEM_HSA_ID)
                        .and("contracts", contracts)
                        .and(
                                "state",
                                services.state().map(each -> Shape.of("folder", each.path())))
                        .and("data", data)
                        .and("urls", all)
                        .and("counts", counts(services))
                        .and(
                                "pki",
                                Shape.of("folder", pkiFolder)
                                        .and("password", pkiPassword)
                                        .and("files", pkiFiles)));
    }

    private static Shape counts(NationalServices services) {
        return Shape.of("people", services.hsa().personas().size())
                .and("patients", services.persons().people().size())
                .and("units", services.hsa().units().size())
                .and("careProviders", services.hsa().careProviders().size())
                .and("commissions", services.hsa().commissions().size())
                .and("certificates", services.certificates().stored().size())
                .and("exchanges", services.journal().exchanges().size())
                .and("accessRecords", services.logService().stored().size())
                .and(
                        "faults",
                        services.faultBoard().injected().stream()
                                .filter(each -> !each.spent())
                                .count());
    }
}
