package se.ehealthsdk.siths.login;

import java.net.URI;

/**
 * A log-in that has begun: send the browser to the address, with HTTP status 302 or 303.
 *
 * @param redirectUrl the IdP's page, with all that it needs; for this browser only
 * @param state what the browser will come back with; for those who want to find their own notes again
 */
public record LoginStart(URI redirectUrl, String state) {

    /** Where to; never the state or the rest of the address. */
    @Override
    public String toString() {
        return "LoginStart[" + redirectUrl.getHost() + "]";
    }
}
