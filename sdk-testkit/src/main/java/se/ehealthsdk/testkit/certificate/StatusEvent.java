package se.ehealthsdk.testkit.certificate;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A row in Webcert's table of events: what has happened to a certificate, by the codes of the contract.
 *
 * @param certificateId the certificate
 * @param code {@code SKAPAT}, {@code ANDRAT}, {@code KFSIGN}, {@code RADERA}, {@code SIGNAT}, {@code SKICKA},
 *     {@code MAKULE}, {@code NYFRFM}, {@code NYSVFM}, {@code NYFRFV}, {@code HANFRFM} or {@code HANFRFV}
 * @param time Swedish local time in milliseconds
 * @param subject of a question from a recipient
 * @param lastDateForAnswer of a question from a recipient
 * @param handledBy the HSA-id of who did it; empty when the system did
 */
public record StatusEvent(
        String certificateId,
        String code,
        LocalDateTime time,
        Optional<String> subject,
        Optional<String> lastDateForAnswer,
        Optional<String> handledBy) {

    /** As it stands in an answer or a status update, without who did it. */
    Node node(String namespace, boolean tellHandledBy) {
        return Node.of(
                namespace,
                "handelse",
                Wire.code(Wire.CORE, "handelsekod", code, Wire.EVENT_CODES),
                Wire.milliseconds(Wire.CORE, "tidpunkt", time),
                subject.map(each -> Wire.code(Wire.CORE, "amne", each, Wire.SUBJECT_CODES)),
                lastDateForAnswer.map(each -> Node.of(Wire.CORE, "sistaDatumForSvar", each)),
                handledBy
                        .filter(each -> tellHandledBy)
                        .map(each -> Wire.hsaId(Wire.EXTENSION_4, "hanteratAv", each)));
    }
}
