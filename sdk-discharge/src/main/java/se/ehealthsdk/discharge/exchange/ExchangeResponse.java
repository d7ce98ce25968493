package se.ehealthsdk.discharge.exchange;

import java.util.Map;

/** An HTTP response for a server to send. */
public final class ExchangeResponse {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    ExchangeResponse(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** 200 with an acknowledgement; 4xx and 5xx when there is none. */
    public int status() {
        return status;
    }

    /** The headers to send, Content-Type among them; Content-Length is the server's. */
    public Map<String, String> headers() {
        return headers;
    }

    /** JSON in UTF-8. */
    public byte[] body() {
        return body.clone();
    }

    /** Status and length; no content. */
    @Override
    public String toString() {
        return "ExchangeResponse[" + status + ", " + body.length + " bytes]";
    }
}
