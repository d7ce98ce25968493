package se.ehealthsdk.testkit.internal.server;

import java.io.IOException;

/** What came is no request that can be answered: what is said, before the connection is closed. */
final class BadRequest extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequest(int status, String why) {
        super(why);
        this.status = status;
    }

    int status() {
        return status;
    }
}
