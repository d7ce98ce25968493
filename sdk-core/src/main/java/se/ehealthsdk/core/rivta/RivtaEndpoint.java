package se.ehealthsdk.core.rivta;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.internal.soap.EnvelopeReader;
import se.ehealthsdk.core.internal.soap.EnvelopeWriter;
import se.ehealthsdk.core.internal.soap.ResponseBody;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;

/**
 * Answers RIV-TA calls: turns an HTTP request into a response, inside whatever server the application
 * has. {@link RivtaServer} is a server for those who have none.
 *
 * <pre>{@code
 * RivtaEndpoint endpoint = RivtaEndpoint.builder()
 *         .on(GET_CARE_PLANS, (request, caller) -> carePlans(request, caller.logicalAddress()))
 *         .build();
 * }</pre>
 *
 * <p>As the profile wants it: a call for which there is no handler, or that cannot be read, is answered
 * with a SOAP fault {@code Client}; a handler that fails, with a fault {@code Server} and an id that is
 * also in the log, never with the exception's text; a handler that throws {@link RivtaFault}, with that
 * fault. Logical errors belong in the response message. Immutable and safe for use by many threads.
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (ARK_0002), WS-I Basic Profile 1.1.
 */
public final class RivtaEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RivtaEndpoint.class);

    private final Map<QName, Route<?, ?>> routes;
    private final SecureXml xml;

    private record Route<Q, R>(RivtaContract<Q, R> contract, Handler<Q, Aggregated<R>> handler) {

        /** Reads, handles and writes; the whole response exists before anything of it is sent. */
        EndpointResponse answer(XMLStreamReader in, EnvelopeReader envelope, EndpointRequest http)
                throws XMLStreamException {
            Q request = contract.request().read(in);
            envelope.finish();
            Aggregated<R> response = handler.handle(request, caller(contract, envelope, http));
            return EndpointResponse.xml(200, written(response));
        }

        /** What cannot be written is no fault of the caller. */
        private ResponseBody written(Aggregated<R> response) {
            ResponseBody out = new ResponseBody();
            try {
                if (response.sources().isEmpty()) {
                    EnvelopeWriter.response(
                            out,
                            contract.responseElement(),
                            contract.response(),
                            response.message());
                } else {
                    EnvelopeWriter.response(
                            out,
                            contract.responseElement(),
                            contract.response(),
                            response.message(),
                            header -> ProcessingStatuses.write(response.sources(), header));
                }
                return out;
            } catch (XMLStreamException | InvalidInputException unwritable) {
                throw new IllegalStateException("the response cannot be written", unwritable);
            }
        }
    }

    private RivtaEndpoint(Map<QName, Route<?, ?>> routes, XmlLimits limits) {
        this.routes = Map.copyOf(routes);
        this.xml = new SecureXml(limits);
    }

    /** Starts building an endpoint. */
    public static Builder builder() {
        return new Builder();
    }

    /** The namespaces of the contracts that are answered. */
    public Set<QName> requestElements() {
        return routes.keySet();
    }

    /**
     * Answers one request.
     *
     * @param request its body is read to the end, and closed by the caller
     * @return always a response; SOAP faults included
     * @throws IOException if the request's body cannot be read from the network
     */
    public EndpointResponse handle(EndpointRequest request) throws IOException {
        if (!request.method().equals("POST")) {
            return EndpointResponse.text(405, "POST a SOAP message", Map.of("Allow", "POST"));
        }
        try {
            XMLStreamReader in = xml.reader(request.body(), request.charset());
            EnvelopeReader envelope = new EnvelopeReader(in);
            QName element = envelope.openBody();
            Route<?, ?> route = routes.get(element);
            if (route == null) {
                return fault("Client", "No such service contract: " + element.getNamespaceURI());
            }
            return route.answer(in, envelope, request);
        } catch (RivtaFault fault) {
            return fault(fault.code(), String.valueOf(fault.getMessage()));
        } catch (XMLStreamException | IOException unreadable) {
            return unreadable(unreadable);
        } catch (InvalidInputException invalid) {
            return fault("Client", String.valueOf(invalid.getMessage()));
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private static EndpointResponse unreadable(Exception unreadable) throws IOException {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException lost && !Failures.isContent(lost)) {
                throw lost;
            }
        }
        return fault("Client", "The request cannot be read: " + Failures.reason(unreadable));
    }

    private static EndpointResponse failed(RuntimeException failure) {
        String id = UUID.randomUUID().toString();
        LOG.error("a handler failed, log id {}", id, StackOnly.of(failure));
        return fault("Server", "Internal error, log id " + id);
    }

    private static EndpointResponse fault(String code, String text) {
        ResponseBody out = new ResponseBody();
        try {
            EnvelopeWriter.fault(out, code, text, null);
        } catch (XMLStreamException unwritable) {
            throw new IllegalArgumentException("the text of the fault is no XML text", unwritable);
        }
        return EndpointResponse.xml(500, out);
    }

    private static Caller caller(
            RivtaContract<?, ?> contract, EnvelopeReader envelope, EndpointRequest http) {
        return new Caller(
                contract,
                LogicalAddress.of(
                        envelope.logicalAddress()
                                .orElseThrow(
                                        () -> RivtaFault.client("The LogicalAddress is missing"))),
                http.sender(),
                header(http, RivtaHeaders.ORIGINAL_CONSUMER),
                header(http, RivtaHeaders.ON_BEHALF_OF),
                Optional.ofNullable(http.headers().get(RivtaHeaders.CORRELATION_ID)));
    }

    private static Optional<HsaId> header(EndpointRequest http, String name) {
        return Optional.ofNullable(http.headers().get(name)).flatMap(HsaId::tryParse);
    }

    /** Collects the contracts to answer. Not for use by more than one thread. */
    public static final class Builder {

        private final Map<QName, Route<?, ?>> routes = new LinkedHashMap<>();
        private @Nullable XmlLimits limits;

        private Builder() {}

        /**
         * Answers a contract.
         *
         * @throws InvalidInputException if the contract has a handler already
         */
        public <Q, R> Builder on(RivtaContract<Q, R> contract, Handler<Q, R> handler) {
            return onAggregated(
                    contract,
                    (request, caller) ->
                            new Aggregated<>(handler.handle(request, caller), List.of()));
        }

        /**
         * Answers a contract with what several sources answered, and tells the caller of each source in the header
         * {@code ProcessingStatus}.
         *
         * @throws InvalidInputException if the contract has a handler already
         */
        public <Q, R> Builder onAggregated(
                RivtaContract<Q, R> contract, Handler<Q, Aggregated<R>> handler) {
            Route<Q, R> route = new Route<>(contract, handler);
            if (routes.put(contract.requestElement(), route) != null) {
                throw new InvalidInputException(
                        "contract",
                        contract + " has a handler already",
                        "one handler for each contract");
            }
            return this;
        }

        /** Bounds of a request; {@link XmlLimits#DEFAULT} unless set. */
        public Builder limits(XmlLimits bounds) {
            this.limits = bounds;
            return this;
        }

        /** Builds the endpoint. */
        public RivtaEndpoint build() {
            return new RivtaEndpoint(routes, limits == null ? XmlLimits.DEFAULT : limits);
        }
    }
}
