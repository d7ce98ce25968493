package se.ehealthsdk.siths.signature.remote;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;
import se.ehealthsdk.siths.validation.CertificateValidator;

/**
 * A remote signing service, as Inera's Underskriftstjänst: makes requests and judges responses.
 *
 * <pre>{@code
 * SignRequest request = signing.begin(
 *         PreparedDocument.of(certificate, SignatureAlgorithm.ECDSA_SHA256),
 *         SigningUser.of(user.hsaId()),
 *         SignMessage.text("Intyg utfärdat för 19121212-1212"));
 * store.put(request.pending().requestId(), request.pending().toBytes());
 * response.send(request.html());                    // the browser goes to the service
 *
 * // later, at the response URL:
 * byte[] pending = store.remove(form.get("RelayState"));
 * byte[] signed = signing.complete(
 *         PendingSignature.fromBytes(pending), form.get("EidSignResponse"), form.get("RelayState"));
 * }</pre>
 *
 * <p>The response is posted from another site, so a session cookie with {@code SameSite=Lax} or {@code
 * Strict} does not come with it: keep what is pending under its request id, and redirect to a page of the
 * session when it is done.
 *
 * <p>The user's browser makes a round trip between the two, so this is no {@link
 * se.ehealthsdk.core.signature.DocumentSigner}, which signs at once.
 *
 * <p>A response is used once: this object remembers, until their time windows end, the requests that it has
 * completed. Where several instances of an application share the pending signatures, taking one out of the
 * store at the same time as reading it is what keeps a response from being used twice.
 *
 * <p>Immutable but for that memory, and safe for use by many threads.
 *
 * <p>Source: DSS Extension for Federated Central Signing Services 1.4, Implementation Profile for using OASIS
 * DSS in Central Signing Services 1.5.
 */
public final class SigningService {

    /** Level of assurance 2, as Inera's IdP names it. */
    public static final String LEVEL_2 = "http://id.sambi.se/loa/loa2";

    /** Level of assurance 3, as Inera's IdP names it. */
    public static final String LEVEL_3 = "http://id.sambi.se/loa/loa3";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningServiceSettings settings;
    private final Map<String, Instant> completed = new ConcurrentHashMap<>();

    private SigningService(SigningServiceSettings settings) {
        this.settings = settings;
    }

    /** Starts configuring. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a request. Nothing is sent: the user's browser takes it to the service.
     *
     * @param document what is to be signed; its algorithm is the one that is asked for
     * @param user who is to sign
     * @param message what the user is shown before signing
     * @throws InvalidInputException when the document's SignedInfo cannot be read
     * @throws ConfigurationException when the credential cannot sign, or the service's metadata are no
     *     longer valid
     */
    public SignRequest begin(PreparedDocument document, SigningUser user, SignMessage message) {
        Instant now = settings.clock().instant();
        requireValidMetadata(settings.service(), now);
        PendingSignature pending =
                new PendingSignature(
                        transactionId(now),
                        UUID.randomUUID().toString(),
                        user.hsaId(),
                        user.identityProviderOr(settings.defaultIdentityProvider()),
                        settings.levels(),
                        now.minus(settings.before()),
                        now.plus(settings.after()),
                        document);
        byte[] request =
                new SignRequestXml(settings)
                        .write(
                                pending,
                                SignedInfoAlgorithm.of(document.signedInfo()),
                                message,
                                now,
                                settings.credential().signingKey());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Binding", "POST/XML/1.0");
        fields.put("RelayState", pending.requestId());
        fields.put("EidSignRequest", Base64.getEncoder().encodeToString(request));
        return new SignRequest(settings.serviceUrl(), fields, pending);
    }

    /**
     * Judges a response, and puts the signature into the document.
     *
     * <p>The response must be signed, as a whole, by the service; belong to this request, by RelayState,
     * RequestID and task; come within the time window; tell that the user of the request has been
     * authenticated at a level that was asked for, by the IdP that was asked for; and hold a value over the
     * very bytes of the request, made with a certificate that carries the user's HSA-id and that the
     * validator trusts.
     *
     * @param pending what {@link #begin} gave, from where it was kept
     * @param eidSignResponse the form field {@code EidSignResponse}; null when it is missing
     * @param relayState the form field {@code RelayState}; null when it is missing
     * @return the signed document
     * @throws SigningException when the user or the service declined, or the response does not hold: see its
     *     reason
     * @throws InvalidInputException when the pending signature was not kept as it was
     */
    public byte[] complete(
            PendingSignature pending,
            @Nullable String eidSignResponse,
            @Nullable String relayState) {
        if (!pending.requestId().equals(relayState)) {
            throw new SigningException(
                    Reason.OTHER_REQUEST, "RelayState is not that of this request");
        }
        String response = eidSignResponse == null ? "" : eidSignResponse;
        byte[] signed = signed(pending, new SignResponse(settings, pending).read(response));
        Instant now = settings.clock().instant();
        completed.values().removeIf(now.minus(settings.before())::isAfter);
        if (completed.putIfAbsent(pending.requestId(), pending.expiresAt()) != null) {
            throw new SigningException(
                    Reason.ALREADY_USED, "A response to this request has been used before");
        }
        return signed;
    }

    /** The signer's certificate alone goes into the document, as the national services have it. */
    private static byte[] signed(PendingSignature pending, SignedTask task) {
        try {
            return pending.document().complete(task.value(), List.of(task.signer()));
        } catch (UntrustedException e) {
            throw new SigningException(
                    Reason.VALUE_INVALID,
                    "The value does not match the document and the signer's certificate",
                    e);
        }
    }

    /**
     * This system's metadata, as the signing service and its IdP want them: entity id, certificate and
     * response URL, signed with the credential. To be published at the address that is the entity id, as
     * {@code application/samlmetadata+xml}, or to be handed over.
     *
     * @throws ConfigurationException when the credential cannot sign
     */
    public byte[] metadata() {
        return RequesterMetadata.write(settings, settings.credential().signingKey());
    }

    /**
     * As services know it: customer, application, time, chance. The profile demands 128 random bits, and a
     * random UUID has six fewer, so only the form is a UUID's.
     */
    private String transactionId(Instant now) {
        return settings.customer()
                + "-"
                + settings.application()
                + "-"
                + Long.toHexString(now.toEpochMilli())
                + "-"
                + new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    SigningServiceSettings settings() {
        return settings;
    }

    private static void requireValidMetadata(SigningServiceMetadata metadata, Instant now) {
        if (metadata.validUntil().filter(until -> !now.isBefore(until)).isPresent()) {
            throw new ConfigurationException(
                    "The signing service's metadata are no longer valid",
                    "Fetch them anew from whoever runs the service, and build the client anew.");
        }
    }

    /** The service and this system. */
    @Override
    public String toString() {
        return "SigningService["
                + settings.service().entityId()
                + " for "
                + settings.entityId()
                + "]";
    }

    /** Configures a {@link SigningService}. Not for use by more than one thread. */
    public static final class Builder {

        private static final int MAX_NAME = 12;

        private @Nullable SigningServiceMetadata service;
        private @Nullable URI serviceUrl;
        private @Nullable String entityId;
        private @Nullable Credential credential;
        private @Nullable URI responseUrl;
        private @Nullable CertificateValidator signers;
        private @Nullable String defaultIdentityProvider;
        private final Set<String> otherIdentityProviders = new HashSet<>();
        private List<String> levels = List.of(LEVEL_2, LEVEL_3);
        private String authenticationProfile = "digg_ap_hsaid_01";
        private @Nullable String customer;
        private @Nullable String application;
        private Duration before = Duration.ofMinutes(2);
        private Duration after = Duration.ofMinutes(8);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * The service. Required; part of the agreement with it.
         *
         * @param metadata its entity id and signing certificates
         * @param url where the browser posts requests: https, or http on this machine
         */
        public Builder service(SigningServiceMetadata metadata, URI url) {
            this.service = metadata;
            this.serviceUrl = web("service URL", url);
            return this;
        }

        /**
         * This system. Required.
         *
         * @param ownEntityId its entity id: the address of its own metadata, registered with the service
         * @param key the SITHS function certificate that signs requests, registered with the service
         * @param ownResponseUrl where the browser posts responses: https, or http on this machine
         */
        public Builder requester(String ownEntityId, Credential key, URI ownResponseUrl) {
            this.entityId = filled("entity id", ownEntityId);
            this.credential = key;
            this.responseUrl = web("response URL", ownResponseUrl);
            return this;
        }

        /**
         * Who judges the signers' certificates. Required. Its trust anchors are the roots of the signing
         * service's own CA, which are not those of SITHS.
         */
        public Builder signers(CertificateValidator validator) {
            this.signers = validator;
            return this;
        }

        /**
         * The entity id of the IdP for users whose log-in named none that can sign. Required; for Inera's
         * IdP an entity that ends in {@code /saml/sign/sithseid-same-device} or {@code
         * /saml/sign/sithseid-other-device}.
         */
        public Builder defaultIdentityProvider(String idp) {
            this.defaultIdentityProvider = filled("identity provider", idp);
            return this;
        }

        /**
         * One more IdP that responses may name: for a service that reaches the IdP that was asked for by way
         * of another. None unless set.
         */
        public Builder acceptIdentityProvider(String idp) {
            otherIdentityProviders.add(filled("identity provider", idp));
            return this;
        }

        /**
         * Names for the start of the transaction id, as agreed with the service. Required.
         *
         * @param customerName 1 to 12 letters, digits or {@code _ .}
         * @param applicationName 1 to 12 letters, digits or {@code _ .}
         */
        public Builder transactionNames(String customerName, String applicationName) {
            this.customer = shortName("customer name", customerName);
            this.application = shortName("application name", applicationName);
            return this;
        }

        /** The levels of assurance that do, all of them: {@link #LEVEL_2} and {@link #LEVEL_3} unless set. */
        public Builder levels(String first, String... more) {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(List.of(more));
            this.levels = List.copyOf(all);
            return this;
        }

        /** The authentication profile (AuthnProfile): {@code digg_ap_hsaid_01} unless set. */
        public Builder authenticationProfile(String profile) {
            this.authenticationProfile = filled("authentication profile", profile);
            return this;
        }

        /**
         * How long a request is valid: 8 minutes unless set, and 2 minutes back in time, since clocks differ.
         *
         * @param backwards how much the clocks of service and this system may differ
         * @param forwards how long the user may take
         */
        public Builder validity(Duration backwards, Duration forwards) {
            if (backwards.isNegative()
                    || backwards.compareTo(Duration.ofHours(1)) > 0
                    || forwards.isNegative()
                    || forwards.isZero()
                    || forwards.compareTo(Duration.ofHours(24)) > 0) {
                throw new ConfigurationException(
                        "The validity of requests is negative or too long",
                        "Set at most an hour backwards, and more than nothing but at most 24 hours"
                                + " forwards.");
            }
            this.before = backwards;
            this.after = forwards;
            return this;
        }

        /** The clock; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * The service.
         *
         * @throws ConfigurationException when something required is missing, the credential cannot be read
         *     or its certificate has expired, or the service's metadata are no longer valid
         */
        public SigningService build() {
            SigningServiceSettings settings =
                    new SigningServiceSettings(
                            required("service", service),
                            required("service", serviceUrl),
                            required("requester", entityId),
                            required("requester", credential),
                            required("requester", responseUrl),
                            required("signers", signers),
                            required("defaultIdentityProvider", defaultIdentityProvider),
                            Set.copyOf(otherIdentityProviders),
                            levels,
                            authenticationProfile,
                            required("transactionNames", customer),
                            required("transactionNames", application),
                            before,
                            after,
                            clock);
            Instant now = clock.instant();
            requireValidMetadata(settings.service(), now);
            SigningKey key = settings.credential().signingKey();
            EnvelopedSignature.algorithm(key);
            if (key.certificate().getNotAfter().toInstant().isBefore(now)) {
                throw new ConfigurationException(
                        "The certificate that signs requests has expired",
                        "Order a new SITHS function certificate, and register it with the signing"
                                + " service.");
            }
            return new SigningService(settings);
        }

        private static <T> T required(String method, @Nullable T value) {
            if (value == null) {
                throw new ConfigurationException(
                        "The signing service is not fully configured: " + method + " is missing",
                        "Call " + method + " on the builder.");
            }
            return value;
        }

        private static String filled(String name, String text) {
            if (text.isBlank()) {
                throw new ConfigurationException(
                        "The " + name + " is blank",
                        "Set what is agreed with the signing service.");
            }
            return text;
        }

        private static String shortName(String name, String text) {
            if (!text.matches("[A-Za-z0-9_.]{1," + MAX_NAME + "}")) {
                throw new ConfigurationException(
                        "The "
                                + name
                                + " is not 1 to 12 letters, digits, underscores or full stops",
                        "Set what is agreed with the signing service.");
            }
            return text;
        }

        private static URI web(String name, URI url) {
            String host = url.getHost();
            boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
            if (host == null
                    || !("https".equals(url.getScheme())
                            || (here && "http".equals(url.getScheme())))) {
                throw new ConfigurationException(
                        "The " + name + " is no https address",
                        "Set an https address; http does for localhost only.");
            }
            return url;
        }
    }
}
