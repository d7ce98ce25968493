package se.ehealthsdk.siths.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * Tells whether a token is signed by the IdP. Looks for new keys when those at hand do not fit, once for each
 * token and not too often, so that the IdP can change keys without anyone here knowing.
 */
final class SignedTokens {

    private static final int MIN_RSA_BITS = 2048;

    private final Remembered<JWKSet> keys;
    private final LoginFailures failures;

    SignedTokens(Remembered<JWKSet> keys, LoginFailures failures) {
        this.keys = keys;
        this.failures = failures;
    }

    /** The keys in an answer. Symmetric and short ones are not taken: no IdP may sign with them. */
    static JWKSet read(WebAnswer answer) {
        try {
            JWKSet set = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
            return new JWKSet(set.getKeys().stream().filter(SignedTokens::isSound).toList());
        } catch (ParseException | RuntimeException unreadable) {
            // Without the cause: its message holds parts of the answer.
            throw new ProtocolException("The IdP's keys cannot be read", null, null);
        }
    }

    private static boolean isSound(JWK key) {
        return key.getKeyType().equals(KeyType.EC)
                || (key.getKeyType().equals(KeyType.RSA) && key.size() >= MIN_RSA_BITS);
    }

    /**
     * A token and what it says.
     *
     * @param algorithm what it is signed with
     */
    record Verified(JWSAlgorithm algorithm, Map<String, Object> claims) {}

    /**
     * What a token says, when the IdP has signed it.
     *
     * @throws LoginException when it has not
     */
    Verified verify(String token, Set<JWSAlgorithm> allowed) {
        SignedJWT signed = parse(token);
        if (!allowed.contains(signed.getHeader().getAlgorithm())) {
            throw failures.of(
                    Reason.ALGORITHM_REFUSED, "A token is signed with an algorithm not allowed");
        }
        checkType(signed);
        JWKSet current = keys.get();
        Optional<Reason> problem = problem(signed, allowed, current);
        if (problem.isPresent()) {
            JWKSet newer = keys.newerThan(current);
            if (!newer.equals(current)) {
                problem = problem(signed, allowed, newer);
            }
        }
        if (problem.isPresent()) {
            throw failures.of(
                    problem.get(),
                    problem.get() == Reason.KEY_UNKNOWN
                            ? "A token names a key that the IdP does not have"
                            : "The signature of a token is not the IdP's");
        }
        return new Verified(
                signed.getHeader().getAlgorithm(),
                Json.object(signed.getPayload().toBytes()).orElseThrow(this::unreadable));
    }

    private SignedJWT parse(String token) {
        JWT parsed;
        try {
            parsed = JWTParser.parse(token);
        } catch (ParseException | RuntimeException malformed) {
            throw unreadable();
        }
        if (parsed instanceof SignedJWT signed) {
            return signed;
        }
        throw failures.of(
                Reason.ALGORITHM_REFUSED,
                parsed instanceof EncryptedJWT
                        ? "A token is encrypted, which this client does not ask for"
                        : "A token is not signed");
    }

    private void checkType(SignedJWT signed) {
        JOSEObjectType type = signed.getHeader().getType();
        if (type != null && !type.equals(JOSEObjectType.JWT)) {
            throw failures.of(Reason.TOKEN_MISMATCH, "A token is of another type than asked for");
        }
    }

    private LoginException unreadable() {
        return failures.of(Reason.TOKEN_UNREADABLE, "A token cannot be read");
    }

    private static Optional<Reason> problem(
            SignedJWT signed, Set<JWSAlgorithm> allowed, JWKSet set) {
        try {
            List<Key> candidates =
                    new JWSVerificationKeySelector<SecurityContext>(
                                    allowed, new ImmutableJWKSet<>(set))
                            .selectJWSKeys(signed.getHeader(), null);
            if (candidates.isEmpty()) {
                return Optional.of(Reason.KEY_UNKNOWN);
            }
            for (Key key : candidates) {
                if (signed.verify(
                        new DefaultJWSVerifierFactory()
                                .createJWSVerifier(signed.getHeader(), key))) {
                    return Optional.empty();
                }
            }
            return Optional.of(Reason.BAD_SIGNATURE);
        } catch (JOSEException | RuntimeException unusable) {
            return Optional.of(Reason.BAD_SIGNATURE);
        }
    }
}
