package se.ehealthsdk.testkit.internal.summary;

import java.util.List;
import java.util.Set;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.check.Severity;

/** What was found wrong on services whose calls are not in the platform's journal: identity provider, directory, unit file, discharge. */
public final class FindingsElsewhere {

    private FindingsElsewhere() {}

    /**
     * A line for each, oldest first, advice and the allowed rules apart. The values of messages are not in it.
     *
     * @param services whose findings
     * @param allowed ids of rules
     */
    public static List<String> lines(NationalServices services, Set<String> allowed) {
        return services.findings().latest().stream()
                .filter(each -> !each.surface().equals("platform"))
                .filter(each -> each.finding().rule().severity() != Severity.ADVICE)
                .filter(each -> !allowed.contains(each.finding().rule().id()))
                .map(each -> each.surface() + ": " + each.finding().rule().id())
                .toList();
    }
}
