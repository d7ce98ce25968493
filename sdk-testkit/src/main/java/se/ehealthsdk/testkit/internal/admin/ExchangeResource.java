package se.ehealthsdk.testkit.internal.admin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import se.ehealthsdk.testkit.Exchange;
import se.ehealthsdk.testkit.check.Findings;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Calls, and what is wrong with them. */
final class ExchangeResource {

    private ExchangeResource() {}

    static void on(Router router) {
        router.get(
                        "/exchanges",
                        ExchangeResource::list,
                        "after",
                        "before",
                        "limit",
                        "order",
                        "contract",
                        "caller",
                        "outcome",
                        "rule",
                        "text")
                .delete("/exchanges", ExchangeResource::forget)
                .get("/exchanges/{number}", ExchangeResource::one)
                .get("/rules", ExchangeResource::rules)
                .get("/findings", ExchangeResource::findings, "rule", "limit");
    }

    private static HttpReply list(Call call, Space space) {
        long after = call.number("after", 0, Long.MAX_VALUE).orElse(0);
        long before = call.number("before", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        int limit = (int) call.number("limit", 1, 1000).orElse(100);
        String order = call.parameter("order").orElse("newest");
        if (!order.equals("newest") && !order.equals("oldest")) {
            throw Refusal.field(400, "order", "is not known", "newest or oldest");
        }
        Predicate<Exchange> filter = filter(call);
        List<Exchange> kept = space.services().journal().exchanges();
        List<Exchange> found = new ArrayList<>();
        for (Exchange each : kept) {
            if (each.number() > after && each.number() < before && filter.test(each)) {
                found.add(each);
            }
        }
        if (order.equals("newest")) {
            Collections.reverse(found);
        }
        return Replies.json(
                call,
                Shape.of(
                                "exchanges",
                                found.stream().limit(limit).map(ExchangeShapes::summary).toList())
                        .and("total", found.size())
                        .and("more", found.size() > limit)
                        .and("oldest", number(kept, 0))
                        .and("newest", number(kept, kept.size() - 1)));
    }

    private static Optional<Long> number(List<Exchange> kept, int index) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(index).number());
    }

    private static Predicate<Exchange> filter(Call call) {
        Optional<String> contract = call.parameter("contract").map(ExchangeResource::lower);
        Optional<String> caller = call.parameter("caller").map(ExchangeResource::lower);
        Optional<Exchange.Outcome> outcome =
                call.parameter("outcome")
                        .map(word -> Words.read(Exchange.Outcome.class, "outcome", word));
        Optional<String> rule = call.parameter("rule");
        Optional<String> text = call.parameter("text").map(ExchangeResource::lower);
        return each ->
                contract.filter(
                                        part ->
                                                !lower(each.contract().orElse("")).contains(part)
                                                        && !isCalled(each, part))
                                .isEmpty()
                        && caller.filter(part -> !holds(each.sender().map(Object::toString), part))
                                .isEmpty()
                        && outcome.filter(one -> each.outcome() != one).isEmpty()
                        && rule.filter(id -> !breaks(each, id)).isEmpty()
                        && text.filter(part -> !mentions(each, part)).isEmpty();
    }

    private static boolean isCalled(Exchange exchange, String name) {
        return exchange.contract()
                .flatMap(ExchangeShapes::contractName)
                .filter(each -> lower(each).contains(name))
                .isPresent();
    }

    private static boolean breaks(Exchange exchange, String rule) {
        return rule.equals("any")
                ? !exchange.findings().isEmpty()
                : exchange.findings().stream().anyMatch(each -> each.rule().id().equals(rule));
    }

    private static boolean mentions(Exchange exchange, String part) {
        return holds(Optional.of(exchange.request()), part)
                || holds(Optional.of(exchange.response()), part)
                || holds(exchange.logicalAddress(), part)
                || holds(exchange.correlationId(), part);
    }

    private static boolean holds(Optional<String> text, String part) {
        return text.filter(each -> lower(each).contains(part)).isPresent();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static HttpReply forget(Call call, Space space) {
        space.services().journal().clear();
        space.services().findings().clear();
        space.feed().reset();
        return Replies.done();
    }

    private static HttpReply one(Call call, Space space) {
        long number = Call.number("number", call.variable("number"), 1, Long.MAX_VALUE);
        return space.services()
                .journal()
                .exchange(number)
                .map(each -> Replies.json(call, ExchangeShapes.detail(each)))
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        404,
                                        "There is no call of that number, or it is no longer kept."));
    }

    private static HttpReply rules(Call call, Space space) {
        return Replies.json(
                call, Shape.of("rules", Rules.all().stream().map(ExchangeShapes::rule).toList()));
    }

    private static HttpReply findings(Call call, Space space) {
        Optional<String> rule = call.parameter("rule");
        int limit = (int) call.number("limit", 1, Findings.CAPACITY).orElse(100);
        Findings findings = space.services().findings();
        List<Findings.Noted> latest = new ArrayList<>(findings.latest());
        Collections.reverse(latest);
        return Replies.json(
                call,
                Shape.of(
                                "counts",
                                findings.counts().entrySet().stream()
                                        .filter(
                                                each ->
                                                        rule.isEmpty()
                                                                || rule.get()
                                                                        .equals(each.getKey().id()))
                                        .map(
                                                each ->
                                                        Shape.of(
                                                                        "rule",
                                                                        ExchangeShapes.rule(
                                                                                each.getKey()))
                                                                .and("count", each.getValue()))
                                        .toList())
                        .and(
                                "latest",
                                latest.stream()
                                        .filter(
                                                each ->
                                                        rule.isEmpty()
                                                                || rule.get()
                                                                        .equals(
                                                                                each.finding()
                                                                                        .rule()
                                                                                        .id()))
                                        .limit(limit)
                                        .map(ExchangeShapes::noted)
                                        .toList()));
    }
}
