package se.ehealthsdk.core.rivta;

/**
 * Thrown by a {@link Handler} to answer with a SOAP fault. The text is sent to the caller and may be shown
 * to a user: no personal data in it.
 */
public final class RivtaFault extends RuntimeException {

    private final String code;

    private RivtaFault(String code, String text) {
        super(text);
        this.code = code;
    }

    /** The caller is to blame: the same call will fail again. */
    public static RivtaFault client(String text) {
        return new RivtaFault("Client", text);
    }

    /** This side is to blame: the same call may succeed later. */
    public static RivtaFault server(String text) {
        return new RivtaFault("Server", text);
    }

    /** {@code Client} or {@code Server}. */
    public String code() {
        return code;
    }
}
