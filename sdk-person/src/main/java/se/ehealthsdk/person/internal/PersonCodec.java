package se.ehealthsdk.person.internal;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.person.Person;

/** {@code PersonRecordType}. */
final class PersonCodec {

    private PersonCodec() {}

    static void write(Person value, ElementWriter out) throws XMLStreamException {
        Out.element(out, "personalIdentity", value.identity(), Common::identity);
        out.text("identityLevel", value.identityLevel());
        Out.optional(out, "identityLevelDate", value.identityLevelDate(), Common::partialDate);
        out.text("gender", value.gender());
        out.bool("protectedPersonIndicator", value.protectedPersonIndicator());
        out.bool("testIndicator", value.testIndicator());
        out.bool("primaryIdentity", value.primaryIdentity());
        Out.optional(out, "version", value.version(), Common::time);
        Out.optional(out, "name", value.name(), Common::name);
        Out.all(out, "linkedIdentity", value.linkedIdentities(), ContactCodec::linked);
        Out.all(
                out,
                "referredPersonalIdentities",
                value.referredIdentities(),
                ContactCodec::referred);
        Out.optional(out, "birth", value.birth(), RegistrationCodec::birth);
        Out.optional(
                out,
                "populationRegistrationLocality",
                value.registration(),
                RegistrationCodec::registration);
        Out.optional(
                out,
                "populationRegistrationRecord",
                value.populationRecord(),
                RegistrationCodec::record);
        Out.optional(out, "addressInformation", value.addresses(), AddressCodec::addresses);
        Out.all(out, "contactInformation", value.contactPoints(), ContactCodec::contactPoint);
        Out.all(out, "contactPerson", value.contactPersons(), ContactCodec::contactPerson);
        Out.all(
                out,
                "confirmedIdentity",
                value.confirmedIdentities(),
                ContactCodec::confirmedIdentity);
        Out.optional(
                out,
                "administrativeInformation",
                value.administrativeInformation(),
                ContactCodec::administrative);
        Out.optional(
                out, "deregistration", value.deregistration(), RegistrationCodec::deregistration);
        Out.optional(out, "maritalStatus", value.maritalStatus(), RegistrationCodec::maritalStatus);
        Out.optional(out, "immigration", value.immigration(), RegistrationCodec::immigration);
        Out.all(out, "citizenship", value.citizenships(), RegistrationCodec::citizenship);
        Out.all(out, "relationship", value.relationships(), RegistrationCodec::relationship);
        Out.optional(
                out,
                "coOrdinationNumberData",
                value.coordinationNumberData(),
                RegistrationCodec::coordinationNumber);
        Out.optional(
                out,
                "personalIdentityStatus",
                value.identityStatus(),
                RegistrationCodec::identityStatus);
        Out.optional(out, "updatePersonActor", value.updatedBy(), Common::actor);
        Out.optional(
                out,
                "updatePersonContactInformationActor",
                value.contactsUpdatedBy(),
                Common::actor);
        Out.all(out, "attachment", value.attachments(), ContactCodec::attachment);
        Out.value(out, "optoutPaperNotification", value.paperNotificationOptOut());
        out.ifTrue("protectedPopulationRecord", value.protectedPopulationRecord());
    }

    static Person read(Part part) throws XMLStreamException {
        part.requireOwn("protectedPopulationRecord");
        return new Person(
                part.required("personalIdentity", Common::identity),
                part.text("identityLevel"),
                part.one("identityLevelDate", Common::partialDate),
                part.text("gender"),
                part.required("protectedPersonIndicator", Part::bool),
                part.required("testIndicator", Part::bool),
                part.required("primaryIdentity", Part::bool),
                part.one("version", Common::time),
                part.one("name", Common::name),
                part.all("linkedIdentity", ContactCodec::linked),
                part.all("referredPersonalIdentities", ContactCodec::referred),
                part.one("birth", RegistrationCodec::birth),
                part.one("populationRegistrationLocality", RegistrationCodec::registration),
                part.one("populationRegistrationRecord", RegistrationCodec::record),
                part.one("addressInformation", AddressCodec::addresses),
                part.all("contactInformation", ContactCodec::contactPoint),
                part.all("contactPerson", ContactCodec::contactPerson),
                part.all("confirmedIdentity", ContactCodec::confirmedIdentity),
                part.one("administrativeInformation", ContactCodec::administrative),
                part.one("deregistration", RegistrationCodec::deregistration),
                part.one("maritalStatus", RegistrationCodec::maritalStatus),
                part.one("immigration", RegistrationCodec::immigration),
                part.all("citizenship", RegistrationCodec::citizenship),
                part.all("relationship", RegistrationCodec::relationship),
                part.one("coOrdinationNumberData", RegistrationCodec::coordinationNumber),
                part.one("personalIdentityStatus", RegistrationCodec::identityStatus),
                part.one("updatePersonActor", Common::actor),
                part.one("updatePersonContactInformationActor", Common::actor),
                part.all("attachment", ContactCodec::attachment),
                part.bool("optoutPaperNotification"),
                part.bool("protectedPopulationRecord").orElse(false));
    }
}
