package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.SectorMembership;

/** {@code IsUnitWithinSectorResponseType}. */
public final class SectorMembershipCodec implements MessageCodec<SectorMembership> {

    @Override
    public void write(SectorMembership answer, ElementWriter out) throws XMLStreamException {
        out.bool("unitIsWithinSector", answer.withinSector());
        out.ifTrue("feignedUnit", answer.feignedUnit());
    }

    @Override
    public SectorMembership read(ElementReader in) throws XMLStreamException {
        Boolean within = null;
        boolean feigned = false;
        while (in.nextChild()) {
            switch (in.name()) {
                case "unitIsWithinSector" -> within = in.bool();
                case "feignedUnit" -> feigned = in.bool();
                default -> in.skip();
            }
        }
        return new SectorMembership(required(within, "unitIsWithinSector"), feigned);
    }
}
