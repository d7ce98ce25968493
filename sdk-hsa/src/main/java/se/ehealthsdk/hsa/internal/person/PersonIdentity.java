package se.ehealthsdk.hsa.internal.person;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;

/** {@code IIType}, and the plain number of the requests. */
final class PersonIdentity {

    private PersonIdentity() {}

    static void write(PersonId person, ElementWriter out) throws XMLStreamException {
        out.text("root", person.oid());
        out.text("extension", person.value());
    }

    /** Empty when the two do not make an identity. */
    static Optional<PersonId> read(ElementReader in) throws XMLStreamException {
        String root = "";
        String extension = "";
        while (in.nextChild()) {
            switch (in.name()) {
                case "root" -> root = in.token();
                case "extension" -> extension = in.token();
                default -> in.skip();
            }
        }
        return PersonId.tryParse(root, extension);
    }

    /** The current element as a number that does not say of which kind it is. */
    static PersonId readNumber(ElementReader in) throws XMLStreamException {
        return PersonId.tryParse(in.token())
                .orElseThrow(
                        () ->
                                new XMLStreamException(
                                        "personalIdentityNumber is not a personal identity number"));
    }
}
