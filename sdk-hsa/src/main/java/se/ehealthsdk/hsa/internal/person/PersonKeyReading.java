package se.ehealthsdk.hsa.internal.person;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.hsa.contract.PersonKey;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** The choice that most requests begin with: {@code personHsaId} or {@code personalIdentityNumber}. */
final class PersonKeyReading {

    private @Nullable PersonKey key;

    static void write(PersonKey key, ElementWriter out) throws XMLStreamException {
        if (key instanceof PersonKey.ByHsaId by) {
            out.text("personHsaId", by.hsaId().value());
        } else if (key instanceof PersonKey.ByPersonId by) {
            out.text("personalIdentityNumber", by.personId().value());
        }
    }

    void hsaId(ElementReader in) throws XMLStreamException {
        only(PersonKey.of(CommonTypes.hsaId(in, "personHsaId")));
    }

    void personId(ElementReader in) throws XMLStreamException {
        only(PersonKey.of(PersonIdentity.readNumber(in)));
    }

    private void only(PersonKey found) throws XMLStreamException {
        if (key != null) {
            throw new XMLStreamException("more than one of personHsaId and personalIdentityNumber");
        }
        key = found;
    }

    PersonKey key() throws XMLStreamException {
        return CommonTypes.required(key, "personHsaId or personalIdentityNumber");
    }
}
