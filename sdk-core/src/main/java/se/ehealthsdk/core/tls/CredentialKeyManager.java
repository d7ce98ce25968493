package se.ehealthsdk.core.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the key that is in use when a handshake begins, and stays with it to the handshake's end.
 *
 * <p>The issuers that the other end names are not looked at: there is one key, and a refusal says
 * more than a handshake without certificate, which TLS 1.3 often ends as a broken connection.
 */
final class CredentialKeyManager extends X509ExtendedKeyManager {

    private final CurrentKey key;

    CredentialKeyManager(CurrentKey key) {
        this.key = key;
    }

    private @Nullable String choose(String... keyTypes) {
        String name = key.name();
        KeyMaterial chosen = key.named(name);
        return chosen != null && Arrays.asList(keyTypes).contains(chosen.keyType()) ? name : null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose(keyTypes);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(keyTypes);
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return choose(keyType);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(keyType);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        String name = choose(keyType);
        return name == null ? null : new String[] {name};
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return getClientAliases(keyType, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        KeyMaterial chosen = key.named(alias);
        return chosen == null ? null : chosen.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        KeyMaterial chosen = key.named(alias);
        return chosen == null ? null : chosen.key();
    }
}
