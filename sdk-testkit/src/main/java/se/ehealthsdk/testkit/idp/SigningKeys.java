package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The IdP's signing keys. Each is made when it is needed, since that takes a tenth of a second. */
final class SigningKeys {

    private static final int BITS = 2048;

    private final List<RSAKey> published = new ArrayList<>();
    private final List<RSAKey> withdrawn = new ArrayList<>();
    private @Nullable RSAKey foreign;

    /** The key that signs. */
    RSAKey current() {
        if (published.isEmpty()) {
            published.add(make());
        }
        return published.get(published.size() - 1);
    }

    /** A key that was published once; one that never was, where none has been withdrawn. */
    RSAKey withdrawnKey() {
        return withdrawn.isEmpty() ? foreign() : withdrawn.get(withdrawn.size() - 1);
    }

    /** A key that never is published. */
    RSAKey foreign() {
        RSAKey key = foreign;
        if (key == null) {
            key = make();
            foreign = key;
        }
        return key;
    }

    void roll(boolean keepOld) {
        current();
        if (!keepOld) {
            withdrawn.addAll(published);
            published.clear();
        }
        published.add(make());
    }

    /** The published public keys, as RFC 7517 has them. */
    Map<String, Object> document() {
        current();
        return new JWKSet(List.<JWK>copyOf(published)).toJSONObject(true);
    }

    /** Every key that the IdP has signed with. */
    Stream<RSAKey> all() {
        return Stream.concat(published.stream(), withdrawn.stream());
    }

    /** The first key again, alone, so that nobody need make a new one. */
    void reset() {
        List<RSAKey> inOrder = Stream.concat(withdrawn.stream(), published.stream()).toList();
        withdrawn.clear();
        published.clear();
        inOrder.stream().findFirst().ifPresent(published::add);
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK makes no RSA keys", e);
        }
    }
}
