package se.ehealthsdk.hsa.internal.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.UnitSummary;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code GetHealthCareUnitListResponseType}. */
public final class HealthCareUnitListCodec implements MessageCodec<Optional<HealthCareUnitList>> {

    @Override
    public void write(Optional<HealthCareUnitList> answer, ElementWriter out)
            throws XMLStreamException {
        if (answer.isEmpty()) {
            return;
        }
        CareProvider provider = answer.get().provider();
        out.start("healthCareUnitList");
        out.text("healthCareProviderHsaId", provider.hsaId().value());
        out.text("healthCareProviderName", provider.name());
        out.text("healthCareProviderPublicName", provider.publicName().orElse(provider.name()));
        out.text("healthCareProviderOrgNo", provider.orgNo());
        out.dateTime("healthCareProviderStartDate", provider.validity().start());
        out.dateTime("healthCareProviderEndDate", provider.validity().end());
        for (UnitSummary unit : answer.get().units()) {
            out.start("healthCareUnit");
            out.text("healthCareUnitHsaId", unit.hsaId().value());
            out.text("healthCareUnitName", unit.name());
            out.text("healthCareUnitPublicName", unit.publicName().orElse(unit.name()));
            out.dateTime("healthCareUnitStartDate", unit.validity().start());
            out.dateTime("healthCareUnitEndDate", unit.validity().end());
            out.ifTrue("feignedHealthCareUnit", unit.feigned());
            out.ifTrue("archivedHealthCareUnit", unit.archived());
            out.end();
        }
        out.ifTrue("feignedHealthCareProvider", provider.feigned());
        out.ifTrue("archivedHealthCareProvider", provider.archived());
        out.end();
    }

    @Override
    public Optional<HealthCareUnitList> read(ElementReader in) throws XMLStreamException {
        HealthCareUnitList list = null;
        while (in.nextChild()) {
            if (in.name().equals("healthCareUnitList")) {
                list = list(in);
            } else {
                in.skip();
            }
        }
        return Optional.ofNullable(list);
    }

    private static HealthCareUnitList list(ElementReader in) throws XMLStreamException {
        var provider = new Parts();
        List<UnitSummary> units = new ArrayList<>();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareProviderHsaId" -> provider.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareProviderName" -> provider.name = in.text();
                case "healthCareProviderPublicName" -> provider.publicName = in.text();
                case "healthCareProviderOrgNo" -> provider.orgNo = in.token();
                case "healthCareProviderStartDate" -> provider.validity.start(in);
                case "healthCareProviderEndDate" -> provider.validity.end(in);
                case "healthCareUnit" -> units.add(unit(in));
                case "feignedHealthCareProvider" -> provider.feigned = in.bool();
                case "archivedHealthCareProvider" -> provider.archived = in.bool();
                default -> in.skip();
            }
        }
        return new HealthCareUnitList(provider.provider(), units);
    }

    private static UnitSummary unit(ElementReader in) throws XMLStreamException {
        var unit = new Parts();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareUnitHsaId" -> unit.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareUnitName" -> unit.name = in.text();
                case "healthCareUnitPublicName" -> unit.publicName = in.text();
                case "healthCareUnitStartDate" -> unit.validity.start(in);
                case "healthCareUnitEndDate" -> unit.validity.end(in);
                case "feignedHealthCareUnit" -> unit.feigned = in.bool();
                case "archivedHealthCareUnit" -> unit.archived = in.bool();
                default -> in.skip();
            }
        }
        return unit.unit("healthCareUnitHsaId");
    }
}
