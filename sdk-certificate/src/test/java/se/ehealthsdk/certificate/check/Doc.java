package se.ehealthsdk.certificate.check;

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

/** A certificate to change one thing in. Each change gives a new one. */
final class Doc {

    private final CodedValue type;
    private final String version;
    private final String patient;
    private final IssuingUnit unit;
    private final List<Answer> answers;

    private Doc(
            CodedValue type,
            String version,
            String patient,
            IssuingUnit unit,
            List<Answer> answers) {
        this.type = type;
        this.version = version;
        this.patient = patient;
        this.unit = unit;
        this.answers = answers;
    }

    static Doc of(CertificateType type, String version) {
        return new Doc(
                CodedValue.of(type.code(), CertificateType.CODE_SYSTEM),
                version,
                "191212121212",
                unit("Gatan 1", "123 45", "Staden", "08-123456"),
                List.of());
    }

    static IssuingUnit unit(String address, String postalCode, String town, String telephone) {
        return new IssuingUnit(
                Identifier.of(Identifier.HSA_ID, "SE2321000016-TEST1"),
                Identifier.of(Identifier.WORKPLACE_CODE, "1234567890"),
                "Vårdcentralen Provet",
                address,
                postalCode,
                town,
                telephone,
                Optional.empty(),
                new CareProvider(
                        Identifier.of(Identifier.HSA_ID, "SE2321000016-TEST2"),
                        "Regionen",
                        List.of()),
                List.of());
    }

    // parts

    static Answer.Part text(String id, String value) {
        return new Answer.Part(id, new Content.Text(value));
    }

    static Answer.Part cv(String id, String code, String system) {
        return new Answer.Part(id, new Content.Cv(CodedValue.of(code, system)));
    }

    static Answer.Part period(String id, String start, String end) {
        return new Answer.Part(id, new Content.DatePeriod(day(start), day(end)));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    // changes

    private Doc answers(List<Answer> changed) {
        return new Doc(type, version, patient, unit, changed);
    }

    Doc type(CodedValue changed, String changedVersion) {
        return new Doc(changed, changedVersion, patient, unit, answers);
    }

    Doc patient(String changed) {
        return new Doc(type, version, changed, unit, answers);
    }

    Doc unit(IssuingUnit changed) {
        return new Doc(type, version, patient, changed, answers);
    }

    Doc svar(String id, Answer.Part... parts) {
        return add(Answer.of(id, parts));
    }

    Doc svar(String id, int instance, Answer.Part... parts) {
        return add(Answer.of(id, instance, List.of(parts)));
    }

    Doc add(Answer answer) {
        List<Answer> changed = new ArrayList<>(answers);
        changed.add(answer);
        return answers(changed);
    }

    Doc without(String... questions) {
        List<String> gone = List.of(questions);
        return answers(answers.stream().filter(each -> !gone.contains(each.id())).toList());
    }

    /** The same answer again, with another instance if it has one. */
    Doc again(String question) {
        Answer first =
                answers.stream()
                        .filter(each -> each.id().equals(question))
                        .findFirst()
                        .orElseThrow();
        int count = (int) answers.stream().filter(each -> each.id().equals(question)).count();
        return add(
                new Answer(
                        question,
                        first.instance().map(each -> count + 1),
                        first.parts(),
                        List.of()));
    }

    /** Puts something else into the first part with an id. */
    Doc set(Answer.Part part) {
        List<Answer> changed = new ArrayList<>();
        boolean done = false;
        for (Answer answer : answers) {
            List<Answer.Part> parts = new ArrayList<>();
            for (Answer.Part each : answer.parts()) {
                if (!done && each.id().equals(part.id())) {
                    parts.add(part);
                    done = true;
                } else {
                    parts.add(each);
                }
            }
            changed.add(new Answer(answer.id(), answer.instance(), parts, List.of()));
        }
        if (!done) {
            throw new IllegalArgumentException("no part " + part.id());
        }
        return answers(changed);
    }

    Doc set(String id, String text) {
        return set(text(id, text));
    }

    /** Adds a part to the first answer to a question. */
    Doc plus(String question, Answer.Part... parts) {
        List<Answer> changed = new ArrayList<>();
        boolean done = false;
        for (Answer answer : answers) {
            if (!done && answer.id().equals(question)) {
                List<Answer.Part> more = new ArrayList<>(answer.parts());
                more.addAll(List.of(parts));
                changed.add(new Answer(answer.id(), answer.instance(), more, List.of()));
                done = true;
            } else {
                changed.add(answer);
            }
        }
        if (!done) {
            throw new IllegalArgumentException("no answer " + question);
        }
        return answers(changed);
    }

    Doc minus(String part) {
        return answers(
                answers.stream()
                        .map(
                                each ->
                                        new Answer(
                                                each.id(),
                                                each.instance(),
                                                each.parts().stream()
                                                        .filter(one -> !one.id().equals(part))
                                                        .toList(),
                                                List.of()))
                        .toList());
    }

    /** Another instance, or none, for the first answer to a question. */
    Doc instance(String question, Optional<Integer> instance) {
        List<Answer> changed = new ArrayList<>();
        boolean done = false;
        for (Answer answer : answers) {
            boolean here = !done && answer.id().equals(question);
            changed.add(
                    here ? new Answer(answer.id(), instance, answer.parts(), List.of()) : answer);
            done |= here;
        }
        return answers(changed);
    }

    Doc reversed() {
        List<Answer> changed = new ArrayList<>();
        for (Answer each : answers) {
            changed.add(0, each);
        }
        return answers(changed);
    }

    Intyg intyg() {
        return Intyg.builder()
                .id(Identifier.of("SE2321000016-TEST1", "0f2f1e4c-6d3b-4d67-9a5c-1f0d2a3b4c5d"))
                .type(type, version)
                .signedAt(LocalDateTime.of(2026, 3, 2, 8, 0))
                .patient(
                        new Patient(
                                Identifier.of(Identifier.PERSONNUMMER, patient),
                                "",
                                "",
                                Optional.empty(),
                                "",
                                "",
                                "",
                                Optional.empty()))
                .issuer(
                        new HealthcareProfessional(
                                Identifier.of(Identifier.HSA_ID, "SE2321000016-TEST3"),
                                "Ada Provare",
                                Optional.empty(),
                                List.of(),
                                unit,
                                List.of(),
                                List.of()))
                .answers(answers)
                .build();
    }
}
