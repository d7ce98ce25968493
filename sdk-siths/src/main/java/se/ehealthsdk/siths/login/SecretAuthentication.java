package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.time.Clock;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/** A shared secret. */
final class SecretAuthentication extends ClientAuthentication {

    private final char[] secret;
    private final List<String> methods;

    SecretAuthentication(char[] secret, List<String> methods) {
        if (secret.length == 0) {
            throw new InvalidInputException("secret", "is empty", "the secret from registration");
        }
        this.secret = secret.clone();
        this.methods = methods;
    }

    @Override
    void check(Clock clock) {}

    @Override
    List<String> methods() {
        return methods;
    }

    @Override
    com.nimbusds.oauth2.sdk.auth.ClientAuthentication on(Request request, String method) {
        Secret value = new Secret(new String(secret));
        return method.equals(POST)
                ? new ClientSecretPost(request.client(), value)
                : new ClientSecretBasic(request.client(), value);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ClientAuthentication[secret]";
    }
}
