package se.ehealthsdk.certificate.care;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.internal.contract.CareCodecs;
import se.ehealthsdk.certificate.internal.contract.EventDocument;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Webcert told that something happened to a certificate or a draft. One event is one certificate, one code and one
 * millisecond.
 *
 * @param update what was told
 */
public record StatusEvent(CertificateStatusUpdateForCare update) implements CareEvent {

    /** What stands for the workplace code of a unit that has none in HSA. */
    public static final String TEMPORARY_WORKPLACE_CODE = "TEMPORARY ARBETSPLATSKOD";

    /** What stands for the last name of a patient whose identity is protected. */
    public static final String PROTECTED_PATIENT = "Skyddade personuppgifter";

    private static final int MAX_ID = 200;
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private static final Comparator<StatusEvent> FULLER =
            Comparator.<StatusEvent>comparingInt(each -> each.certificate().answers().size())
                    .thenComparingInt(each -> each.update.sent().total())
                    .thenComparingInt(each -> each.update.received().total())
                    .thenComparing(each -> each.update.actingUser().isPresent())
                    .thenComparing(each -> each.update.reference().isPresent())
                    .thenComparing(StatusEvent::toBytes, Arrays::compareUnsigned);

    /**
     * @throws InvalidInputException if the certificate has no id
     */
    public StatusEvent {
        requireId("intygs-id", update.certificate().certificateId());
        requireId("handelsekod", update.event().code().code());
    }

    static void requireId(String field, String id) {
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new InvalidInputException(
                    field, "is blank or longer than " + MAX_ID + " characters", "an id");
        }
    }

    @Override
    public String certificateId() {
        return update.certificate().certificateId().strip();
    }

    /** Certificate, code and millisecond. */
    @Override
    public String key() {
        return "status/" + certificateId() + "/" + code() + "/" + MILLISECONDS.format(time());
    }

    @Override
    public LocalDateTime time() {
        return update.event().time().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What happened. */
    public EventCode code() {
        return update.event().code();
    }

    /** The certificate or draft as it was told; a draft may lack nearly everything. */
    public Intyg certificate() {
        return update.certificate();
    }

    /** The unit that issues the certificate; empty if what stands there is no HSA-id. */
    public Optional<HsaId> unit() {
        return certificate().issuingUnit();
    }

    /** The workplace code of the unit; empty if it has none, also where Webcert has put a word in its place. */
    public Optional<String> workplaceCode() {
        return certificate()
                .issuer()
                .unit()
                .workplaceCode()
                .extension()
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals(TEMPORARY_WORKPLACE_CODE));
    }

    /** Who did it; empty when it was no person, as when the patient sends a certificate. */
    public Optional<HsaId> actingUser() {
        return update.actingUser().flatMap(HsaId::tryParse);
    }

    /** What the care system itself called the certificate ({@code ref}). */
    public Optional<String> reference() {
        return update.reference().filter(text -> !text.isBlank());
    }

    /** Whether the patient's identity is protected, so that names and address are withheld. */
    public boolean isPatientProtected() {
        return certificate().patient().lastName().strip().equals(PROTECTED_PATIENT);
    }

    /** Whether it tells neither answers nor counts, as an event does that is told again after a failure. */
    public boolean isBare() {
        return certificate().answers().isEmpty()
                && update.sent().equals(QuestionCounts.NONE)
                && update.received().equals(QuestionCounts.NONE);
    }

    @Override
    public StatusEvent mergedWith(CareEvent other) {
        if (!(other instanceof StatusEvent same) || !other.key().equalsIgnoreCase(key())) {
            throw new InvalidInputException("other", "is another event", "one with the same key");
        }
        return FULLER.compare(this, same) >= 0 ? this : same;
    }

    @Override
    public byte[] toBytes() {
        return EventDocument.write(
                CertificateContracts.CERTIFICATE_STATUS_UPDATE_FOR_CARE_3,
                CareCodecs.STATUS_UPDATE,
                update);
    }

    /** The key. */
    @Override
    public String toString() {
        return "StatusEvent[" + key() + "]";
    }
}
