package se.ehealthsdk.core.http;

import java.io.IOException;
import java.io.InputStream;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpAnswer;

/** Bounded, and fails with the SDK's own exceptions. */
final class AnswerBody extends InputStream {

    private final HttpAnswer answer;
    private final CallProbe probe;
    private final long maxBytes;
    private final InputStream in;
    private long read;

    AnswerBody(HttpAnswer answer, CallProbe probe, long maxBytes) throws IOException {
        this.answer = answer;
        this.probe = probe;
        this.maxBytes = maxBytes;
        this.in = answer.body();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int more;
        try {
            more = in.read(buffer, offset, length);
        } catch (IOException failure) {
            throw HttpsFailures.of(failure, probe);
        }
        if (more < 0) {
            answer.complete();
            return -1;
        }
        read += more;
        if (read > maxBytes) {
            throw new ProtocolException(
                    "The answer is larger than " + maxBytes + " bytes", null, null);
        }
        return more;
    }
}
