package se.ehealthsdk.person.internal;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.person.Actor;
import se.ehealthsdk.person.DatePeriod;
import se.ehealthsdk.person.Identity;
import se.ehealthsdk.person.PartialDate;
import se.ehealthsdk.person.PersonName;
import se.ehealthsdk.person.ServiceTime;

/** What the types of the domain have in common. */
final class Common {

    static final String NAMESPACE = "urn:riv:strategicresourcemanagement:persons:person:5";

    private Common() {}

    static void datePeriod(DatePeriod value, ElementWriter out) throws XMLStreamException {
        Out.value(out, "start", value.start());
        Out.value(out, "end", value.end());
    }

    static DatePeriod datePeriod(Part part) throws XMLStreamException {
        return new DatePeriod(part.date("start"), part.date("end"));
    }

    static void actor(Actor value, ElementWriter out) throws XMLStreamException {
        Out.element(out, "id", value.id(), Common::identity);
        Out.optional(out, "professional", value.organisation(), Common::organisation);
        Out.optional(out, "updateTime", value.updated(), Common::time);
    }

    static Actor actor(Part part) throws XMLStreamException {
        return new Actor(
                part.required("id", Common::identity),
                part.one("professional", Common::organisation),
                part.one("updateTime", Common::time));
    }

    static void name(PersonName value, ElementWriter out) throws XMLStreamException {
        Out.value(out, "givenNameIndicator", value.givenNameIndicator());
        out.text("givenName", value.givenNames());
        out.text("middleName", value.middleName());
        out.text("surname", value.surname());
        out.text("notificationName", value.notificationName());
    }

    static PersonName name(Part part) throws XMLStreamException {
        return new PersonName(
                part.number("givenNameIndicator"),
                part.text("givenName"),
                part.text("middleName"),
                part.text("surname"),
                part.text("notificationName"));
    }

    static void identity(Identity identity, ElementWriter out) throws XMLStreamException {
        out.text("root", identity.root());
        if (!identity.extension().isEmpty()) {
            out.text("extension", identity.extension());
        }
    }

    static Identity identity(Part part) throws XMLStreamException {
        return new Identity(part.required("root", Part::text), part.text("extension").orElse(""));
    }

    private static void organisation(Identity organisation, ElementWriter out)
            throws XMLStreamException {
        Out.element(out, "organizationId", organisation, Common::identity);
    }

    private static Identity organisation(Part part) throws XMLStreamException {
        return part.required("organizationId", Common::identity);
    }

    static void partialDate(PartialDate date, ElementWriter out) throws XMLStreamException {
        out.text("format", date.precision().code());
        out.text("value", date.text());
    }

    static PartialDate partialDate(Part part) throws XMLStreamException {
        return new PartialDate(
                part.required("format", Common::precision), part.required("value", Part::text));
    }

    private static PartialDate.Precision precision(Part part) throws XMLStreamException {
        return Arrays.stream(PartialDate.Precision.values())
                .filter(known -> known.code().equals(part.text()))
                .findFirst()
                .orElseThrow(() -> new XMLStreamException("format is none of the contract's"));
    }

    static void time(ServiceTime time, ElementWriter out) throws XMLStreamException {
        out.stream().writeCharacters(time.text());
    }

    static ServiceTime time(Part part) {
        return new ServiceTime(part.text());
    }
}
