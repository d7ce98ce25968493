package se.ehealthsdk.certificate.internal.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.Patient;

/** A certificate that tests change in one thing. Immutable. */
record Sheet(CertificateType type, String version, String person, List<Answer> answers) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final HealthcareProfessional ISSUER =
            new HealthcareProfessional(
                    Identifier.of(Identifier.HSA_ID, "SE2321000016-LAKARE"),
                    "Låtsas Läkare",
                    Optional.empty(),
                    List.of(),
                    new IssuingUnit(
                            Identifier.of(Identifier.HSA_ID, "SE2321000016-ENHET"),
                            Identifier.of(Identifier.WORKPLACE_CODE, "1234567890"),
                            "Enheten",
                            "Gatan 1",
                            "12345",
                            "Orten",
                            "010-123",
                            Optional.empty(),
                            new CareProvider(
                                    Identifier.of(Identifier.HSA_ID, "SE2321000016-GIVARE"),
                                    "Givaren",
                                    List.of()),
                            List.of()),
                    List.of(),
                    List.of());

    static Sheet of(CertificateType type, String version) {
        return new Sheet(type, version, "191212121212", List.of());
    }

    static Answer.Part text(String id, String value) {
        return new Answer.Part(id, new Content.Text(value));
    }

    static Answer.Part cv(String id, String codeSystem, String code) {
        return new Answer.Part(id, new Content.Cv(CodedValue.of(code, codeSystem)));
    }

    Sheet patient(String number) {
        return new Sheet(type, version, number, answers);
    }

    /** Another answer, without instans. */
    Sheet plus(String question, Answer.Part... parts) {
        return plus(Answer.of(question, parts));
    }

    /** Another answer, with instans. */
    Sheet plus(String question, int instance, Answer.Part... parts) {
        return plus(Answer.of(question, instance, List.of(parts)));
    }

    private Sheet plus(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(answer);
        return new Sheet(type, version, person, more);
    }

    /** Without any answer to a question. */
    Sheet without(String question) {
        return new Sheet(
                type,
                version,
                person,
                answers.stream().filter(each -> !each.id().equals(question)).toList());
    }

    /** Text in a part of the first answer to its question. */
    Sheet set(String part, String value) {
        return set(0, text(part, value));
    }

    /** A code in a part of the first answer to its question. */
    Sheet set(String part, String codeSystem, String code) {
        return set(0, cv(part, codeSystem, code));
    }

    /** A part in the n-th answer to its question, in the place of what is there. */
    Sheet set(int n, Answer.Part part) {
        Answer answer = answer(part, n);
        List<Answer.Part> parts = new ArrayList<>(answer.parts());
        int at = 0;
        while (at < parts.size() && !parts.get(at).id().equals(part.id())) {
            at++;
        }
        if (at < parts.size()) {
            parts.set(at, part);
        } else {
            parts.add(part);
        }
        return replace(answer, parts);
    }

    /** One more part in the first answer to its question. */
    Sheet add(Answer.Part part) {
        Answer answer = answer(part, 0);
        List<Answer.Part> parts = new ArrayList<>(answer.parts());
        parts.add(part);
        return replace(answer, parts);
    }

    /** Without a part in the first answer to its question. */
    Sheet drop(String part) {
        Answer answer = answer(text(part, ""), 0);
        return replace(
                answer, answer.parts().stream().filter(each -> !each.id().equals(part)).toList());
    }

    /** Another instans for the n-th answer to a question. */
    Sheet instance(String question, int n, Optional<Integer> instance) {
        Answer answer = answer(text(question + ".1", ""), n);
        return swap(answer, new Answer(question, instance, answer.parts(), List.of()));
    }

    private Answer answer(Answer.Part part, int n) {
        String question = part.id().substring(0, part.id().indexOf('.'));
        return answers.stream().filter(each -> each.id().equals(question)).toList().get(n);
    }

    private Sheet replace(Answer answer, List<Answer.Part> parts) {
        return swap(answer, new Answer(answer.id(), answer.instance(), parts, List.of()));
    }

    private Sheet swap(Answer answer, Answer other) {
        List<Answer> changed = new ArrayList<>(answers);
        changed.replaceAll(each -> each == answer ? other : each);
        return new Sheet(type, version, person, changed);
    }

    Intyg intyg() {
        return Intyg.builder()
                .id(Identifier.of("SE2321000016-ENHET", "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10"))
                .type(type, version)
                .recipient(CodedValue.of("FKASSA", "769bb12b-bd9f-4203-a5cd-fd14f2eb3b80"))
                .signedAt(LocalDateTime.of(2026, 11, 22, 10, 0))
                .sentAt(LocalDateTime.of(2026, 11, 22, 10, 0))
                .patient(
                        new Patient(
                                Identifier.of("1.2.752.129.2.1.3.1", person),
                                "",
                                "",
                                Optional.empty(),
                                "Gatan 1",
                                "12345",
                                "Orten",
                                Optional.empty()))
                .issuer(ISSUER)
                .answers(answers)
                .build();
    }
}
