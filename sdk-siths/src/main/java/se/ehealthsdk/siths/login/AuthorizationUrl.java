package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import java.net.URI;
import java.util.List;

/** The address that the browser is sent to. Source: OpenID Connect Core 1.0, sections 3.1.2.1 and 5.5. */
record AuthorizationUrl(ProviderMetadata metadata, String clientId, URI redirectUri) {

    URI of(LoginRequest request, PendingLogin login, String state) {
        Demands demands = request.demands();
        AuthenticationRequest.Builder url =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope(request.scopes().toArray(String[]::new)),
                                new ClientID(clientId),
                                redirectUri)
                        .endpointURI(metadata.authorization())
                        .state(new State(state))
                        .nonce(new Nonce(login.nonce()));
        login.verifier()
                .map(CodeVerifier::new)
                .ifPresent(verifier -> url.codeChallenge(verifier, CodeChallengeMethod.S256));
        if (metadata.claimsParameter()) {
            OIDCClaimsRequest claims = claims(request);
            if (!claims.toJSONString().equals("{}")) {
                url.claims(claims);
            }
        } else if (!demands.levels().isEmpty()) {
            // Only where claims cannot be had: both together have no defined meaning (section
            // 5.5.1.1).
            url.acrValues(demands.levels().keySet().stream().map(ACR::new).toList());
        }
        demands.maxAge().ifPresent(age -> url.maxAge(Math.toIntExact(age.toSeconds())));
        if (demands.fresh()) {
            url.prompt(Prompt.Type.LOGIN);
        }
        request.parameters().forEach(url::customParameter);
        return url.build().toURI();
    }

    private static OIDCClaimsRequest claims(LoginRequest request) {
        Demands demands = request.demands();
        ClaimsSetRequest inIdToken = new ClaimsSetRequest();
        if (!demands.levels().isEmpty()) {
            inIdToken = inIdToken.add(entry("acr", List.copyOf(demands.levels().keySet()), true));
        }
        ClaimsSetRequest asked = demands.fromUserInfo() ? new ClaimsSetRequest() : inIdToken;
        for (String name : demands.essential()) {
            asked = asked.add(entry(name, demands.values().getOrDefault(name, List.of()), true));
        }
        for (String name : request.voluntary()) {
            asked = asked.add(entry(name, List.of(), false));
        }
        for (var wish : request.wishes().entrySet()) {
            asked = asked.add(entry(wish.getKey(), wish.getValue(), false));
        }
        OIDCClaimsRequest claims = new OIDCClaimsRequest();
        if (!demands.fromUserInfo()) {
            return asked.getEntries().isEmpty() ? claims : claims.withIDTokenClaimsRequest(asked);
        }
        if (!inIdToken.getEntries().isEmpty()) {
            claims = claims.withIDTokenClaimsRequest(inIdToken);
        }
        return asked.getEntries().isEmpty() ? claims : claims.withUserInfoClaimsRequest(asked);
    }

    private static ClaimsSetRequest.Entry entry(
            String name, List<String> values, boolean essential) {
        ClaimsSetRequest.Entry entry = new ClaimsSetRequest.Entry(name);
        if (essential) {
            entry = entry.withClaimRequirement(ClaimRequirement.ESSENTIAL);
        }
        return switch (values.size()) {
            case 0 -> entry;
            case 1 -> entry.withValue(values.get(0));
            default -> entry.withValues(values);
        };
    }
}
