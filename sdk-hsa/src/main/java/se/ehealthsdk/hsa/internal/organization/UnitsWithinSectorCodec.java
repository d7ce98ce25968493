package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.UnitWithinSector;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code ListUnitsWithinSectorResponseType}. */
public final class UnitsWithinSectorCodec implements MessageCodec<List<UnitWithinSector>> {

    @Override
    public void write(List<UnitWithinSector> units, ElementWriter out) throws XMLStreamException {
        for (UnitWithinSector unit : units) {
            out.start("unitWithinSector");
            out.text("unitHsaId", unit.hsaId().value());
            out.text("unitName", unit.name());
            out.ifTrue("feignedUnit", unit.feigned());
            out.end();
        }
    }

    @Override
    public List<UnitWithinSector> read(ElementReader in) throws XMLStreamException {
        List<UnitWithinSector> units = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals("unitWithinSector")) {
                units.add(unit(in));
            } else {
                in.skip();
            }
        }
        return List.copyOf(units);
    }

    private static UnitWithinSector unit(ElementReader in) throws XMLStreamException {
        HsaId hsaId = null;
        String unitName = "";
        boolean feigned = false;
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "unitHsaId" -> hsaId = CommonTypes.hsaId(in, name);
                case "unitName" -> unitName = in.text();
                case "feignedUnit" -> feigned = in.bool();
                default -> in.skip();
            }
        }
        return new UnitWithinSector(required(hsaId, "unitHsaId"), unitName, feigned);
    }
}
