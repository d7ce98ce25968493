package se.ehealthsdk.core.rivta;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ehealthsdk.core.internal.soap.ResponseBody;
import se.ehealthsdk.core.internal.soap.Soap;

/** An HTTP response for a server to send. */
public final class EndpointResponse {

    private final int status;
    private final Map<String, String> headers;
    private final ResponseBody body;

    private EndpointResponse(int status, Map<String, String> headers, ResponseBody body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    static EndpointResponse xml(int status, ResponseBody body) {
        return new EndpointResponse(status, Map.of("Content-Type", Soap.CONTENT_TYPE), body);
    }

    static EndpointResponse text(int status, String text, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        ResponseBody body = new ResponseBody();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes, 0, bytes.length);
        return new EndpointResponse(status, headers, body);
    }

    /** 200 for an answer, 500 for a SOAP fault. */
    public int status() {
        return status;
    }

    /** The headers to send, Content-Type among them; Content-Length is the server's. */
    public Map<String, String> headers() {
        return headers;
    }

    /** How many bytes the body has. */
    public int length() {
        return body.size();
    }

    /** The body, from its start. */
    public InputStream body() {
        return body.stream();
    }

    /** Status and length; no payload. */
    @Override
    public String toString() {
        return "EndpointResponse[" + status + ", " + body.size() + " bytes]";
    }
}
