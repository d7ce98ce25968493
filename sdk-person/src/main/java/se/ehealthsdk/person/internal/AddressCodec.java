package se.ehealthsdk.person.internal;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.person.AddressAbroad;
import se.ehealthsdk.person.AddressKeys;
import se.ehealthsdk.person.Addresses;
import se.ehealthsdk.person.District;
import se.ehealthsdk.person.PostalAddress;

/** Addresses. */
final class AddressCodec {

    private AddressCodec() {}

    static void addresses(Addresses value, ElementWriter out) throws XMLStreamException {
        Out.optional(out, "residentialAddress", value.residential(), AddressCodec::postalAddress);
        Out.optional(out, "nationalKeys", value.nationalKeys(), AddressCodec::keys);
        Out.optional(out, "district", value.district(), AddressCodec::district);
        Out.optional(out, "specialPostalAddress", value.special(), AddressCodec::postalAddress);
        Out.optional(out, "addressAbroad", value.abroad(), AddressCodec::abroad);
        Out.optional(out, "givenAddress", value.given(), AddressCodec::postalAddress);
        Out.optional(out, "UUID", value.uuids(), AddressCodec::keys);
    }

    static Addresses addresses(Part part) throws XMLStreamException {
        return new Addresses(
                part.one("residentialAddress", AddressCodec::postalAddress),
                part.one("nationalKeys", AddressCodec::keys),
                part.one("district", AddressCodec::district),
                part.one("specialPostalAddress", AddressCodec::postalAddress),
                part.one("addressAbroad", AddressCodec::abroad),
                part.one("givenAddress", AddressCodec::postalAddress),
                part.one("UUID", AddressCodec::keys));
    }

    static void keys(AddressKeys value, ElementWriter out) throws XMLStreamException {
        out.text("propertyId", value.property());
        out.text("addressPlaceId", value.addressPlace());
        out.text("apartmentId", value.apartment());
    }

    static AddressKeys keys(Part part) throws XMLStreamException {
        return new AddressKeys(
                part.text("propertyId"), part.text("addressPlaceId"), part.text("apartmentId"));
    }

    static void district(District value, ElementWriter out) throws XMLStreamException {
        out.text("districtCode", value.code());
    }

    static District district(Part part) throws XMLStreamException {
        return new District(part.text("districtCode"));
    }

    static void abroad(AddressAbroad value, ElementWriter out) throws XMLStreamException {
        out.text("postalAddress1", value.line1());
        out.text("postalAddress2", value.line2());
        out.text("postalAddress3", value.line3());
        out.text("countryCode", value.country());
        Out.optional(out, "addressAbroadDate", value.since(), Common::partialDate);
        Out.optional(out, "votingDate", value.votingDate(), Common::partialDate);
    }

    static AddressAbroad abroad(Part part) throws XMLStreamException {
        return new AddressAbroad(
                part.text("postalAddress1"),
                part.text("postalAddress2"),
                part.text("postalAddress3"),
                part.text("countryCode"),
                part.one("addressAbroadDate", Common::partialDate),
                part.one("votingDate", Common::partialDate));
    }

    static void postalAddress(PostalAddress address, ElementWriter out) throws XMLStreamException {
        out.text("careOf", address.careOf());
        out.text("postalAddress1", address.line1());
        out.text("postalAddress2", address.line2());
        out.text("postalCode", address.postalCode());
        out.text("city", address.town());
    }

    static PostalAddress postalAddress(Part part) throws XMLStreamException {
        return new PostalAddress(
                part.text("careOf"),
                part.text("postalAddress1"),
                part.text("postalAddress2"),
                // a number on the wire, which loses the zero that a code may begin with
                part.number("postalCode").map("%05d"::formatted),
                part.text("city"));
    }
}
