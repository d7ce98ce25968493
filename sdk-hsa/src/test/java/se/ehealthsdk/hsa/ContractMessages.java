package se.ehealthsdk.hsa;

import java.lang.reflect.Method;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;

/** The messages of a contract with the codecs that it holds, without envelope and network. */
public final class ContractMessages {

    private ContractMessages() {}

    public static <Q> String request(RivtaContract<Q, ?> contract, Q request) {
        return WireXml.write(codec(contract, "request"), contract.requestElement(), request);
    }

    public static <R> String response(RivtaContract<?, R> contract, R response) {
        return WireXml.write(codec(contract, "response"), contract.responseElement(), response);
    }

    public static <Q> Q readRequest(RivtaContract<Q, ?> contract, String xml)
            throws XMLStreamException {
        return WireXml.read(codec(contract, "request"), contract.domain(), xml);
    }

    public static <R> R readResponse(RivtaContract<?, R> contract, String xml)
            throws XMLStreamException {
        return WireXml.read(codec(contract, "response"), contract.domain(), xml);
    }

    @SuppressWarnings("unchecked") // the contract's own types
    private static <T> MessageCodec<T> codec(RivtaContract<?, ?> contract, String message) {
        try {
            Method body = RivtaContract.class.getDeclaredMethod(message);
            body.setAccessible(true);
            Object holder = body.invoke(contract);
            return (MessageCodec<T>) holder.getClass().getMethod("codec").invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a contract no longer holds its codecs so", e);
        }
    }
}
