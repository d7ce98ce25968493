package se.ehealthsdk.person.internal;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.person.AdministrativeInformation;
import se.ehealthsdk.person.Attachment;
import se.ehealthsdk.person.ConfirmedIdentity;
import se.ehealthsdk.person.ContactPerson;
import se.ehealthsdk.person.ContactPoint;
import se.ehealthsdk.person.LinkedIdentity;
import se.ehealthsdk.person.ReferredIdentity;

/** Contacts, proofs of identity, and links to other identities. */
final class ContactCodec {

    private ContactCodec() {}

    static void contactPoint(ContactPoint value, ElementWriter out) throws XMLStreamException {
        out.text("contactType", value.type());
        out.text("use", value.use());
        out.text("value", value.value());
        Out.value(out, "rank", value.rank());
        out.text("comment", value.comment());
        Out.optional(out, "period", value.period(), Common::datePeriod);
        Out.value(out, "digitalNotification", value.digitalNotification());
    }

    static ContactPoint contactPoint(Part part) throws XMLStreamException {
        return new ContactPoint(
                part.required("contactType", Part::text),
                part.text("use"),
                part.text("value"),
                part.number("rank"),
                part.text("comment"),
                part.one("period", Common::datePeriod),
                part.bool("digitalNotification"));
    }

    static void contactPerson(ContactPerson value, ElementWriter out) throws XMLStreamException {
        out.text("contactRelationshipType", value.relationship());
        Out.value(out, "priorityOrder", value.priority());
        out.text("givenName", value.givenName());
        out.text("surName", value.surname());
        out.text("middleName", value.middleName());
        Out.optional(out, "contactPersonAddress", value.address(), AddressCodec::postalAddress);
        Out.all(
                out,
                "contactPersonContactInformation",
                value.contactPoints(),
                ContactCodec::contactPoint);
    }

    static ContactPerson contactPerson(Part part) throws XMLStreamException {
        return new ContactPerson(
                part.required("contactRelationshipType", Part::text),
                part.number("priorityOrder"),
                part.text("givenName"),
                part.text("surName"),
                part.text("middleName"),
                part.one("contactPersonAddress", AddressCodec::postalAddress),
                part.all("contactPersonContactInformation", ContactCodec::contactPoint));
    }

    static void confirmedIdentity(ConfirmedIdentity value, ElementWriter out)
            throws XMLStreamException {
        out.text("typeOfIdentification", value.type());
        out.text("identificationNumber", value.number());
        out.text("issuersOfId", value.issuer());
        Out.optional(out, "validDatePeriod", value.valid(), Common::datePeriod);
        out.text("attachmentId", value.attachmentIds());
        out.text("countryCode", value.country());
    }

    static ConfirmedIdentity confirmedIdentity(Part part) throws XMLStreamException {
        return new ConfirmedIdentity(
                part.text("typeOfIdentification"),
                part.text("identificationNumber"),
                part.text("issuersOfId"),
                part.one("validDatePeriod", Common::datePeriod),
                part.all("attachmentId", Part::text),
                part.text("countryCode"));
    }

    static void administrative(AdministrativeInformation value, ElementWriter out)
            throws XMLStreamException {
        out.text("categoryOfPerson", value.category());
        out.text("accountCode", value.accountCode());
        out.text("comment", value.comment());
    }

    static AdministrativeInformation administrative(Part part) throws XMLStreamException {
        return new AdministrativeInformation(
                part.text("categoryOfPerson"), part.text("accountCode"), part.text("comment"));
    }

    static void linked(LinkedIdentity value, ElementWriter out) throws XMLStreamException {
        Out.element(out, "referredPersonalIdentity", value.identity(), Common::identity);
        out.text("assuranceLevel", value.assuranceLevel());
        out.bool("primaryIdentity", value.primary());
    }

    static LinkedIdentity linked(Part part) throws XMLStreamException {
        return new LinkedIdentity(
                part.required("referredPersonalIdentity", Common::identity),
                part.required("assuranceLevel", Part::text),
                part.required("primaryIdentity", Part::bool));
    }

    static void referred(ReferredIdentity value, ElementWriter out) throws XMLStreamException {
        Out.element(out, "referredPersonalIdentity", value.identity(), Common::identity);
        out.text("referredPersonalIdentityStatus", value.status());
    }

    static ReferredIdentity referred(Part part) throws XMLStreamException {
        return new ReferredIdentity(
                part.required("referredPersonalIdentity", Common::identity),
                part.text("referredPersonalIdentityStatus"));
    }

    static void attachment(Attachment value, ElementWriter out) throws XMLStreamException {
        out.text("id", value.id());
        out.text("mediaType", value.mediaType());
        out.text("value", value.base64());
        out.text("reference", value.reference());
    }

    static Attachment attachment(Part part) throws XMLStreamException {
        return new Attachment(
                part.text("id"),
                part.required("mediaType", Part::text),
                part.text("value"),
                part.text("reference"));
    }
}
