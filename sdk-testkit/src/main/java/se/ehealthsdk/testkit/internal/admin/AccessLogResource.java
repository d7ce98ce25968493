package se.ehealthsdk.testkit.internal.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.testkit.accesslog.StoredRecord;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** What the log service has stored, and who read whom. */
final class AccessLogResource {

    private static final int MOST_PAIRS = 500;

    private AccessLogResource() {}

    static void on(Router router) {
        router.get(
                "/access-log",
                AccessLogResource::list,
                "patient",
                "user",
                "unit",
                "before",
                "limit");
    }

    private static HttpReply list(Call call, Space space) {
        Optional<String> patient = call.parameter("patient").map(each -> each.replaceAll("[-+ ]", ""));
        Optional<String> user = call.parameter("user");
        Optional<String> unit = call.parameter("unit");
        long before = call.number("before", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        int limit = (int) call.number("limit", 1, 1000).orElse(100);
        List<StoredRecord> found = new ArrayList<>();
        for (StoredRecord each : space.services().logService().stored()) {
            AccessRecord record = each.record();
            if (patient.filter(id -> !isAbout(record, id)).isEmpty()
                    && user.filter(id -> !record.user().id().value().equalsIgnoreCase(id)).isEmpty()
                    && unit.filter(id -> !isAt(record.user(), id)).isEmpty()) {
                found.add(each);
            }
        }
        Collections.reverse(found);
        List<StoredRecord> page =
                found.stream().filter(each -> each.number() < before).limit(limit + 1L).toList();
        return Replies.json(
                call,
                Shape.of(
                                "records",
                                page.stream().limit(limit).map(AccessLogResource::record).toList())
                        .and("total", found.size())
                        .and("more", page.size() > limit)
                        .and("summary", summary(found)));
    }

    private static boolean isAbout(AccessRecord record, String id) {
        return record.resources().stream()
                .anyMatch(each -> id(each).filter(id::equals).isPresent());
    }

    private static Optional<String> id(AccessRecord.Resource resource) {
        return resource.patient().flatMap(each -> each.id().extension());
    }

    private static boolean isAt(AccessRecord.User user, String id) {
        return user.careUnit().id().value().equalsIgnoreCase(id)
                || user.careProvider().id().value().equalsIgnoreCase(id);
    }

    private static Shape record(StoredRecord stored) {
        AccessRecord record = stored.record();
        AccessRecord.User user = record.user();
        return Shape.of("number", stored.number())
                .and("call", stored.call())
                .and("storedAt", stored.storedAt())
                .and("consumer", stored.consumer().map(Object::toString))
                .and("logId", record.logId())
                .and("system", record.system().id())
                .and("systemName", record.system().name())
                .and("activity", record.activity().type().value())
                .and("level", record.activity().level())
                .and("purpose", record.activity().purpose().value())
                .and("startedAt", record.activity().start())
                .and(
                        "user",
                        Shape.of("id", user.id())
                                .and("name", user.name())
                                .and("title", user.title())
                                .and("assignment", user.assignment())
                                .and("careProvider", user.careProvider().id())
                                .and("careProviderName", user.careProvider().name())
                                .and("careUnit", user.careUnit().id())
                                .and("careUnitName", user.careUnit().name()))
                .and(
                        "patients",
                        record.resources().stream()
                                .map(
                                        each ->
                                                Shape.of("type", each.type().value())
                                                        .and("id", id(each))
                                                        .and("name", each.patient().flatMap(AccessRecord.Patient::name))
                                                        .and(
                                                                "careProvider",
                                                                each.careProvider().id())
                                                        .and(
                                                                "careUnit",
                                                                each.careUnit()
                                                                        .map(unit -> unit.id().value())))
                                .toList());
    }

    /** One user and one patient. */
    private static final class Pair {

        private final String user;
        private final Optional<String> userName;
        private final String patient;
        private final Optional<String> patientName;
        private final Set<String> activities = new TreeSet<>();
        private Instant first;
        private Instant last;
        private int times;

        Pair(AccessRecord record, String patient, Optional<String> patientName) {
            this.user = record.user().id().value();
            this.userName = record.user().name();
            this.patient = patient;
            this.patientName = patientName;
            this.first = record.activity().start();
            this.last = first;
        }

        void add(AccessRecord record) {
            Instant at = record.activity().start();
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
            activities.add(record.activity().type().value());
            times++;
        }

        Shape shape() {
            return Shape.of("user", user)
                    .and("userName", userName)
                    .and("patient", patient)
                    .and("patientName", patientName)
                    .and("times", times)
                    .and("first", first)
                    .and("last", last)
                    .and("activities", activities);
        }
    }

    private static List<Shape> summary(Collection<StoredRecord> records) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (StoredRecord stored : records) {
            AccessRecord record = stored.record();
            for (AccessRecord.Resource each : record.resources()) {
                id(each).ifPresent(
                                patient ->
                                        pairs.computeIfAbsent(
                                                        record.user().id() + " " + patient,
                                                        key ->
                                                                new Pair(
                                                                        record,
                                                                        patient,
                                                                        each.patient().flatMap(AccessRecord.Patient::name)))
                                                .add(record));
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparing((Pair pair) -> pair.last).reversed())
                .limit(MOST_PAIRS)
                .map(Pair::shape)
                .toList();
    }
}
