package se.ehealthsdk.testkit.internal.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.admin.AdminClient.ExchangeSummary;
import se.ehealthsdk.testkit.check.Severity;
import se.ehealthsdk.testkit.internal.summary.SeenCall;

/** The calls that services elsewhere have seen. */
public final class RemoteCalls {

    private RemoteCalls() {}

    /** All that are kept, oldest first. */
    public static List<SeenCall> of(AdminClient.Workspace services) {
        List<SeenCall> all = new ArrayList<>();
        List<ExchangeSummary> page = services.exchangesAfter(0);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(seen(each, services)));
            page = services.exchangesAfter(page.get(page.size() - 1).number());
        }
        return all;
    }

    private static SeenCall seen(ExchangeSummary call, AdminClient.Workspace services) {
        List<SeenCall.Broken> broken =
                call.rules().isEmpty()
                        ? List.of()
                        : services.exchange(call.number()).findings().stream()
                                .map(
                                        each ->
                                                new SeenCall.Broken(
                                                        each.rule(),
                                                        severity(each.severity()),
                                                        each.title(),
                                                        each.line()))
                                .toList();
        return new SeenCall(
                call.number(),
                call.contract(),
                call.caller(),
                call.logicalAddress(),
                call.status(),
                call.outcome().toUpperCase(Locale.ROOT).replace('-', '_'),
                call.fault(),
                broken);
    }

    private static Severity severity(String word) {
        return Words.read(Severity.class, "severity", word);
    }
}
