package se.ehealthsdk.testkit.internal.admin;

import java.util.Optional;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.testkit.FaultCondition;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.scenario.FaultKind;
import se.ehealthsdk.testkit.scenario.FaultKinds;
import se.ehealthsdk.testkit.scenario.Injected;
import se.ehealthsdk.testkit.scenario.Injection;

/** What is to go wrong. */
final class FaultResource {

    private FaultResource() {}

    static void on(Router router) {
        router.get("/faults", FaultResource::list)
                .post("/faults", FaultResource::add)
                .delete("/faults", FaultResource::clear)
                .get("/faults/kinds", FaultResource::kinds)
                .delete("/faults/{id}", FaultResource::remove);
    }

    private static HttpReply list(Call call, Space space) {
        return Replies.json(
                call,
                Shape.of(
                        "faults",
                        space.services().faultBoard().injected().stream()
                                .map(FaultResource::shape)
                                .toList()));
    }

    private static Shape shape(Injected fault) {
        FaultCondition condition = fault.condition();
        Shape when =
                Shape.empty()
                        .and("times", condition.times())
                        .and("after", condition.after())
                        .and("from", condition.from())
                        .and("until", condition.until())
                        .and("probability", condition.probability())
                        .and("seed", condition.seed());
        return Shape.of("id", fault.id())
                .and("service", fault.service())
                .and("kind", fault.kind())
                .and("settings", fault.settings())
                .and("contract", fault.contract())
                .and("caller", fault.caller().map(Object::toString))
                .and("logicalAddress", fault.logicalAddress().map(LogicalAddress::value))
                .and("condition", when)
                .and("seen", fault.seen())
                .and("met", fault.met())
                .and("spent", fault.spent());
    }

    private static HttpReply add(Call call, Space space) {
        Fields fields =
                call.fields(
                        "service",
                        "kind",
                        "settings",
                        "contract",
                        "caller",
                        "logicalAddress",
                        "condition");
        Injection injection =
                new Injection(
                        fields.required("service"),
                        fields.required("kind"),
                        fields.map("settings"),
                        fields.text("contract"),
                        fields.hsaId("caller"),
                        fields.text("logicalAddress").map(LogicalAddress::of),
                        condition(fields));
        String id = space.services().faultBoard().inject(injection);
        space.changed("faults");
        Optional<Injected> added =
                space.services().faultBoard().injected().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst();
        return added.map(each -> Replies.created(call, id, shape(each)))
                .orElseThrow(
                        () -> Refusal.of(409, "The fault was taken away again by somebody else."));
    }

    private static FaultCondition condition(Fields fields) {
        Optional<Fields> told =
                fields.object("condition", "times", "after", "from", "until", "probability", "seed");
        if (told.isEmpty()) {
            return FaultCondition.always();
        }
        Fields when = told.get();
        return new FaultCondition(
                when.count("times"),
                when.count("after").orElse(0),
                when.moment("from"),
                when.moment("until"),
                when.number("probability").orElse(1.0),
                when.whole("seed").orElse(0));
    }

    private static HttpReply clear(Call call, Space space) {
        space.services().faultBoard().clear();
        space.changed("faults");
        return Replies.done();
    }

    private static HttpReply remove(Call call, Space space) {
        if (!space.services().faultBoard().remove(call.variable("id"))) {
            throw Refusal.notFound("fault");
        }
        space.changed("faults");
        return Replies.done();
    }

    private static HttpReply kinds(Call call, Space space) {
        return Replies.json(
                call,
                Shape.of("kinds", FaultKinds.all().stream().map(FaultResource::kind).toList()));
    }

    private static Shape kind(FaultKind kind) {
        return Shape.of("service", kind.service())
                .and("kind", kind.name())
                .and("text", kind.text())
                .and(
                        "settings",
                        kind.settings().stream()
                                .map(
                                        each -> {
                                            Shape shape =
                                                    Shape.of("name", each.name())
                                                            .and("type", each.type());
                                            if (!each.choices().isEmpty()) {
                                                shape.and("choices", each.choices());
                                            }
                                            return shape.and("standard", each.standard())
                                                    .and("required", each.required())
                                                    .and("text", each.text());
                                        })
                                .toList());
    }
}
