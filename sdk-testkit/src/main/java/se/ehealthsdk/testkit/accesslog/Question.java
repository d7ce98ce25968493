package se.ehealthsdk.testkit.accesslog;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What a report is to hold.
 *
 * @param kind which of the reports
 * @param careProvider whose records, or whose data; null for a patient's own report
 * @param patient whose data; null for all
 * @param user who acted; null for all
 * @param careUnit where the user acted; null for all
 * @param from the first moment, included
 * @param to the last moment, included
 */
record Question(
        Kind kind,
        @Nullable HsaId careProvider,
        @Nullable PersonIdentity patient,
        @Nullable HsaId user,
        @Nullable HsaId careUnit,
        Instant from,
        Instant to) {

    /** The reports of the contract. */
    enum Kind {
        /** The records that a care provider owns. */
        LOGS,
        /** Who has seen a patient's data, at any care provider. */
        ACCESS_LOGS_FOR_PATIENT,
        /** Which care providers have seen a care provider's data. */
        INFO_LOGS
    }

    static Question of(Kind kind, Part request, ContractRules rules) {
        boolean ofProvider = kind != Kind.ACCESS_LOGS_FOR_PATIENT;
        PersonIdentity patient = ContractRules.optionalPerson(request, "patientId").orElse(null);
        if (!ofProvider && patient == null) {
            throw new NotAllowed("patientId saknas");
        }
        Question question =
                new Question(
                        kind,
                        ofProvider ? ContractRules.hsaId(request, "careProviderId") : null,
                        patient,
                        ContractRules.optionalHsaId(request, "userId"),
                        ContractRules.optionalHsaId(request, "careUnitId"),
                        rules.time(request, "fromDate"),
                        rules.time(request, "toDate"));
        if (question.from.isAfter(question.to)) {
            throw new NotAllowed("fromDate ligger efter toDate");
        }
        return question;
    }

    /** What the report holds, of records that may be shown. */
    List<ReportEntry> entries(Stream<AccessRecord> records) {
        Stream<AccessRecord> inTime = records.filter(record -> isWithin(record.activity().start()));
        return switch (kind) {
            case LOGS ->
                    inTime.filter(record -> isOwner(record.user().careProvider()))
                            .filter(this::isByWhomAsked)
                            .filter(record -> record.resources().stream().anyMatch(this::isAbout))
                            .map(record -> new ReportEntry(record, record.resources().get(0)))
                            .toList();
            case ACCESS_LOGS_FOR_PATIENT -> inTime.flatMap(this::perResource).toList();
            case INFO_LOGS -> {
                Set<HsaId> seen = new HashSet<>();
                yield inTime.flatMap(this::perResource)
                        .filter(entry -> isOwner(entry.resource().careProvider()))
                        .filter(entry -> seen.add(entry.record().user().careProvider().id()))
                        .toList();
            }
        };
    }

    private Stream<ReportEntry> perResource(AccessRecord record) {
        return record.resources().stream()
                .filter(this::isAbout)
                .map(resource -> new ReportEntry(record, resource));
    }

    private boolean isOwner(CareProvider provider) {
        return careProvider == null || provider.id().equals(careProvider);
    }

    private boolean isByWhomAsked(AccessRecord record) {
        return (user == null || record.user().id().equals(user))
                && (careUnit == null || record.user().careUnit().id().equals(careUnit));
    }

    private boolean isAbout(Resource resource) {
        return patient == null
                || resource.patient().filter(each -> each.id().equals(patient)).isPresent();
    }

    private boolean isWithin(Instant time) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    /** Which report; not about whom. */
    @Override
    public String toString() {
        return "Question[" + kind + "]";
    }
}
