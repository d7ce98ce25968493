package se.ehealthsdk.testkit.idp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The IdP's metadata.
 *
 * <p>Source: OpenID Connect Discovery 1.0 section 3, RFC 8414, RFC 9207, RP-Initiated Logout 1.0.
 */
final class Discovery {

    private Discovery() {}

    static Map<String, Object> document(IdpState idp) {
        Settings settings = idp.settings;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", idp.issuer);
        document.put("authorization_endpoint", idp.at(IdpEndpoint.AUTHORIZATION));
        document.put("token_endpoint", idp.at(IdpEndpoint.TOKEN));
        document.put("userinfo_endpoint", idp.at(IdpEndpoint.USERINFO));
        document.put("end_session_endpoint", idp.at(IdpEndpoint.END_SESSION));
        document.put("jwks_uri", idp.at(IdpEndpoint.JWKS));
        document.put("scopes_supported", ClaimCatalogue.scopes());
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("acr_values_supported", settings.levels());
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("userinfo_signing_alg_values_supported", List.of("RS256"));
        document.put(
                "token_endpoint_auth_methods_supported",
                Stream.of(ClientAuthentication.values())
                        .filter(settings.authentications()::contains)
                        .map(ClientAuthentication::value)
                        .toList());
        document.put(
                "token_endpoint_auth_signing_alg_values_supported",
                List.of("RS256", "PS256", "ES256", "ES384", "ES512"));
        document.put("claim_types_supported", List.of("normal"));
        document.put(
                "claims_supported",
                Stream.concat(
                                Stream.of("sub", "iss", "auth_time", "acr", "amr"),
                                ClaimCatalogue.names().stream())
                        .toList());
        document.put("claims_parameter_supported", true);
        document.put("request_parameter_supported", false);
        document.put("request_uri_parameter_supported", false);
        document.put("ui_locales_supported", List.of("sv"));
        if (settings.pkce()) {
            document.put("code_challenge_methods_supported", List.of("S256"));
        }
        if (settings.callbackIssuer()) {
            document.put("authorization_response_iss_parameter_supported", true);
        }
        return document;
    }
}
