package se.ehealthsdk.hsa.internal.organization;

import static se.ehealthsdk.hsa.internal.CommonTypes.required;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.UnitProfile;
import se.ehealthsdk.hsa.contract.GetUnit;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code GetUnitType}, the same in 4.1 and 5.0. */
public final class GetUnitCodec implements MessageCodec<GetUnit> {

    @Override
    public void write(GetUnit request, ElementWriter out) throws XMLStreamException {
        out.text("unitHsaId", request.unit().value());
        CommonTypes.searchScope(request.scope(), out);
        for (UnitProfile profile : request.profiles()) {
            out.text("profile", profile.code());
        }
    }

    @Override
    public GetUnit read(ElementReader in) throws XMLStreamException {
        HsaId unit = null;
        var scope = new CommonTypes.SearchScopeReader();
        List<UnitProfile> profiles = new ArrayList<>(2);
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "unitHsaId" -> unit = CommonTypes.hsaId(in, name);
                case "profile" -> {
                    String code = in.token();
                    if (!code.isEmpty()) {
                        profiles.add(new UnitProfile(code));
                    }
                }
                case "searchBase" -> scope.base(in);
                case "includeFeignedObject" -> scope.includeFeigned(in);
                default -> in.skip();
            }
        }
        return new GetUnit(required(unit, "unitHsaId"), scope.scope(), profiles);
    }
}
