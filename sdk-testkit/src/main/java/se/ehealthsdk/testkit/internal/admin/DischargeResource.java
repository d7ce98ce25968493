package se.ehealthsdk.testkit.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.EventRefusedException;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.json.CaseJson;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligations;
import se.ehealthsdk.discharge.payment.Blocker;
import se.ehealthsdk.discharge.payment.PaymentLiability;
import se.ehealthsdk.discharge.payment.Rates;
import se.ehealthsdk.discharge.payment.Step;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.testkit.discharge.RegionalDischargeSystem;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** The cases of the region's discharge system: who owes what by when, and what the municipality has to pay. */
final class DischargeResource {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static final List<Participant> REGION =
            List.of(
                    RegionalDischargeSystem.WARD,
                    RegionalDischargeSystem.HEALTH_CENTRE,
                    RegionalDischargeSystem.SOCIAL_SERVICES,
                    RegionalDischargeSystem.MUNICIPAL_HEALTH_CARE);

    private DischargeResource() {}

    static void on(Router router) {
        router.get("/discharge/cases", DischargeResource::list)
                .get("/discharge/cases/{id}", DischargeResource::one, "policy")
                .post("/discharge/cases/{id}/events", DischargeResource::say)
                .post("/discharge/systems", DischargeResource::connect);
    }

    private static HttpReply list(Call call, Space space) {
        RegionalDischargeSystem region = space.services().discharge();
        List<DischargeCase> cases = new ArrayList<>(region.cases());
        Collections.reverse(cases);
        return Replies.json(
                call,
                Shape.of(
                                "cases",
                                cases.stream()
                                        .map(
                                                each ->
                                                        summary(
                                                                each,
                                                                obligations(each, space, policy(call, space))))
                                        .toList())
                        .and("units", units(region)));
    }

    private static List<Shape> units(RegionalDischargeSystem region) {
        Set<HsaId> own = region.units();
        return REGION.stream().filter(each -> own.contains(each.unit())).map(DischargeResource::unit).toList();
    }

    private static Shape unit(Participant unit) {
        return Shape.of("party", unit.party()).and("unit", unit.unit()).and("name", unit.name());
    }

    private static List<Shape> all(Collection<Participant> units) {
        return units.stream().map(DischargeResource::unit).toList();
    }

    private static Policy policy(Call call, Space space) {
        LocalDate today = LocalDate.ofInstant(space.services().clock().instant(), SwedishTime.ZONE);
        String id = call.parameter("policy").orElse("act");
        return id.equals("act") ? Policy.act(today) : Policy.byId(id);
    }

    private static Obligations obligations(DischargeCase held, Space space, Policy policy) {
        return Obligations.of(held, space.services().clock().instant(), policy);
    }

    private static Shape summary(DischargeCase held, Obligations obligations) {
        long overdue = obligations.all().stream().filter(Obligation::isOverdue).count();
        long open =
                obligations.all().stream()
                        .filter(each -> each.status() == Obligation.Status.OPEN)
                        .count();
        return Shape.of("id", held.id())
                .and("patient", held.patient().value())
                .and("phase", held.phase())
                .and("admittedAt", held.admission().map(each -> each.admittedAt()))
                .and("estimatedDischarge", held.estimatedDischarge())
                .and("dischargedAt", held.dischargedAt())
                .and("participants", all(new LinkedHashSet<>(held.participants())))
                .and("events", held.events().size())
                .and("nextDueAt", obligations.nextDue().flatMap(Obligation::dueAt))
                .and(
                        "obligations",
                        Shape.of("open", open)
                                .and("late", overdue)
                                .and("met", obligations.met().size()));
    }

    private static DischargeCase find(Call call, Space space) {
        try {
            return space.services()
                    .discharge()
                    .find(CaseId.of(call.variable("id")))
                    .orElseThrow(() -> Refusal.notFound("case"));
        } catch (InvalidInputException noId) {
            throw Refusal.notFound("case");
        }
    }

    private static HttpReply one(Call call, Space space) {
        return Replies.json(call, detail(call, space, find(call, space)));
    }

    private static Shape detail(Call call, Space space, DischargeCase held) {
        Policy policy = policy(call, space);
        Obligations obligations = obligations(held, space, policy);
        Instant now = space.services().clock().instant();
        Set<HsaId> own = space.services().discharge().units();
        return Shape.of("summary", summary(held, obligations))
                .and("policy", policy.id())
                .and("events", events(held))
                .and(
                        "obligations",
                        obligations.all().stream().map(DischargeResource::obligation).toList())
                .and(
                        "liability",
                        liability(
                                PaymentLiability.assess(
                                        held,
                                        policy,
                                        Rates.sourced(),
                                        LocalDate.ofInstant(now, SwedishTime.ZONE))))
                .and(
                        "sayable",
                        held.participants().stream()
                                .filter(each -> own.contains(each.unit()))
                                .map(DischargeResource::unit)
                                .toList());
    }

    private static List<Shape> events(DischargeCase held) {
        Map<MessageId, Message> messages = new HashMap<>();
        held.messages().forEach(each -> messages.put(each.event().id(), each));
        return held.events().stream().map(each -> event(each, messages)).toList();
    }

    private static Shape event(CaseEvent event, Map<MessageId, Message> messages) {
        JsonNode json = Json.read(CaseJson.write(event));
        return Shape.of("id", event.id())
                .and("kind", event.content().kind())
                .and("at", event.times().legal())
                .and("sender", unit(event.sender()))
                .and("recipients", all(event.recipients()))
                .and(
                        "holds",
                        Optional.ofNullable(messages.get(event.id())).map(Message::holds))
                .and("content", Json.map(json.get("content")));
    }

    private static Shape obligation(Obligation obligation) {
        return Shape.of("rule", obligation.rule())
                .and("owners", obligation.owners().stream().map(Words::of).toList())
                .and(
                        "units",
                        obligation.units().stream().map(each -> each.unit().value()).toList())
                .and("status", obligation.status())
                .and("overdue", obligation.isOverdue())
                .and("dueAt", obligation.dueAt())
                .and("dueDay", obligation.dueDay())
                .and("metAt", obligation.metAt())
                .and("since", obligation.since())
                .and("binding", obligation.binding())
                .and("reason", obligation.reason())
                .and(
                        "text",
                        Shape.text(
                                obligation.explanation(SWEDISH),
                                obligation.explanation(Locale.ENGLISH)))
                .and(
                        "duty",
                        Shape.text(obligation.duty(SWEDISH), obligation.duty(Locale.ENGLISH)))
                .and("source", obligation.reference());
    }

    private static Shape liability(PaymentLiability liability) {
        return Shape.of("status", liability.status())
                .and("asOf", liability.asOf())
                .and("municipality", liability.municipality().map(each -> each.value()))
                .and("firstLiableDay", liability.firstLiableDay())
                .and("days", liability.days().size())
                .and("amount", liability.amount().map(each -> each.toPlainString()))
                .and("steps", liability.steps().stream().map(DischargeResource::step).toList())
                .and(
                        "blockers",
                        liability.blockers().stream().map(DischargeResource::blocker).toList());
    }

    private static Shape step(Step step) {
        return Shape.text(step.text(SWEDISH), step.text(Locale.ENGLISH));
    }

    private static Shape blocker(Blocker blocker) {
        return Shape.text(blocker.text(SWEDISH), blocker.text(Locale.ENGLISH));
    }

    private static HttpReply say(Call call, Space space) {
        DischargeCase held = find(call, space);
        Fields fields = call.fields("from", "content");
        HsaId from = fields.requiredHsaId("from");
        RegionalDischargeSystem region = space.services().discharge();
        Participant unit =
                REGION.stream()
                        .filter(each -> each.unit().equals(from))
                        .filter(each -> region.units().contains(each.unit()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        fields.wrong(
                                                "from",
                                                "is none of the region's units",
                                                "one of those in /api/discharge/cases"));
        CaseEvent template = held.events().get(held.events().size() - 1);
        ObjectNode event = (ObjectNode) Json.read(CaseJson.write(template));
        event.set("content", fields.requiredNode("content"));
        event.remove("transcription");
        CaseEvent read = CaseJson.readEvent(Json.write(event));
        try {
            region.say(held.id(), unit, read.content());
        } catch (EventRefusedException refused) {
            throw Refusal.of(422, "The case refuses it: " + refused.getMessage());
        }
        space.changed("discharge");
        return Replies.json(201, call, detail(call, space, find(call, space)))
                .with("Location", call.web().target().getRawPath());
    }

    private static HttpReply connect(Call call, Space space) {
        Fields fields = call.fields("system", "url", "units");
        HsaId system = fields.requiredHsaId("system");
        URI url =
                fields.address("url")
                        .filter(each -> each.getScheme().equals("https"))
                        .orElseThrow(
                                () ->
                                        fields.wrong(
                                                "url", "is no address", "https://host:port/path"));
        Set<HsaId> units = new LinkedHashSet<>();
        fields.texts("units").forEach(each -> units.add(Fields.hsaId("units", each)));
        RegionalDischargeSystem region = space.services().discharge();
        region.connect(system, url, units);
        space.changed("discharge");
        return Replies.json(call, Shape.of("units", units(region)));
    }
}
