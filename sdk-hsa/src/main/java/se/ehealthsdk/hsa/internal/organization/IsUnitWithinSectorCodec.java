package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.IsUnitWithinSector;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code IsUnitWithinSectorType}. */
public final class IsUnitWithinSectorCodec implements MessageCodec<IsUnitWithinSector> {

    @Override
    public void write(IsUnitWithinSector request, ElementWriter out) throws XMLStreamException {
        out.text("unitHsaId", request.unit().value());
        for (HsaId sector : request.sectors()) {
            out.text("sectorHsaId", sector.value());
        }
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public IsUnitWithinSector read(ElementReader in) throws XMLStreamException {
        HsaId unit = null;
        List<HsaId> sectors = new ArrayList<>();
        var scope = new CommonTypes.SearchScopeReader();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "unitHsaId" -> unit = CommonTypes.hsaId(in, name);
                case "sectorHsaId" -> sectors.add(CommonTypes.hsaId(in, name));
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        required(sectors.isEmpty() ? null : sectors, "sectorHsaId");
        return new IsUnitWithinSector(required(unit, "unitHsaId"), sectors, scope.scope());
    }
}
