package se.ehealthsdk.testkit.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/**
 * The contract as the stand-in reads and writes it: by its own hand, so that a mistake of the client's does not meet the
 * same mistake here.
 *
 * <p>Source: strategicresourcemanagement:persons:person 5.0.
 */
final class PersonWire {

    private static final String DOMAIN = "strategicresourcemanagement:persons:person";
    private static final String CORE = "urn:riv:" + DOMAIN + ":5";

    /** One answer. */
    record Answer(
            PersonQuestion.Id requested,
            Optional<RegisteredPerson> person,
            int level,
            boolean tellsProtection) {}

    static final RivtaContract<PersonQuestion, List<Answer>> GET_PERSONS =
            RivtaContract.query(DOMAIN, "GetPersonsForProfile", 5, request(), answers());

    private PersonWire() {}

    private static MessageCodec<PersonQuestion> request() {
        return new MessageCodec<>() {
            @Override
            public void write(PersonQuestion message, ElementWriter out) {
                throw new UnsupportedOperationException("requests are only read here");
            }

            @Override
            public PersonQuestion read(ElementReader in) throws XMLStreamException {
                return question(in.stream());
            }
        };
    }

    private static PersonQuestion question(XMLStreamReader in) throws XMLStreamException {
        List<PersonQuestion.Id> ids = new ArrayList<>();
        String profile = "";
        String ignore = "";
        String root = "";
        String extension = "";
        int depth = 1;
        while (depth > 0) {
            int event = in.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "root" -> root = in.getElementText().strip();
                    case "extension" -> extension = in.getElementText().strip();
                    case "profile" -> profile = in.getElementText().strip();
                    case "ignoreReferredIdentity" -> ignore = in.getElementText().strip();
                    default -> depth++;
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
                if (in.getLocalName().equals("personId")) {
                    ids.add(new PersonQuestion.Id(root, extension));
                    root = "";
                    extension = "";
                }
            }
        }
        return new PersonQuestion(ids, profile, ignore);
    }

    private static MessageCodec<List<Answer>> answers() {
        return new MessageCodec<>() {
            @Override
            public void write(List<Answer> message, ElementWriter out) throws XMLStreamException {
                for (Answer each : message) {
                    out.start("requestedPersonRecord");
                    out.stream().setPrefix("p", CORE);
                    out.stream().writeNamespace("p", CORE);
                    new Writing(out.stream()).answer(each);
                    out.end();
                }
            }

            @Override
            public List<Answer> read(ElementReader in) {
                throw new UnsupportedOperationException("answers are only written here");
            }
        };
    }

    /** Writes in the order of the schema. */
    private record Writing(XMLStreamWriter out) {

        void answer(Answer answer) throws XMLStreamException {
            id(
                    "requestedPersonalIdentity",
                    answer.requested().root(),
                    answer.requested().extension());
            if (answer.person().isPresent()) {
                start("personRecord");
                record(answer.person().get(), answer.level(), answer.tellsProtection());
                out.writeEndElement();
            }
        }

        private void record(RegisteredPerson person, int level, boolean tellsProtection)
                throws XMLStreamException {
            boolean hidden = person.secrecyMarked() || person.protectedRegistration();
            id("personalIdentity", person.id().oid(), person.id().value());
            if (person.id().sex().isPresent()) {
                text("gender", person.id().sex().get().code());
            }
            if (tellsProtection) {
                text("protectedPersonIndicator", String.valueOf(person.secrecyMarked()));
            }
            text("testIndicator", String.valueOf(person.testPerson()));
            text("primaryIdentity", String.valueOf(person.replacedBy().isEmpty()));
            text("version", "20260301120000");
            name(person);
            for (PersonId other : references(person)) {
                start("referredPersonalIdentities");
                id("referredPersonalIdentity", other.oid(), other.value());
                out.writeEndElement();
            }
            if (hidden || level >= 4) {
                birth(person);
            }
            locality(person, level, hidden);
            if (!hidden && level >= 2) {
                address(person);
            }
            if (!hidden && level >= 3 && person.mobile().isPresent()) {
                start("contactInformation");
                text("contactType", "MOBIL");
                text("value", person.mobile().get());
                out.writeEndElement();
            }
            if (person.deceased().isPresent() && (hidden || level >= 2)) {
                start("deregistration");
                text("deregistrationReasonCode", "AV");
                date("deregistrationDate", person.deceased().get().toString());
                out.writeEndElement();
            }
            if (person.protectedRegistration()) {
                text("protectedPopulationRecord", "true");
            }
        }

        private static List<PersonId> references(RegisteredPerson person) {
            return person.replacedBy().map(List::of).orElse(person.formerly());
        }

        private void name(RegisteredPerson person) throws XMLStreamException {
            start("name");
            if (person.givenNameIndicator().isPresent()) {
                text("givenNameIndicator", person.givenNameIndicator().get().toString());
            }
            text("givenName", person.givenNames());
            text("surname", person.surname());
            out.writeEndElement();
        }

        private void birth(RegisteredPerson person) throws XMLStreamException {
            if (person.id().birthDate().isPresent()) {
                start("birth");
                date("dateOfBirth", person.id().birthDate().get().toString());
                out.writeEndElement();
            }
        }

        private void locality(RegisteredPerson person, int level, boolean hidden)
                throws XMLStreamException {
            if (person.municipality().isPresent() && (hidden || level >= 2)) {
                String code = person.municipality().get().value();
                start("populationRegistrationLocality");
                text("countyCode", code.substring(0, 2));
                if (!hidden) {
                    text("municipalityCode", code.substring(2));
                }
                out.writeEndElement();
            }
        }

        private void address(RegisteredPerson person) throws XMLStreamException {
            if (person.street().isPresent()) {
                start("addressInformation");
                start("residentialAddress");
                text("postalAddress2", person.street().get());
                if (person.postalCode().isPresent()) {
                    // a number, as the schema has it: the first zero is lost
                    text("postalCode", String.valueOf(Integer.parseInt(person.postalCode().get())));
                }
                if (person.town().isPresent()) {
                    text("city", person.town().get());
                }
                out.writeEndElement();
                out.writeEndElement();
            }
        }

        private void id(String name, String root, String extension) throws XMLStreamException {
            start(name);
            text("root", root);
            text("extension", extension);
            out.writeEndElement();
        }

        private void date(String name, String day) throws XMLStreamException {
            start(name);
            text("format", "YYYY-MM-DD");
            text("value", day);
            out.writeEndElement();
        }

        private void start(String name) throws XMLStreamException {
            out.writeStartElement(CORE, name);
        }

        private void text(String name, String value) throws XMLStreamException {
            out.writeStartElement(CORE, name);
            out.writeCharacters(value);
            out.writeEndElement();
        }
    }
}
