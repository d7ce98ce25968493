package se.ehealthsdk.testkit.assertions;

import java.util.List;
import java.util.Optional;

/** What is expected of certificates (intyg). */
public final class CertificatesAssert {

    private final ServicesAssert services;

    CertificatesAssert(ServicesAssert services) {
        this.services = services;
    }

    /**
     * A signed certificate with this id is there.
     *
     * @param id the certificate's id, a GUID
     */
    public CertificateAssert registered(String id) {
        services.expect(
                () ->
                        services.sight().certificate(id).filter(it -> !it.draft()).isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        services.sight().certificate(id).isPresent()
                                                ? "Expected certificate %s to be signed, but it is a draft."
                                                        .formatted(id)
                                                : "Expected certificate %s, but there is none. There are:\n%s"
                                                        .formatted(id, all())));
        return new CertificateAssert(services, id);
    }

    /**
     * No certificate or draft with this id is there.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public CertificatesAssert notRegistered(String id) {
        services.requireNow("notRegistered");
        if (services.sight().certificate(id).isPresent()) {
            throw new AssertionError("Expected no certificate %s, but it is there.".formatted(id));
        }
        return this;
    }

    private String all() {
        List<String> all = services.sight().certificates();
        return all.isEmpty() ? "  no certificates" : "  " + String.join("\n  ", all);
    }
}
