package se.ehealthsdk.testkit.internal.admin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.testkit.certificate.PendingUpdate;
import se.ehealthsdk.testkit.certificate.StatusEvent;
import se.ehealthsdk.testkit.certificate.StatusUpdates;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.scenario.FaultKinds;

/** What waits to be delivered to vendors. */
final class OutboxResource {

    private OutboxResource() {}

    static void on(Router router) {
        router.get("/outbox", (call, space) -> Replies.json(call, shape(space)))
                .post("/outbox/deliver", OutboxResource::deliver)
                .put("/outbox/receivers", OutboxResource::receivers);
    }

    private static Shape shape(Space space) {
        List<Shape> pending =
                new ArrayList<>(
                        space.services().certificates().statusUpdates().pending().stream()
                                .map(OutboxResource::pending)
                                .toList());
        untaken(space).forEach(each -> pending.add(untaken(each)));
        return Shape.of("pending", pending).and("receivers", space.receivers().shape());
    }

    /** Nobody has said anything in a discharge system that has not been started. */
    private static List<CaseEvent> untaken(Space space) {
        return space.services().startedFaults().containsKey(FaultKinds.DISCHARGE)
                ? space.services().discharge().untaken()
                : List.of();
    }

    private static Shape untaken(CaseEvent event) {
        return Shape.of("kind", "discharge-message")
                .and("caseId", event.caseId())
                .and("messageId", event.id())
                .and("code", event.content().kind())
                .and("unit", event.sender().unit())
                .and("at", event.times().legal());
    }

    /** What has not been taken is sent again, and what became of it is told. */
    private static Shape attempt(CaseEvent event, Space space) {
        Set<String> answers = Set.copyOf(space.services().discharge().send(event).values());
        boolean taken = answers.equals(Set.of("ok"));
        Shape shape =
                Shape.of("kind", "discharge-message")
                        .and("messageId", event.id())
                        .and("code", event.content().kind())
                        .and("outcome", taken ? "delivered" : "retry");
        return taken
                ? shape
                : shape.and(
                        "reason",
                        answers.contains("")
                                ? "there was no answer"
                                : "answered " + String.join(", ", new TreeSet<>(answers)));
    }

    private static Shape attempt(StatusUpdates.Attempt attempt) {
        return Shape.of("kind", "status-update")
                .and("certificateId", attempt.event().certificateId())
                .and("code", attempt.event().code())
                .and("outcome", attempt.outcome())
                .and("reason", attempt.reason());
    }

    private static Shape pending(PendingUpdate update) {
        StatusEvent event = update.event();
        return Shape.of("kind", "status-update")
                .and("certificateId", event.certificateId())
                .and("code", event.code())
                .and("unit", update.unit())
                .and("at", event.time().atZone(SwedishTime.ZONE).toInstant())
                .and("subject", event.subject());
    }

    /** In which order. */
    private enum Order {
        IN_ORDER,
        REVERSED,
        DOUBLED,
        SHUFFLED
    }

    private static HttpReply deliver(Call call, Space space) {
        Fields fields = call.fields("order", "seed");
        Order order =
                fields.text("order")
                        .map(word -> Words.read(Order.class, "order", word))
                        .orElse(Order.IN_ORDER);
        long seed = fields.whole("seed").orElse(0);
        UnaryOperator<List<PendingUpdate>> way =
                switch (order) {
                    case IN_ORDER -> UnaryOperator.identity();
                    case REVERSED -> StatusUpdates.reversed();
                    case DOUBLED -> StatusUpdates.doubled();
                    case SHUFFLED -> StatusUpdates.shuffled(seed);
                };
        StatusUpdates updates = space.services().certificates().statusUpdates();
        List<StatusUpdates.Attempt> attempts;
        try {
            attempts = updates.deliver(way);
        } catch (IllegalStateException nowhere) {
            throw Refusal.of(
                    422,
                    "Nobody has said where the status updates of a unit go; say it with PUT /api/outbox/receivers.");
        }
        List<Shape> told = new ArrayList<>(attempts.stream().map(OutboxResource::attempt).toList());
        untaken(space).forEach(each -> told.add(attempt(each, space)));
        space.changed("outbox");
        return Replies.json(call, Shape.of("attempts", told));
    }

    /** A unit and where its updates go. */
    private record UnitReceiver(HsaId unit, URI url) {}

    private static HttpReply receivers(Call call, Space space) {
        Fields fields = call.fields("statusUpdates", "units", "messages");
        Optional<URI> all = fields.address("statusUpdates");
        Optional<URI> messages = fields.address("messages");
        List<UnitReceiver> units =
                fields.objects("units", "unit", "url").stream()
                        .map(
                                each ->
                                        new UnitReceiver(
                                                each.requiredHsaId("unit"),
                                                each.address("url")
                                                        .orElseThrow(
                                                                () ->
                                                                        each.wrong(
                                                                                "url",
                                                                                "is missing",
                                                                                "https://host:port/path"))))
                        .toList();
        var certificates = space.services().certificates();
        Receivers receivers = space.receivers();
        all.ifPresent(
                there -> {
                    certificates.statusUpdates().deliverTo(there);
                    receivers.statusUpdates(there);
                });
        for (UnitReceiver each : units) {
            certificates.statusUpdates().deliverTo(each.unit(), each.url());
            receivers.statusUpdates(each.unit().value(), each.url());
        }
        messages.ifPresent(
                there -> {
                    certificates.deliverMessagesTo(there);
                    receivers.messages(there);
                });
        space.changed("outbox");
        return Replies.json(call, shape(space));
    }
}
