package se.ehealthsdk.core.rivta;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.function.Function;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.PlatformFault;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpAnswer;
import se.ehealthsdk.core.internal.soap.EnvelopeReader;
import se.ehealthsdk.core.internal.soap.PlatformFaultReader;
import se.ehealthsdk.core.internal.soap.Soap;
import se.ehealthsdk.core.xml.SecureXml;

/**
 * Tells what an HTTP answer is: the message, a fault and whose, or nothing that the contract allows. HTTP
 * 200 is success only when the body has been read whole, with the awaited element in it.
 */
record Answer<R>(
        RivtaContract<?, R> contract, SecureXml xml, Function<OptionalInt, CallDetails> details) {

    private static final int OK = 200;
    private static final int INTERNAL_SERVER_ERROR = 500;

    Aggregated<R> read(HttpAnswer answer, CallProbe probe) throws IOException {
        int status = answer.status();
        if (!probe.hasConnected()) {
            throw Failures.proxyRefused(details.apply(OptionalInt.of(status)), null);
        }
        if (status != OK && status != INTERNAL_SERVER_ERROR) {
            throw withoutSoap(status);
        }
        String encoding = answer.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw protocol(status, "The answer is compressed, which was not asked for", null);
        }
        try {
            return parsed(answer, status);
        } catch (XMLStreamException | RuntimeException failure) {
            throw unreadable(failure, status, probe);
        }
    }

    private Aggregated<R> parsed(HttpAnswer answer, int status)
            throws IOException, XMLStreamException {
        InputStream body = answer.body();
        XMLStreamReader in = xml.reader(body, answer.charset());
        ProcessingStatuses statuses = new ProcessingStatuses();
        EnvelopeReader envelope = new EnvelopeReader(in, statuses);
        QName found = envelope.openBody();
        if (found.equals(Soap.FAULT)) {
            var fault = envelope.fault();
            envelope.finish();
            answer.finish(body);
            throw PlatformFaultReader.exception(
                    fault,
                    answer.header(RivtaHeaders.CORRELATION_ID) != null,
                    answer.header(RivtaHeaders.PRODUCER_RESPONSE_TIME) != null,
                    details.apply(OptionalInt.of(status)));
        }
        if (status != OK) {
            throw protocol(status, "HTTP 500 without a SOAP fault", null);
        }
        if (!found.equals(contract.responseElement())) {
            throw protocol(
                    status, "The answer is not the contract's " + contract.responseElement(), null);
        }
        R message = contract.response().read(in);
        envelope.finish();
        answer.finish(body);
        return new Aggregated<>(message, statuses.found());
    }

    private EHealthException withoutSoap(int status) {
        PlatformFault fault =
                switch (status) {
                    case 401, 403 -> PlatformFault.ACCESS_DENIED;
                    case 413 -> PlatformFault.TOO_LARGE;
                    case 429, 502, 503, 504 -> PlatformFault.UNAVAILABLE;
                    default -> PlatformFault.NOT_SOAP;
                };
        return new PlatformException(
                fault,
                null,
                null,
                "",
                "HTTP " + status,
                status >= INTERNAL_SERVER_ERROR || status < 300
                        ? Outcome.UNKNOWN
                        : Outcome.NOT_PERFORMED,
                details.apply(OptionalInt.of(status)));
    }

    private RuntimeException unreadable(Exception failure, int status, CallProbe probe)
            throws IOException {
        if (failure instanceof EHealthException already) {
            return already;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException lost && !Failures.isContent(lost)) {
                throw lost;
            }
        }
        if (probe.expired()) {
            throw new IOException("deadline", failure);
        }
        return failure instanceof XMLStreamException || Failures.isContentFailure(failure)
                ? protocol(
                        status, "The answer is not readable: " + Failures.reason(failure), failure)
                : (RuntimeException) failure;
    }

    private ProtocolException protocol(int status, String message, @Nullable Throwable cause) {
        return new ProtocolException(
                message,
                details.apply(OptionalInt.of(status)),
                // a parser's message quotes what it could not read
                cause == null ? null : StackOnly.of(cause));
    }
}
