package se.ehealthsdk.person.internal;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.person.contract.RequestedPerson;

/** The answer of GetPersonsForProfile, read person by person. */
public final class RequestedPersonsCodec implements MessageCodec<List<RequestedPerson>> {

    private static final String ELEMENT = "requestedPersonRecord";

    @Override
    public void write(List<RequestedPerson> answer, ElementWriter out) throws XMLStreamException {
        if (answer.isEmpty()) {
            throw new InvalidInputException(
                    "answer", "is empty", "one for each of those asked for, known or not");
        }
        out.declare("core", Common.NAMESPACE);
        ElementWriter core = out.in(Common.NAMESPACE);
        for (RequestedPerson each : answer) {
            out.start(ELEMENT);
            Out.element(core, "requestedPersonalIdentity", each.requested(), Common::identity);
            Out.optional(core, "personRecord", each.person(), PersonCodec::write);
            out.end();
        }
    }

    @Override
    public List<RequestedPerson> read(ElementReader in) throws XMLStreamException {
        List<RequestedPerson> answer = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals(ELEMENT)) {
                Part each = Part.read(in);
                each.requireOwn("personRecord");
                answer.add(
                        new RequestedPerson(
                                each.required("requestedPersonalIdentity", Common::identity),
                                each.one("personRecord", PersonCodec::read)));
            } else {
                in.skip();
            }
        }
        return List.copyOf(answer);
    }
}
