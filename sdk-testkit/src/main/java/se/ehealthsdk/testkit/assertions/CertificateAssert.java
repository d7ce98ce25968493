package se.ehealthsdk.testkit.assertions;

import java.util.Optional;
import java.util.function.Predicate;

/** What is expected of a certificate that is there. */
public final class CertificateAssert {

    private final ServicesAssert services;
    private final String id;

    CertificateAssert(ServicesAssert services, String id) {
        this.services = services;
        this.id = id;
    }

    /**
     * It was sent to this recipient.
     *
     * @param recipient the code, as {@code FKASSA}
     */
    public CertificateAssert sentTo(String recipient) {
        return expect("to be sent to " + recipient, it -> it.sentTo().contains(recipient));
    }

    /**
     * It was sent to nobody.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public CertificateAssert sentToNobody() {
        services.requireNow("sentToNobody");
        return expect("to be sent to nobody", it -> it.sentTo().isEmpty());
    }

    /** It is revoked (makulerat). */
    public CertificateAssert isRevoked() {
        return expect("to be revoked", Sight.Certificate::revoked);
    }

    /**
     * It is not revoked.
     *
     * @throws IllegalStateException after {@link ServicesAssert#eventually}
     */
    public CertificateAssert isNotRevoked() {
        services.requireNow("isNotRevoked");
        return expect("not to be revoked", it -> !it.revoked());
    }

    private CertificateAssert expect(String words, Predicate<Sight.Certificate> right) {
        services.expect(
                () -> {
                    Optional<Sight.Certificate> now = services.sight().certificate(id);
                    return now.filter(right).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    "Expected certificate %s %s, but it is %s."
                                            .formatted(
                                                    id,
                                                    words,
                                                    now.map(CertificateAssert::told)
                                                            .orElse("gone")));
                });
        return this;
    }

    private static String told(Sight.Certificate now) {
        return (now.sentTo().isEmpty() ? "sent to nobody" : "sent to " + now.sentTo())
                + (now.revoked() ? ", revoked" : ", not revoked");
    }
}
