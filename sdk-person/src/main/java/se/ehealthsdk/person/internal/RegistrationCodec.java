package se.ehealthsdk.person.internal;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.person.Birth;
import se.ehealthsdk.person.BirthAbroad;
import se.ehealthsdk.person.BirthPlace;
import se.ehealthsdk.person.Citizenship;
import se.ehealthsdk.person.CoordinationNumberData;
import se.ehealthsdk.person.Deregistration;
import se.ehealthsdk.person.ForeignIdentity;
import se.ehealthsdk.person.History;
import se.ehealthsdk.person.IdentityStatus;
import se.ehealthsdk.person.Immigration;
import se.ehealthsdk.person.MaritalStatus;
import se.ehealthsdk.person.NotificationCase;
import se.ehealthsdk.person.PopulationRecord;
import se.ehealthsdk.person.PopulationRegistration;
import se.ehealthsdk.person.Relationship;

/** What the population register tells. */
final class RegistrationCodec {

    private RegistrationCodec() {}

    static void registration(PopulationRegistration value, ElementWriter out)
            throws XMLStreamException {
        Out.optional(out, "populationRegistrationDate", value.since(), Common::partialDate);
        out.text("countyCode", value.county());
        out.text("municipalityCode", value.municipalityInCounty());
        out.text("parishCode", value.parish());
        out.text("propertyDesignation", value.propertyDesignation());
        Out.value(out, "fictitiousPropertyNumber", value.fictitiousPropertyNumber());
        out.text("populationRegistrationType", value.type());
        out.dateTime("localRegistrationTime", value.recordedFrom());
        out.dateTime("localRegistrationEndTime", value.recordedUntil());
    }

    static PopulationRegistration registration(Part part) throws XMLStreamException {
        return new PopulationRegistration(
                part.one("populationRegistrationDate", Common::partialDate),
                part.text("countyCode"),
                part.text("municipalityCode"),
                part.text("parishCode"),
                part.text("propertyDesignation"),
                part.number("fictitiousPropertyNumber"),
                part.text("populationRegistrationType"),
                part.dateTime("localRegistrationTime"),
                part.dateTime("localRegistrationEndTime"));
    }

    static void record(PopulationRecord value, ElementWriter out) throws XMLStreamException {
        out.dateTime("syncronizationTime", value.synchronised());
        Out.optional(
                out, "notificationCase", value.notification(), RegistrationCodec::notification);
        Out.optional(out, "historicalRecords", value.history(), RegistrationCodec::history);
    }

    static PopulationRecord record(Part part) throws XMLStreamException {
        return new PopulationRecord(
                part.dateTime("syncronizationTime"),
                part.one("notificationCase", RegistrationCodec::notification),
                part.one("historicalRecords", RegistrationCodec::history));
    }

    static void notification(NotificationCase value, ElementWriter out) throws XMLStreamException {
        out.text("recordId", value.recordId());
        out.text("notificationType", value.type());
        out.dateTime("modificationTime", value.modified());
        Out.value(out, "totalRecord", value.wholeRecord());
        Out.optional(out, "notificationDate", value.date(), Common::partialDate);
    }

    static NotificationCase notification(Part part) throws XMLStreamException {
        return new NotificationCase(
                part.text("recordId"),
                part.text("notificationType"),
                part.dateTime("modificationTime"),
                part.bool("totalRecord"),
                part.one("notificationDate", Common::partialDate));
    }

    static void history(History value, ElementWriter out) throws XMLStreamException {
        Out.all(
                out,
                "populationRegistrationLocality",
                value.registrations(),
                RegistrationCodec::registration);
        Out.optional(out, "historicalAddress", value.address(), AddressCodec::postalAddress);
    }

    static History history(Part part) throws XMLStreamException {
        return new History(
                part.all("populationRegistrationLocality", RegistrationCodec::registration),
                part.one("historicalAddress", AddressCodec::postalAddress));
    }

    static void birth(Birth value, ElementWriter out) throws XMLStreamException {
        Out.optional(out, "dateOfBirth", value.date(), Common::partialDate);
        Out.optional(out, "placeOfBirthSweden", value.inSweden(), RegistrationCodec::birthPlace);
        Out.optional(out, "birthAbroad", value.abroad(), RegistrationCodec::birthAbroad);
    }

    static Birth birth(Part part) throws XMLStreamException {
        return new Birth(
                part.one("dateOfBirth", Common::partialDate),
                part.one("placeOfBirthSweden", RegistrationCodec::birthPlace),
                part.one("birthAbroad", RegistrationCodec::birthAbroad));
    }

    static void birthPlace(BirthPlace value, ElementWriter out) throws XMLStreamException {
        out.text("birthCountyCode", value.county());
        out.text("birthParish", value.parish());
    }

    static BirthPlace birthPlace(Part part) throws XMLStreamException {
        return new BirthPlace(part.text("birthCountyCode"), part.text("birthParish"));
    }

    static void birthAbroad(BirthAbroad value, ElementWriter out) throws XMLStreamException {
        out.text("placeOfBirthAbroad", value.place());
        out.text("countryOfBirth", value.country());
    }

    static BirthAbroad birthAbroad(Part part) throws XMLStreamException {
        return new BirthAbroad(part.text("placeOfBirthAbroad"), part.text("countryOfBirth"));
    }

    static void deregistration(Deregistration value, ElementWriter out) throws XMLStreamException {
        out.text("deregistrationReasonCode", value.reason());
        Out.optional(out, "deregistrationDate", value.date(), Common::partialDate);
        Out.optional(out, "foundDeadAtDate", value.foundDead(), Common::partialDate);
    }

    static Deregistration deregistration(Part part) throws XMLStreamException {
        return new Deregistration(
                part.text("deregistrationReasonCode"),
                part.one("deregistrationDate", Common::partialDate),
                part.one("foundDeadAtDate", Common::partialDate));
    }

    static void maritalStatus(MaritalStatus value, ElementWriter out) throws XMLStreamException {
        out.text("maritalStatusCode", value.code());
        Out.optional(out, "maritalStatusDate", value.since(), Common::partialDate);
    }

    static MaritalStatus maritalStatus(Part part) throws XMLStreamException {
        return new MaritalStatus(
                part.text("maritalStatusCode"), part.one("maritalStatusDate", Common::partialDate));
    }

    static void immigration(Immigration value, ElementWriter out) throws XMLStreamException {
        Out.optional(out, "immigrationDate", value.date(), Common::partialDate);
        Out.value(out, "rightOfResidence", value.rightOfResidence());
        Out.all(
                out,
                "immigrationIdentity",
                value.foreignIdentities(),
                RegistrationCodec::foreignIdentity);
    }

    static Immigration immigration(Part part) throws XMLStreamException {
        return new Immigration(
                part.one("immigrationDate", Common::partialDate),
                part.bool("rightOfResidence"),
                part.all("immigrationIdentity", RegistrationCodec::foreignIdentity));
    }

    static void foreignIdentity(ForeignIdentity value, ElementWriter out)
            throws XMLStreamException {
        out.text("personalIdentityNumber", value.number());
        out.text("country", value.country());
    }

    static ForeignIdentity foreignIdentity(Part part) throws XMLStreamException {
        return new ForeignIdentity(
                part.required("personalIdentityNumber", Part::text),
                part.required("country", Part::text));
    }

    static void citizenship(Citizenship value, ElementWriter out) throws XMLStreamException {
        out.text("citizenshipCountryCode", value.country());
        Out.optional(out, "citizenshipDate", value.since(), Common::partialDate);
        out.text("status", value.status());
    }

    static Citizenship citizenship(Part part) throws XMLStreamException {
        return new Citizenship(
                part.text("citizenshipCountryCode"),
                part.one("citizenshipDate", Common::partialDate),
                part.text("status"));
    }

    static void coordinationNumber(CoordinationNumberData value, ElementWriter out)
            throws XMLStreamException {
        Out.optional(out, "allocationDate", value.allocated(), Common::partialDate);
        Out.optional(
                out, "preliminaryTransferDate", value.preliminaryTransfer(), Common::partialDate);
        Out.optional(out, "renewalDate", value.renewed(), Common::partialDate);
        Out.optional(out, "deceasedDate", value.deceased(), Common::partialDate);
    }

    static CoordinationNumberData coordinationNumber(Part part) throws XMLStreamException {
        return new CoordinationNumberData(
                part.one("allocationDate", Common::partialDate),
                part.one("preliminaryTransferDate", Common::partialDate),
                part.one("renewalDate", Common::partialDate),
                part.one("deceasedDate", Common::partialDate));
    }

    static void identityStatus(IdentityStatus value, ElementWriter out) throws XMLStreamException {
        out.text("identityStatus", value.status());
        Out.optional(out, "identityStatusDate", value.since(), Common::partialDate);
        out.text("identityStatusCause", value.cause());
    }

    static IdentityStatus identityStatus(Part part) throws XMLStreamException {
        return new IdentityStatus(
                part.text("identityStatus"),
                part.one("identityStatusDate", Common::partialDate),
                part.text("identityStatusCause"));
    }

    static void relationship(Relationship value, ElementWriter out) throws XMLStreamException {
        out.start("relationshipId");
        Out.optional(out, "personalIdentity", value.identity(), Common::identity);
        Out.optional(out, "dateOfBirth", value.birthDate(), Common::partialDate);
        out.end();
        out.text("relationshipType", value.type());
        Out.optional(out, "relationshipFromDate", value.from(), Common::partialDate);
        Out.optional(out, "relationshipToDate", value.to(), Common::partialDate);
        Out.optional(out, "name", value.name(), Common::name);
        Out.optional(
                out, "deregistration", value.deregistration(), RegistrationCodec::deregistration);
        out.text("status", value.status());
    }

    static Relationship relationship(Part part) throws XMLStreamException {
        Part who = part.required("relationshipId", each -> each);
        return new Relationship(
                who.one("personalIdentity", Common::identity),
                who.one("dateOfBirth", Common::partialDate),
                part.required("relationshipType", Part::text),
                part.one("relationshipFromDate", Common::partialDate),
                part.one("relationshipToDate", Common::partialDate),
                part.one("name", Common::name),
                part.one("deregistration", RegistrationCodec::deregistration),
                part.text("status"));
    }
}
