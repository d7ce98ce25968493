package se.ehealthsdk.audit.internal.report;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.internal.LogTypeCodec;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** {@code CareProviderType}. */
final class CareProviderCodec implements MessageCodec<CareProvider> {

    @Override
    public void write(CareProvider careProvider, ElementWriter out) throws XMLStreamException {
        out.text("careProviderId", careProvider.id().value());
        out.text("careProviderName", careProvider.name());
    }

    @Override
    public CareProvider read(ElementReader in) throws XMLStreamException {
        return LogTypeCodec.readCareProvider(in);
    }
}
