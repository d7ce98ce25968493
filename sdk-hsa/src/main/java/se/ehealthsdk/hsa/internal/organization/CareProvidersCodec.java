package se.ehealthsdk.hsa.internal.organization;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.internal.CommonTypes;

/** {@code GetHealthCareProviderResponseType}. The contract has no public name. */
public final class CareProvidersCodec implements MessageCodec<List<CareProvider>> {

    @Override
    public void write(List<CareProvider> providers, ElementWriter out) throws XMLStreamException {
        for (CareProvider provider : providers) {
            out.start("healthCareProvider");
            out.text("healthCareProviderHsaId", provider.hsaId().value());
            out.text("healthCareProviderName", provider.name());
            out.text("healthCareProviderOrgNo", provider.orgNo());
            out.dateTime("healthCareProviderStartDate", provider.validity().start());
            out.dateTime("healthCareProviderEndDate", provider.validity().end());
            out.ifTrue("feignedHealthCareProvider", provider.feigned());
            out.ifTrue("archivedHealthCareProvider", provider.archived());
            out.end();
        }
    }

    @Override
    public List<CareProvider> read(ElementReader in) throws XMLStreamException {
        List<CareProvider> providers = new ArrayList<>();
        while (in.nextChild()) {
            if (in.name().equals("healthCareProvider")) {
                providers.add(provider(in));
            } else {
                in.skip();
            }
        }
        return List.copyOf(providers);
    }

    private static CareProvider provider(ElementReader in) throws XMLStreamException {
        var provider = new Parts();
        while (in.nextChild()) {
            String name = in.name();
            switch (name) {
                case "healthCareProviderHsaId" -> provider.hsaId = CommonTypes.hsaId(in, name);
                case "healthCareProviderName" -> provider.name = in.text();
                case "healthCareProviderOrgNo" -> provider.orgNo = in.token();
                case "healthCareProviderStartDate" -> provider.validity.start(in);
                case "healthCareProviderEndDate" -> provider.validity.end(in);
                case "feignedHealthCareProvider" -> provider.feigned = in.bool();
                case "archivedHealthCareProvider" -> provider.archived = in.bool();
                default -> in.skip();
            }
        }
        return provider.provider();
    }
}
