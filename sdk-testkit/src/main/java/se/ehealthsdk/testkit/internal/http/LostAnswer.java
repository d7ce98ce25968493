package se.ehealthsdk.testkit.internal.http;

/**
 * Thrown by a stand-in that has carried a call out and whose answer is not to reach anyone: the platform
 * resets the connection. An error, since an endpoint turns every exception into a SOAP fault.
 */
public final class LostAnswer extends Error {

    private static final long serialVersionUID = 1L;

    public LostAnswer() {
        super("the answer is to be lost", null, false, false);
    }
}
