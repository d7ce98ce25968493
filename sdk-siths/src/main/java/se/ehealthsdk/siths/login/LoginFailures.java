package se.ehealthsdk.siths.login;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Makes the failures of one client at one IdP, each with what support needs to know. */
record LoginFailures(Clock clock, String issuer, String clientId) {

    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.\\-]{1,64}");

    LoginException of(Reason reason, String message) {
        return of(reason, message, Optional.empty(), Optional.empty());
    }

    /** The IdP's code is shown only when it looks like one: it may be anything at all. */
    LoginException withError(Reason reason, String message, String error) {
        Optional<String> code = Optional.of(error).filter(each -> isErrorCode(each));
        return of(
                reason,
                message + code.map(each -> " (" + each + ")").orElse(""),
                code,
                Optional.empty());
    }

    LoginException about(String claim, Reason reason, String message) {
        return of(reason, message, Optional.empty(), Optional.of(claim));
    }

    static boolean isErrorCode(String text) {
        return ERROR_CODE.matcher(text).matches();
    }

    private LoginException of(
            Reason reason, String message, Optional<String> error, Optional<String> claim) {
        return new LoginException(
                reason, message, new LoginDetails(clock.instant(), issuer, clientId, error, claim));
    }
}
