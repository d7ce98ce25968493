package se.ehealthsdk.audit.internal.access;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.access.AccessingActor;
import se.ehealthsdk.audit.access.Action;
import se.ehealthsdk.audit.access.Actor;
import se.ehealthsdk.audit.access.Cancelled;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * The types that the three domains have in common: each declares them in a namespace of its own, and
 * patient relations spell every name with a capital.
 *
 * @param namespace of the types
 * @param capitals whether names begin with a capital
 */
record CommonTypes(String namespace, boolean capitals) {

    /** The types' namespace is declared, and the writer writes in it. */
    ElementWriter open(ElementWriter out) throws XMLStreamException {
        out.declare("core", namespace);
        return out.in(namespace);
    }

    /** How the domain spells a name given in lower camel case. */
    String spelled(String name) {
        return capitals ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    /** The current element's name in lower camel case, whatever the domain's spelling. */
    static String name(ElementReader in) {
        String name = in.name();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static <T> T required(@Nullable T value, String element) throws XMLStreamException {
        if (value == null) {
            throw new XMLStreamException(element + " is missing");
        }
        return value;
    }

    static HsaId hsaId(ElementReader in, String element) throws XMLStreamException {
        return HsaId.tryParse(in.token())
                .orElseThrow(() -> new XMLStreamException(element + " is not an HSA-id"));
    }

    void text(String name, String text, ElementWriter out) throws XMLStreamException {
        out.text(spelled(name), text);
    }

    void text(String name, Optional<String> text, ElementWriter out) throws XMLStreamException {
        out.text(spelled(name), text);
    }

    void hsaId(String name, HsaId id, ElementWriter out) throws XMLStreamException {
        out.text(spelled(name), id.value());
    }

    void hsaId(String name, Optional<HsaId> id, ElementWriter out) throws XMLStreamException {
        out.text(spelled(name), id.map(HsaId::value));
    }

    void bool(String name, boolean value, ElementWriter out) throws XMLStreamException {
        out.bool(spelled(name), value);
    }

    /** With all its decimals: a list that goes on where it ended must not begin a little earlier. */
    void time(String name, Instant time, ElementWriter out) throws XMLStreamException {
        out.text(
                spelled(name),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.atZone(SwedishTime.ZONE).toOffsetDateTime()));
    }

    void time(String name, Optional<Instant> time, ElementWriter out) throws XMLStreamException {
        if (time.isPresent()) {
            time(name, time.get(), out);
        }
    }

    /** An {@code IIType}: the element in one namespace, what is in it in that of the types. */
    void person(String name, PersonId person, ElementWriter out) throws XMLStreamException {
        out.start(spelled(name));
        ElementWriter inside = out.in(namespace);
        inside.text("root", person.oid());
        inside.text("extension", person.value());
        out.end();
    }

    static PersonId person(ElementReader in, String element) throws XMLStreamException {
        String root = null;
        String extension = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "root" -> root = in.token();
                case "extension" -> extension = in.token();
                default -> in.skip();
            }
        }
        return PersonId.tryParse(required(root, "root"), required(extension, "extension"))
                .orElseThrow(() -> new XMLStreamException(element + " is not a personal identity"));
    }

    void accessingActor(AccessingActor actor, ElementWriter out) throws XMLStreamException {
        out.start(spelled("accessingActor"));
        ElementWriter inside = out.in(namespace);
        hsaId("employeeId", actor.employee(), inside);
        hsaId("careProviderId", actor.careProvider(), inside);
        hsaId("careUnitId", actor.careUnit(), inside);
        out.end();
    }

    static AccessingActor accessingActor(ElementReader in) throws XMLStreamException {
        HsaId employee = null;
        HsaId careProvider = null;
        HsaId careUnit = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "employeeId" -> employee = hsaId(in, "employeeId");
                case "careProviderId" -> careProvider = hsaId(in, "careProviderId");
                case "careUnitId" -> careUnit = hsaId(in, "careUnitId");
                default -> in.skip();
            }
        }
        return new AccessingActor(
                required(employee, "employeeId"),
                required(careProvider, "careProviderId"),
                required(careUnit, "careUnitId"));
    }

    void action(String name, Action action, ElementWriter out) throws XMLStreamException {
        out.start(spelled(name));
        ElementWriter inside = out.in(namespace);
        time("requestDate", action.requested(), inside);
        actor("requestedBy", action.requestedBy(), inside);
        time("registrationDate", action.registered(), inside);
        actor("registeredBy", action.registeredBy(), inside);
        text("reasonText", action.reason(), inside);
        out.end();
    }

    void action(String name, Optional<Action> action, ElementWriter out) throws XMLStreamException {
        if (action.isPresent()) {
            action(name, action.get(), out);
        }
    }

    static Action action(ElementReader in) throws XMLStreamException {
        Instant requested = null;
        Actor requestedBy = null;
        Instant registered = null;
        Actor registeredBy = null;
        String reason = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "requestDate" -> requested = in.dateTime();
                case "requestedBy" -> requestedBy = actor(in);
                case "registrationDate" -> registered = in.dateTime();
                case "registeredBy" -> registeredBy = actor(in);
                case "reasonText" -> reason = in.text();
                default -> in.skip();
            }
        }
        return new Action(
                required(requested, "requestDate"),
                required(requestedBy, "requestedBy"),
                required(registered, "registrationDate"),
                required(registeredBy, "registeredBy"),
                Optional.ofNullable(reason));
    }

    private void actor(String name, Actor actor, ElementWriter out) throws XMLStreamException {
        out.start(spelled(name));
        hsaId("employeeId", actor.employee(), out);
        hsaId("assignmentId", actor.assignment(), out);
        text("assignmentName", actor.assignmentName(), out);
        out.end();
    }

    private static Actor actor(ElementReader in) throws XMLStreamException {
        HsaId employee = null;
        HsaId assignment = null;
        String assignmentName = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "employeeId" -> employee = hsaId(in, "employeeId");
                case "assignmentId" -> assignment = hsaId(in, "assignmentId");
                case "assignmentName" -> assignmentName = in.text();
                default -> in.skip();
            }
        }
        return new Actor(
                required(employee, "employeeId"),
                Optional.ofNullable(assignment),
                Optional.ofNullable(assignmentName));
    }

    void result(String name, AccessControlResult result, ElementWriter out)
            throws XMLStreamException {
        out.start(spelled(name));
        ElementWriter inside = out.in(namespace);
        text("resultCode", result.code(), inside);
        // patient relations demand the text even when there is nothing to say
        text(
                "resultText",
                capitals ? Optional.of(result.text().orElse("")) : result.text(),
                inside);
        out.end();
    }

    static AccessControlResult result(ElementReader in) throws XMLStreamException {
        String code = null;
        String text = null;
        while (in.nextChild()) {
            switch (name(in)) {
                case "resultCode" -> code = in.token();
                case "resultText" -> text = in.text();
                default -> in.skip();
            }
        }
        return new AccessControlResult(
                required(code, "resultCode"),
                Optional.ofNullable(text).filter(said -> !said.isEmpty()));
    }

    void cancelled(String name, String id, Cancelled cancelled, ElementWriter out)
            throws XMLStreamException {
        out.start(spelled(name));
        text(id, cancelled.id(), out);
        time("cancellationDate", cancelled.when(), out);
        out.end();
    }

    static Cancelled cancelled(ElementReader in, String id) throws XMLStreamException {
        String cancelled = null;
        Instant when = null;
        while (in.nextChild()) {
            String name = name(in);
            if (name.equals(id)) {
                cancelled = in.token();
            } else if (name.equals("cancellationDate")) {
                when = in.dateTime();
            } else {
                in.skip();
            }
        }
        return new Cancelled(required(cancelled, id), required(when, "cancellationDate"));
    }
}
