package se.ehealthsdk.siths.login;

import se.ehealthsdk.core.error.UntrustedException;

/**
 * A log-in that does not hold, or that was not completed. The user is not logged in; {@link #reason()} tells
 * programs why, {@link #remedy()} tells people what to do. Begin a new log-in; the old one is used up.
 */
public final class LoginException extends UntrustedException {

    private final Reason reason;
    private final transient LoginDetails loginDetails;

    /** Why. More may come. */
    public enum Reason {
        /** The browser came back with parameters that no IdP sends: doubled, too long, or incomplete. */
        CALLBACK_UNREADABLE(
                "Log in again from the application's own page. If it happens again, send the details to"
                        + " the IdP's support."),
        /** No log-in was begun with this state, or it was forgotten long ago. */
        STATE_UNKNOWN(
                "Log in again from the application's own page, not from a bookmark or a link. If it happens"
                        + " to everyone, check that all nodes share one store of pending log-ins."),
        /** The answer to this log-in has been used already: a page loaded twice, or an attack. */
        STATE_REPLAYED(
                "Log in again from the application's own page; do not go back or reload during log-in."),
        /** The user took too long. */
        EXPIRED("Log in again, and complete it within the time allowed."),
        /** Another browser session than the one that began the log-in came back with its answer. */
        OTHER_BROWSER(
                "Log in again in one and the same browser window. If it happens to everyone, check that the"
                        + " session cookie is sent when the browser comes back (SameSite=Lax)."),
        /** The user cancelled, or refused to share what was asked for. */
        CANCELLED("Log in again when you want to."),
        /** The IdP could not log the user in, or could not answer. */
        PROVIDER_ERROR(
                "Try again in a while. If it goes on, send the details to the IdP's support: its error code"
                        + " says more."),
        /** The IdP would not exchange the code: used before, too old, or issued to someone else. */
        CODE_REFUSED(
                "Log in again. If it happens to everyone, check that the redirect address is exactly the"
                        + " registered one, and that the clocks are right."),
        /** The IdP will not prolong the log-in. */
        REFRESH_REFUSED("Log in again: the session at the IdP has ended."),
        /** The token is no signed JSON Web Token. */
        TOKEN_UNREADABLE("Send the details to the IdP's support: it sent a token that is none."),
        /** The token is signed with an algorithm that is not allowed, or not signed at all. */
        ALGORITHM_REFUSED(
                "Ask the IdP's support which algorithm this client is registered with, and allow it in"
                        + " algorithms(...) if it is a sound one. Never allow unsigned tokens."),
        /** None of the IdP's keys has the id that the token names. */
        KEY_UNKNOWN(
                "Try again in a minute: the IdP may be changing keys. If it goes on, send the details to the"
                        + " IdP's support."),
        /** The signature is not that of the IdP's key. */
        BAD_SIGNATURE(
                "Do not trust this log-in. Report it to your security staff and to the IdP's support."),
        /** The token or the answer comes from another IdP. */
        WRONG_ISSUER(
                "Do not trust this log-in. Check that the issuer is configured exactly as the IdP writes it,"
                        + " port included."),
        /** The token was issued to another client. */
        WRONG_AUDIENCE(
                "Do not trust this log-in. Check the client id; if it is right, report to your security"
                        + " staff."),
        /** The token belongs to another log-in. */
        WRONG_NONCE("Do not trust this log-in. Log in again; report it if it happens again."),
        /** The token is no longer valid. */
        TOKEN_EXPIRED(
                "Log in again. If it happens to everyone, check this server's clock against a time server."),
        /** The token is not valid yet. */
        TOKEN_NOT_YET_VALID("Check this server's clock against a time server."),
        /** The tokens of one answer do not belong together. */
        TOKEN_MISMATCH(
                "Do not trust this log-in. Report it to your security staff and to the IdP's support."),
        /** The user was authenticated longer ago than was demanded. */
        AUTHENTICATION_TOO_OLD("Log in again with your card or your mobile."),
        /** The level of assurance is not one of those that were demanded, or was not told. */
        LEVEL_TOO_LOW(
                "Log in with an ordinary SITHS card or Mobilt SITHS: reserve cards have a lower level. If"
                        + " reserve cards are to be let in, their level must be on the list of the service."),
        /** A claim that was demanded did not come. */
        CLAIM_MISSING(
                "Have the information added in HSA by your organisation's HSA administrator, and check that"
                        + " the client is registered for this claim at the IdP."),
        /** A claim came, in a form that cannot be read. */
        CLAIM_UNREADABLE("Send the details, with the name of the claim, to the IdP's support."),
        /** Another user than the one who was demanded has logged in. */
        WRONG_USER("Log out at the IdP, and log in as the user that was asked for."),
        /** The user has no such commission, or it is for another purpose, or lacks what is needed. */
        WRONG_COMMISSION(
                "Choose another commission. If the right one is missing, have your organisation's HSA"
                        + " administrator add you to it.");

        private final String remedy;

        Reason(String remedy) {
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    LoginException(Reason reason, String message, LoginDetails loginDetails) {
        super(message, reason.remedy());
        this.reason = reason;
        this.loginDetails = loginDetails;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Time, IdP, client and error: what support asks for, and nothing about the user. */
    public LoginDetails loginDetails() {
        return loginDetails;
    }

    /** Reason, message and details; nothing about the user. */
    @Override
    public String toString() {
        return "LoginException: " + reason + ": " + getMessage() + " [" + loginDetails + "]";
    }
}
