package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.contract.ListUnitsWithinSector;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code ListUnitsWithinSectorType}. */
public final class ListUnitsWithinSectorCodec implements MessageCodec<ListUnitsWithinSector> {

    @Override
    public void write(ListUnitsWithinSector request, ElementWriter out) throws XMLStreamException {
        for (HsaId sector : request.sectors()) {
            out.text("sectorHsaId", sector.value());
        }
        CommonTypes.searchScope(request.scope(), out);
    }

    @Override
    public ListUnitsWithinSector read(ElementReader in) throws XMLStreamException {
        List<HsaId> sectors = new ArrayList<>();
        var scope = new CommonTypes.SearchScopeReader();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "sectorHsaId" -> sectors.add(CommonTypes.hsaId(in, name));
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        required(sectors.isEmpty() ? null : sectors, "sectorHsaId");
        return new ListUnitsWithinSector(sectors, scope.scope());
    }
}
