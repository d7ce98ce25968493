package se.ehealthsdk.testkit.certificate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A certificate or a draft as the stand-ins have it at one moment.
 *
 * @param id the certificate's id, a GUID
 * @param type its type, for example {@code LISJP}
 * @param version its version, for example {@code 1.3}
 * @param unit the HSA-id of the issuing unit
 * @param careProvider the HSA-id of its care provider
 * @param draft whether it is a draft, not signed
 * @param test whether the patient is a test person
 * @param revoked whether it has been revoked
 * @param sentTo the recipients that it has been sent to, in their order
 * @param xml the element {@code intyg}, with what the service has noted of it; personal data
 */
public record StoredCertificate(
        String id,
        String type,
        String version,
        String unit,
        String careProvider,
        boolean draft,
        boolean test,
        boolean revoked,
        Set<String> sentTo,
        String xml) {

    /** Copies the set. */
    public StoredCertificate {
        sentTo = Collections.unmodifiableSet(new LinkedHashSet<>(sentTo));
    }

    /** Type, version and id; nothing of the patient. */
    @Override
    public String toString() {
        return "StoredCertificate[" + type + " " + version + ", " + id + "]";
    }
}
