package se.ehealthsdk.testkit.assertions;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.testkit.admin.AdminClient;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.check.Severity;
import se.ehealthsdk.testkit.internal.admin.RemoteCalls;
import se.ehealthsdk.testkit.internal.summary.SeenCall;

/** Services that run elsewhere. */
record RemoteSight(AdminClient.Workspace services) implements Sight {

    @Override
    public List<SeenCall> calls() {
        return RemoteCalls.of(services);
    }

    /** The Admin API counts the findings of all services together: what the platform's calls do not account for is of the others. */
    @Override
    public List<String> findingsElsewhere(Set<String> allowedRules) {
        Map<String, Long> onThePlatform =
                calls().stream()
                        .flatMap(call -> call.findings().stream())
                        .collect(
                                Collectors.groupingBy(
                                        SeenCall.Broken::rule, Collectors.counting()));
        return services.findings().entrySet().stream()
                .filter(each -> !allowedRules.contains(each.getKey()))
                .filter(each -> Rules.of(each.getKey()).severity() != Severity.ADVICE)
                .filter(each -> each.getValue() > onThePlatform.getOrDefault(each.getKey(), 0L))
                .map(each -> "another service: " + each.getKey())
                .sorted()
                .toList();
    }

    @Override
    public List<Access.Seen> accessLog() {
        return services.logRecords().stream()
                .map(
                        each ->
                                new Access.Seen(
                                        each.activity(),
                                        each.patients(),
                                        each.user(),
                                        each.careUnit(),
                                        each.careProvider(),
                                        each.purpose()))
                .toList();
    }

    @Override
    public List<String> doubled() {
        Set<String> seen = new HashSet<>();
        return services.logRecords().stream()
                .map(AdminClient.LogRecord::logId)
                .filter(each -> !seen.add(each))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return services.certificates().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(
                        each ->
                                new Certificate(
                                        Set.copyOf(each.sentTo()),
                                        each.state().equals("draft"),
                                        each.state().equals("revoked")));
    }

    @Override
    public List<String> certificates() {
        return services.certificates().stream().map(each -> each.type() + " " + each.id()).toList();
    }

    @Override
    public Optional<List<String>> dischargeCase(String id) {
        return dischargeCases().contains(id)
                ? Optional.of(services.dischargeEvents(id))
                : Optional.empty();
    }

    @Override
    public List<String> dischargeCases() {
        return services.dischargeCases();
    }
}
