package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.internal.summary.FindingsElsewhere;
import se.ehealthsdk.testkit.internal.summary.SeenCall;

/** Services in this JVM. */
record LocalSight(NationalServices services) implements Sight {

    @Override
    public List<SeenCall> calls() {
        return services.journal().exchanges().stream().map(SeenCall::of).toList();
    }

    @Override
    public List<String> findingsElsewhere(Set<String> allowedRules) {
        return FindingsElsewhere.lines(services, allowedRules);
    }

    @Override
    public List<Access.Seen> accessLog() {
        return services.logService().stored().stream().map(each -> seen(each.record())).toList();
    }

    private static Access.Seen seen(AccessRecord record) {
        return new Access.Seen(
                record.activity().type().value(),
                record.resources().stream()
                        .flatMap(each -> each.patient().stream())
                        .flatMap(each -> each.id().extension().stream())
                        .toList(),
                record.user().id().value(),
                record.user().careUnit().id().value(),
                record.user().careProvider().id().value(),
                record.activity().purpose().value());
    }

    @Override
    public List<String> doubled() {
        return services.logService().doubled();
    }

    @Override
    public Optional<Certificate> certificate(String id) {
        return services.certificates()
                .stored(id)
                .map(each -> new Certificate(each.sentTo(), each.draft(), each.revoked()));
    }

    @Override
    public List<String> certificates() {
        return services.certificates().stored().stream()
                .map(each -> each.type() + " " + each.id())
                .toList();
    }

    @Override
    public Optional<List<String>> dischargeCase(String id) {
        return services.discharge()
                .find(CaseId.of(id))
                .map(each -> each.events().stream().map(event -> event.content().kind()).toList());
    }

    @Override
    public List<String> dischargeCases() {
        return services.discharge().cases().stream()
                .map(DischargeCase::id)
                .map(CaseId::value)
                .toList();
    }
}
