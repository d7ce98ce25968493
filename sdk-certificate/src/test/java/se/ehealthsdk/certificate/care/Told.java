package se.ehealthsdk.certificate.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.contract.CertificateEvent;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.core.identifier.Personnummer;

/** What a care system is told, about invented people. */
final class Told {

    static final String CERTIFICATE = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
    static final String UNIT = "TSTNMT2321000156-VE01";
    static final String DOCTOR = "TSTNMT2321000156-1001";
    static final String PATIENT = "191212121212";
    static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 0);

    private Told() {}

    static Identifier certificateId() {
        return Identifier.of(UNIT, CERTIFICATE);
    }

    static LocalDateTime minute(int minutes) {
        return START.plusMinutes(minutes);
    }

    static StatusEvent status(EventCode code, LocalDateTime time) {
        return status(code, time, QuestionCounts.NONE, QuestionCounts.NONE);
    }

    static StatusEvent status(
            EventCode code, LocalDateTime time, QuestionCounts sent, QuestionCounts received) {
        return new StatusEvent(update(code, time, certificate(true).build(), sent, received));
    }

    static StatusEvent bare(EventCode code, LocalDateTime time) {
        return new StatusEvent(
                update(
                        code,
                        time,
                        certificate(false).build(),
                        QuestionCounts.NONE,
                        QuestionCounts.NONE));
    }

    static CertificateStatusUpdateForCare update(EventCode code, LocalDateTime time) {
        return update(
                code, time, certificate(true).build(), QuestionCounts.NONE, QuestionCounts.NONE);
    }

    static CertificateStatusUpdateForCare update(
            EventCode code,
            LocalDateTime time,
            Intyg certificate,
            QuestionCounts sent,
            QuestionCounts received) {
        return new CertificateStatusUpdateForCare(
                certificate,
                new CertificateEvent(
                        code, time, Optional.empty(), Optional.empty(), Optional.empty()),
                sent,
                received,
                Optional.of("visit-17"),
                Optional.of(DOCTOR));
    }

    static StatusEvent questionEvent(
            LocalDateTime time,
            MessageSubject subject,
            LocalDate lastDay,
            QuestionCounts received) {
        return new StatusEvent(
                new CertificateStatusUpdateForCare(
                        certificate(true).build(),
                        new CertificateEvent(
                                EventCode.QUESTION_RECEIVED,
                                time,
                                Optional.of(subject),
                                Optional.of(lastDay),
                                Optional.empty()),
                        QuestionCounts.NONE,
                        received,
                        Optional.empty(),
                        Optional.empty()));
    }

    static Intyg.Builder certificate(boolean withAnswers) {
        Intyg.Builder intyg =
                Intyg.builder()
                        .id(certificateId())
                        .type(CertificateType.LISJP, "2.0")
                        .patient(Patient.of(Personnummer.of(PATIENT)))
                        .issuer(
                                new HealthcareProfessional(
                                        Identifier.of(Identifier.HSA_ID, DOCTOR),
                                        "Åsa Påhittsson",
                                        Optional.empty(),
                                        List.of(),
                                        unit("1234567"),
                                        List.of(),
                                        List.of()));
        if (withAnswers) {
            intyg.answer(
                    Answer.of("25", new Answer.Part("25.1", new Content.Text("Påhittad text"))));
        }
        return intyg;
    }

    static IssuingUnit unit(String workplaceCode) {
        return new IssuingUnit(
                Identifier.of(Identifier.HSA_ID, UNIT),
                Identifier.of(Identifier.WORKPLACE_CODE, workplaceCode),
                "Vårdcentralen Ängen",
                "",
                "",
                "",
                "",
                Optional.empty(),
                new CareProvider(
                        Identifier.of(Identifier.HSA_ID, "TSTNMT2321000156-VG01"),
                        "Region Påhitt",
                        List.of()),
                List.of());
    }

    static SendMessageToCare question(String id, LocalDateTime time) {
        return message(id, time, MessageSubject.OTHER, Optional.empty(), Optional.empty());
    }

    static SendMessageToCare reminder(String id, LocalDateTime time, String of) {
        return message(id, time, MessageSubject.REMINDER, Optional.of(of), Optional.empty());
    }

    static SendMessageToCare answer(String id, LocalDateTime time, String to) {
        return message(
                id,
                time,
                MessageSubject.OTHER,
                Optional.empty(),
                Optional.of(MessageReference.of(to)));
    }

    static SendMessageToCare message(
            String id,
            LocalDateTime time,
            MessageSubject subject,
            Optional<String> reminds,
            Optional<MessageReference> answerTo) {
        return new SendMessageToCare(
                id,
                Optional.of("FK-17"),
                time,
                certificateId(),
                Identifier.of(Identifier.PERSONNUMMER, PATIENT),
                "TSTNMT2321000156-VE01",
                subject,
                Optional.of("Rubrik"),
                "Påhittad fråga",
                reminds,
                answerTo,
                Part.FKASSA,
                List.of("Försäkringskassan", "Telefon 010"),
                List.of(),
                Optional.empty());
    }
}
