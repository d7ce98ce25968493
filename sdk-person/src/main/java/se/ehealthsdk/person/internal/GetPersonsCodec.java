package se.ehealthsdk.person.internal;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.person.LookupProfile;
import se.ehealthsdk.person.contract.GetPersonsForProfile;

/** The request of GetPersonsForProfile. */
public final class GetPersonsCodec implements MessageCodec<GetPersonsForProfile> {

    @Override
    public void write(GetPersonsForProfile request, ElementWriter out) throws XMLStreamException {
        if (request.persons().isEmpty()) {
            throw new InvalidInputException("persons", "is empty", "at least one");
        }
        out.declare("core", Common.NAMESPACE);
        for (var person : request.persons()) {
            out.start("personId");
            Common.identity(person, out.in(Common.NAMESPACE));
            out.end();
        }
        out.text("profile", request.profile().name());
        out.bool("ignoreReferredIdentity", request.ignoreReferredIdentity());
    }

    @Override
    public GetPersonsForProfile read(ElementReader in) throws XMLStreamException {
        Part request = Part.read(in);
        return new GetPersonsForProfile(
                request.all("personId", Common::identity),
                request.required("profile", GetPersonsCodec::profile),
                request.required("ignoreReferredIdentity", Part::bool));
    }

    private static LookupProfile profile(Part part) throws XMLStreamException {
        return Arrays.stream(LookupProfile.values())
                .filter(known -> known.name().equals(part.text()))
                .findFirst()
                .orElseThrow(() -> new XMLStreamException("profile is none of the contract's"));
    }
}
