package se.ehealthsdk.certificate.internal.contract;

import static se.ehealthsdk.certificate.internal.contract.Fields.required;

import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;

/** The response of every contract that answers with nothing but a result block. */
public final class ResultCodec {

    /** The response. */
    public static final MessageCodec<Result> RESPONSE =
            new Codec<>(ResultCodec::write, ResultCodec::read);

    private ResultCodec() {}

    private static void write(Result result, ElementWriter out) throws XMLStreamException {
        WireParts.declare(out);
        WireParts.result("result", result, out);
    }

    private static Result read(ElementReader in) throws XMLStreamException {
        Result result = null;
        while (in.nextChild()) {
            if (in.name().equals("result")) {
                result = WireParts.result(in);
            } else {
                in.skip();
            }
        }
        return required(result, "result");
    }
}
