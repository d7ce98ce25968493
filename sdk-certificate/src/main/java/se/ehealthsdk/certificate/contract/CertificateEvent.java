package se.ehealthsdk.certificate.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Something that happened to a certificate in Webcert ({@code handelse}).
 *
 * @param code what happened
 * @param time when, Swedish local time; on the wire with exactly three decimals of a second
 * @param subject what a question is about; only with {@link EventCode#QUESTION_RECEIVED}, and not for all types
 * @param lastDayForAnswer by when the recipient wants an answer; as {@code subject}
 * @param handledBy HSA-id of who did it ({@code hanteratAv}, extension 3.4), as it came; empty when it was no person
 */
public record CertificateEvent(
        EventCode code,
        LocalDateTime time,
        Optional<MessageSubject> subject,
        Optional<LocalDate> lastDayForAnswer,
        Optional<String> handledBy) {}
