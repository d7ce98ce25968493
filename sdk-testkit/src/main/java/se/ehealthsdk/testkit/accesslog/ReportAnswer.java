package se.ehealthsdk.testkit.accesslog;

import static se.ehealthsdk.testkit.accesslog.LogWire.each;
import static se.ehealthsdk.testkit.accesslog.LogWire.identified;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.Activity;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.AccessRecord.Resource;
import se.ehealthsdk.audit.AccessRecord.User;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * The answer to a question for a report: the report, or when to ask again.
 *
 * @param result how it went
 * @param available the part of the time asked for that is kept online; empty when nothing of it is
 * @param waiting the place in the queue, while the report is not done
 * @param entries what was found; empty unless it is done
 */
record ReportAnswer(
        Result result,
        Optional<Interval> available,
        Optional<Waiting> waiting,
        List<ReportEntry> entries) {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(SwedishTime.ZONE);

    /** From and to, both included. */
    record Interval(Instant from, Instant to) {}

    /** What to ask with, and when. */
    record Waiting(String reportId, Duration time) {}

    static ReportAnswer refused(Result result) {
        return new ReportAnswer(result, Optional.empty(), Optional.empty(), List.of());
    }

    boolean isDone() {
        return result.isOk();
    }

    void writeResult(ElementWriter log) throws XMLStreamException {
        log.start("reportResult");
        log.start("result");
        LogWire.write(result, log);
        log.end();
        log.text("startInterval", available.map(it -> local(it.from())));
        log.text("endInterval", available.map(it -> local(it.to())));
        log.text("queuedReportId", waiting.map(Waiting::reportId));
        // whole seconds, and not too early
        log.text(
                "queueTime",
                waiting.map(it -> String.valueOf(it.time().plusMillis(999).toSeconds())));
        log.end();
    }

    void writeLogs(ElementWriter log) throws XMLStreamException {
        each(entries, "log", log, (entry, out) -> record(entry.record(), out));
    }

    void writeAccessLogs(ElementWriter log) throws XMLStreamException {
        each(entries, "accessLog", log, ReportAnswer::access);
    }

    void writeProviders(ElementWriter log) throws XMLStreamException {
        each(
                entries,
                "careProvider",
                log,
                (entry, out) -> provider(entry.record().user().careProvider(), out));
    }

    private static void access(ReportEntry entry, ElementWriter log) throws XMLStreamException {
        User user = entry.record().user();
        Activity activity = entry.record().activity();
        provider(user.careProvider(), log);
        unit(user.careUnit(), log);
        log.text("accessDate", local(activity.start()));
        log.text("userId", user.id().value());
        log.text("userName", user.name());
        log.text("userTitle", user.title());
        log.text("purpose", activity.purpose().value());
        log.text("resourceType", entry.resource().type().value());
    }

    private static void record(AccessRecord record, ElementWriter log) throws XMLStreamException {
        log.text("logId", record.logId());
        log.start("system");
        identified(log, "system", record.system().id().value(), record.system().name());
        log.end();
        log.start("activity");
        Activity activity = record.activity();
        log.text("activityType", activity.type().value());
        log.text("activityLevel", activity.level());
        log.text("activityArgs", activity.arguments());
        log.text("startDate", local(activity.start()));
        log.text("purpose", activity.purpose().value());
        log.end();
        log.start("user");
        user(record.user(), log);
        log.end();
        log.start("resources");
        each(record.resources(), "resource", log, ReportAnswer::resource);
        log.end();
    }

    private static void user(User user, ElementWriter log) throws XMLStreamException {
        log.text("userId", user.id().value());
        log.text("name", user.name());
        if (user.personId().isPresent()) {
            person("personId", user.personId().get(), log);
        }
        log.text("assignment", user.assignment());
        log.text("title", user.title());
        each(List.of(user.careProvider()), "careProvider", log, ReportAnswer::provider);
        each(List.of(user.careUnit()), "careUnit", log, ReportAnswer::unit);
    }

    private static void resource(Resource resource, ElementWriter log) throws XMLStreamException {
        log.text("resourceType", resource.type().value());
        if (resource.patient().isPresent()) {
            log.start("patient");
            person("patientId", resource.patient().get().id(), log);
            log.text("patientName", resource.patient().get().name());
            log.end();
        }
        each(List.of(resource.careProvider()), "careProvider", log, ReportAnswer::provider);
        each(resource.careUnit().stream().toList(), "careUnit", log, ReportAnswer::unit);
    }

    private static void provider(CareProvider provider, ElementWriter log)
            throws XMLStreamException {
        identified(log, "careProvider", provider.id().value(), provider.name());
    }

    private static void unit(CareUnit unit, ElementWriter log) throws XMLStreamException {
        identified(log, "careUnit", unit.id().value(), unit.name());
    }

    private static void person(String name, PersonIdentity person, ElementWriter log)
            throws XMLStreamException {
        log.start(name);
        log.text("root", person.root());
        log.text("extension", person.extension());
        log.end();
    }

    private static String local(Instant time) {
        return LOCAL.format(time);
    }

    /** The result and how much there is. */
    @Override
    public String toString() {
        return "ReportAnswer[" + result + ", " + entries.size() + " entries]";
    }
}
