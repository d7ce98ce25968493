package se.ehealthsdk.siths.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;

/** Whatever comes in, only documented exceptions come out, and nothing of what came in is in them. */
class HostileInputTest {

    private static final int ROUNDS = 2000;
    private static final String MARK = "Påhittsson";
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.RS256);

    private final TestClock clock = new TestClock();
    private final LoginFailures failures =
            new LoginFailures(clock, "https://idp.example.test:443/oidc", "client");
    private final IdTokenRules rules =
            new IdTokenRules(
                    failures.issuer(), failures.clientId(), Duration.ofMinutes(1), failures);
    private final SignedTokens tokens =
            new SignedTokens(
                    new Remembered<>(
                            "keys",
                            () -> new JWKSet(TestIdp.FIRST_KEY),
                            Duration.ofHours(1),
                            Duration.ofSeconds(10),
                            clock),
                    failures);

    private String payload() {
        long now = clock.instant().getEpochSecond();
        return """
               {"iss":"https://idp.example.test:443/oidc","sub":"s","aud":["client"],"iat":%d,"exp":%d,"nonce":"n",
               "acr":"http://id.sambi.se/loa/loa3","auth_time":%d,"at_hash":"x","amr":["a"],"family_name":"%s",
               "employeeHsaId":"SE2321000016-1003","allEmployeeHsaIds":["SE2321000016-1003"],
               "allCommissions":"[{\\"commissionHsaId\\":\\"SE2321000016-C1\\",\\"commissionRights\\":[{\\"activity\\":\\"a\\"}]}]",
               "systemRole":["a;b"],"authorizationScope":{"authorizationScopeCode":"A"},"personalIdentityNumber":"191212121212"}
               """
                .formatted(now, now + 300, now, MARK);
    }

    private static String signed(String payload) {
        try {
            JWSObject token =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(),
                            new Payload(payload));
            token.sign(new RSASSASigner(TestIdp.FIRST_KEY));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(String token) {
        SignedTokens.Verified verified = tokens.verify(token, ALLOWED);
        rules.check(verified, "access");
        rules.checkNonce(verified.claims(), "n");
        Profile.of(
                new UserClaims(verified.claims(), failures),
                rules.subject(verified.claims()),
                Optional.empty(),
                rules.time(verified.claims(), "auth_time"));
    }

    /** One to four changes: a character replaced, a part removed, doubled, or swapped for something odd. */
    static String mutated(String text, Random random) {
        String[] odd = {
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "null",
            "-1",
            "1e999",
            "9".repeat(400),
            "\u0000",
            "\uD800",
            "å",
            "true",
            "{}",
            "[]",
            "\\u0000",
            "%",
            "=",
            "&",
            ".",
            "[".repeat(3000)
        };
        StringBuilder result = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(result.length() + 1);
            int to = Math.min(result.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> result.replace(at, to, odd[random.nextInt(odd.length)]);
                case 1 -> result.delete(at, to);
                case 2 -> result.insert(at, result.substring(at, to));
                default -> {
                    if (at < result.length()) {
                        result.setCharAt(at, (char) (' ' + random.nextInt(95)));
                    }
                }
            }
        }
        return result.toString();
    }

    private static int refusals(int rounds, java.util.function.IntConsumer attempt) {
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            try {
                attempt.accept(i);
            } catch (LoginException | ProtocolException expected) {
                refused++;
                assertThat(expected.toString() + expected.getCause())
                        .doesNotContain(MARK, "1912", "eyJ");
                assertThat(expected.remedy()).isNotBlank();
            }
        }
        return refused;
    }

    @Test
    void token_mutated_isNeverAccepted() {
        String good = signed(payload().replace("\"at_hash\":\"x\",", ""));
        read(good);
        Random random = new Random(20261122);

        int accepted = ROUNDS - refusals(ROUNDS, i -> read(differing(good, random)));

        assertThat(accepted).isZero();
    }

    /** A change in the last bits of base64 may leave the bytes as they were, and then the token is the same. */
    private static String differing(String good, Random random) {
        while (true) {
            String candidate = mutated(good, random);
            if (!canonical(candidate).equals(canonical(good))) {
                return candidate;
            }
        }
    }

    private static String canonical(String token) {
        StringBuilder parts = new StringBuilder();
        for (String part : token.split("\\.", -1)) {
            parts.append(new com.nimbusds.jose.util.Base64URL(part).decodeToString()).append('.');
        }
        return parts.toString();
    }

    @Test
    void payload_mutatedAndSigned_givesDocumentedExceptionsOnly() {
        Random random = new Random(20261123);
        String payload = payload();

        int refused = refusals(ROUNDS / 8, i -> read(signed(mutated(payload, random))));

        assertThat(refused).isPositive();
    }

    @Test
    void claims_mutated_giveDocumentedExceptionsOnly() {
        Random random = new Random(20261124);
        String payload = payload();

        int refused =
                refusals(
                        ROUNDS * 5,
                        i -> {
                            Map<String, Object> claims =
                                    Json.object(mutated(payload, random)).orElse(Map.of());
                            rules.check(
                                    new SignedTokens.Verified(JWSAlgorithm.RS256, claims),
                                    "access");
                        });
        int unreadable =
                refusals(
                        ROUNDS * 5,
                        i ->
                                Profile.of(
                                        new UserClaims(
                                                Json.object(mutated(payload, random))
                                                        .orElse(Map.of()),
                                                failures),
                                        "s",
                                        Optional.empty(),
                                        Optional.empty()));

        assertThat(refused).isPositive();
        assertThat(unreadable).isPositive().isLessThan(ROUNDS * 5);
    }

    @Test
    void callback_mutated_givesDocumentedExceptionsOnly() {
        Random random = new Random(20261125);
        String good = "code=abc%C3%A5&state=0123456789&iss=https%3A%2F%2Fidp.example.test&error=";

        int refused =
                refusals(
                        ROUNDS * 5,
                        i -> {
                            Callback callback = Callback.of(mutated(good, random), failures);
                            assertThat(callback.state()).isNotEmpty();
                            assertThat(callback.code().isPresent())
                                    .isNotEqualTo(callback.error().isPresent());
                        });

        assertThat(refused).isBetween(1, ROUNDS * 5 - 1);
    }

    @Test
    void metadataAndKeys_mutated_giveDocumentedExceptionsOnly() {
        Random random = new Random(20261126);
        String keys = new JWKSet(TestIdp.FIRST_KEY).toString(true);
        String metadata =
                """
                {"issuer":"https://idp.example.test:443/oidc","authorization_endpoint":"https://idp.example.test/a",
                "token_endpoint":"https://idp.example.test/t","jwks_uri":"https://idp.example.test/k",
                "mtls_endpoint_aliases":{"token_endpoint":"https://m.example.test/t"},
                "token_endpoint_auth_methods_supported":["client_secret_post"]}
                """;

        refusals(
                ROUNDS,
                i ->
                        SignedTokens.read(
                                new WebAnswer(
                                        200,
                                        Map.of(),
                                        mutated(keys, random).getBytes(StandardCharsets.UTF_8))));
        int refused =
                refusals(
                        ROUNDS,
                        i -> {
                            Map<String, Object> document =
                                    Json.object(mutated(metadata, random)).orElse(Map.of());
                            ProviderMetadata read =
                                    ProviderMetadata.read(
                                            document,
                                            String.valueOf(document.get("issuer")),
                                            false);
                            assertThat(read.token()).hasScheme("https");
                        });

        assertThat(refused).isBetween(1, ROUNDS - 1);
    }
}
