package se.ehealthsdk.siths.diagnosis;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.tls.Credential.SigningKey;

/** Remembers what the server asks for, and answers with the own certificate where that is allowed. */
final class RequestRecorder extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final Optional<SigningKey> own;
    private final BooleanSupplier mayShow;
    private final Set<String> keyTypes = new LinkedHashSet<>();
    private final Set<X500Principal> issuers = new LinkedHashSet<>();
    private boolean asked;
    private boolean shown;

    /**
     * @param own what to show
     * @param mayShow asked at the moment when it would be shown
     */
    RequestRecorder(Optional<SigningKey> own, BooleanSupplier mayShow) {
        this.own = own;
        this.mayShow = mayShow;
    }

    boolean asked() {
        return asked;
    }

    boolean shown() {
        return shown;
    }

    /** The issuers that the server names; empty when it leaves that open. */
    Set<X500Principal> issuers() {
        return issuers;
    }

    /** Whether the server takes keys of this kind. */
    boolean takes(String keyType) {
        return keyTypes.contains(keyType);
    }

    private @Nullable String choose(String[] types, Principal @Nullable [] named) {
        asked = true;
        keyTypes.addAll(Arrays.asList(types));
        if (named != null) {
            for (Principal each : named) {
                issuers.add(
                        each instanceof X500Principal name
                                ? name
                                : new X500Principal(each.getName()));
            }
        }
        boolean fits =
                own.filter(
                                key ->
                                        keyTypes.contains(
                                                key.certificate().getPublicKey().getAlgorithm()))
                        .isPresent();
        shown = fits && mayShow.getAsBoolean();
        return shown ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] types, Principal @Nullable [] named, @Nullable Socket socket) {
        return choose(types, named);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] types, Principal @Nullable [] named, @Nullable SSLEngine engine) {
        return choose(types, named);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return own.map(key -> key.chain().toArray(X509Certificate[]::new)).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return own.map(SigningKey::key).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] named) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] named) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String type, Principal @Nullable [] named, @Nullable Socket socket) {
        return null;
    }
}
