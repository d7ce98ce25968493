package se.ehealthsdk.audit.internal;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** {@code ResultType}: what is inside a {@code result} element, in the domain's own namespace. */
public final class LogResultCodec implements MessageCodec<LogResult> {

    @Override
    public void write(LogResult result, ElementWriter out) throws XMLStreamException {
        out.text("resultCode", result.code());
        out.text("resultText", result.text());
    }

    @Override
    public LogResult read(ElementReader in) throws XMLStreamException {
        String code = null;
        String text = null;
        while (in.nextChild()) {
            switch (in.name()) {
                case "resultCode" -> code = in.token();
                case "resultText" -> text = in.token();
                default -> in.skip();
            }
        }
        return new LogResult(
                LogTypeCodec.required(code, "resultCode"),
                Optional.ofNullable(text).filter(it -> !it.isEmpty()));
    }
}
