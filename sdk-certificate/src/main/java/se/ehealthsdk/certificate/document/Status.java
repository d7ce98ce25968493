package se.ehealthsdk.certificate.document;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What has happened to a certificate, as Intygstjänster notes it.
 *
 * @param part whom it concerns, for example {@code FKASSA} or {@code HSVARD}
 * @param status {@code RECEIV}, {@code SENTTO}, {@code CANCEL}, {@code DELETE} or {@code RESTOR}
 * @param time when, Swedish local time; empty if it is no time of the contract's form
 * @param extensions elements of other namespaces
 */
public record Status(
        CodedValue part,
        CodedValue status,
        Optional<LocalDateTime> time,
        List<XmlElement> extensions) {

    /** Code system of statuses. */
    public static final String CODE_SYSTEM = "9871cd17-8755-4ed9-b894-ff3729e775a4";

    /** Copies. */
    public Status {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(time, "time");
        extensions = List.copyOf(extensions);
    }
}
