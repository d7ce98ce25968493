package se.ehealthsdk.siths.signature.remote;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.siths.validation.CertificateValidator;

/** What a {@link SigningService} was built with. */
record SigningServiceSettings(
        SigningServiceMetadata service,
        URI serviceUrl,
        String entityId,
        Credential credential,
        URI responseUrl,
        CertificateValidator signers,
        String defaultIdentityProvider,
        Set<String> otherIdentityProviders,
        List<String> levels,
        String authenticationProfile,
        String customer,
        String application,
        Duration before,
        Duration after,
        Clock clock) {}
