package se.ehealthsdk.testkit.idp;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How this IdP is set up, where the real ones are not known or differ.
 *
 * @param pkce whether it can do PKCE, and says so
 * @param callbackIssuer whether it tells who it is when it sends the browser back (RFC 9207), and says so
 * @param authentications what its token endpoint takes
 * @param levels the levels of assurance that it can give
 * @param listsAsText whether lists of objects are told as text that holds JSON
 * @param sessionLifetime how long a browser stays logged in
 * @param tokenLifetime of access tokens and id_tokens
 */
record Settings(
        boolean pkce,
        boolean callbackIssuer,
        Set<ClientAuthentication> authentications,
        List<String> levels,
        boolean listsAsText,
        Duration sessionLifetime,
        Duration tokenLifetime) {

    static final Settings DEFAULT =
            new Settings(
                    true,
                    true,
                    EnumSet.allOf(ClientAuthentication.class),
                    List.of(IdentityProvider.LOA3, IdentityProvider.LOA2),
                    false,
                    Duration.ofHours(1),
                    Duration.ofHours(1));

    Settings withPkce(boolean on) {
        return new Settings(
                on,
                callbackIssuer,
                authentications,
                levels,
                listsAsText,
                sessionLifetime,
                tokenLifetime);
    }

    Settings withCallbackIssuer(boolean on) {
        return new Settings(
                pkce, on, authentications, levels, listsAsText, sessionLifetime, tokenLifetime);
    }

    Settings withAuthentications(Set<ClientAuthentication> some) {
        return new Settings(
                pkce, callbackIssuer, some, levels, listsAsText, sessionLifetime, tokenLifetime);
    }

    Settings withLevels(List<String> others) {
        return new Settings(
                pkce,
                callbackIssuer,
                authentications,
                others,
                listsAsText,
                sessionLifetime,
                tokenLifetime);
    }

    Settings withListsAsText(boolean on) {
        return new Settings(
                pkce, callbackIssuer, authentications, levels, on, sessionLifetime, tokenLifetime);
    }

    Settings withSessionLifetime(Duration time) {
        return new Settings(
                pkce, callbackIssuer, authentications, levels, listsAsText, time, tokenLifetime);
    }

    Settings withTokenLifetime(Duration time) {
        return new Settings(
                pkce, callbackIssuer, authentications, levels, listsAsText, sessionLifetime, time);
    }
}
