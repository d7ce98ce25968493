package se.ehealthsdk.testkit.internal.server;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.Connection;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Gives a call from WireMock to the service, and the service's reply to WireMock. */
final class Answering implements ResponseTransformerV2 {

    static final String NAME = "answering";

    private final Function<HttpCall, HttpReply> service;

    Answering(Function<HttpCall, HttpReply> service) {
        this.service = service;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response ignored, ServeEvent event) {
        HttpReply reply = service.apply(call(event.getRequest()));
        return Response.response()
                .status(reply.status())
                .headers(headers(reply))
                .body(() -> new Written(reply.body()))
                .fault(fault(reply.breakage()))
                .incrementInitialDelay(reply.delay().toMillis())
                .configured(true)
                .build();
    }

    private static HttpCall call(Request request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.firstValue());
        }
        return new HttpCall(
                request.getMethod().getName(),
                URI.create(request.getAbsoluteUrl()).getPath(),
                headers,
                request.getBody(),
                ClientCertificate.current(),
                new Connection());
    }

    private static HttpHeaders headers(HttpReply reply) {
        List<HttpHeader> headers = new ArrayList<>();
        reply.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        reply.body()
                .declaredLength()
                .ifPresent(
                        length ->
                                headers.add(
                                        new HttpHeader("content-length", String.valueOf(length))));
        return new HttpHeaders(headers);
    }

    private static @Nullable Fault fault(HttpReply.Breakage breakage) {
        return switch (breakage) {
            case NONE -> null;
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case CLOSED -> Fault.EMPTY_RESPONSE;
            case GARBAGE -> Fault.RANDOM_DATA_THEN_CLOSE;
            case BROKEN_CHUNK -> Fault.MALFORMED_RESPONSE_CHUNK;
        };
    }

    /**
     * A body that is written when WireMock transfers it, and empty to who reads it: WireMock reads bodies
     * for its log, which one that is slow, huge or endless must be spared.
     */
    private static final class Written extends InputStream {

        private final Body body;

        Written(Body body) {
            this.body = body;
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public long transferTo(OutputStream out) throws IOException {
            body.writeTo(out);
            return 0;
        }
    }
}
