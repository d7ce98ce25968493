package se.ehealthsdk.certificate.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.form.Diagnosis.Classification;

/**
 * Diagnoses as the forms write them: up to three rows in one answer (svar 6), or an answer each (svar 58). A row is a
 * part with the text and, the next number, a part with the code.
 */
final class Diagnoses {

    private Diagnoses() {}

    /** Adds a row after those that there are. */
    static void write(Parts to, String question, Diagnosis diagnosis, int row, FormType type) {
        String system =
                switch (diagnosis.classification()) {
                    case ICD_10_SE -> type.icd10();
                    case KSH97_P -> Diagnosis.KSH97_P;
                };
        to.text(question + "." + (2 * row - 1), diagnosis.text());
        if (!diagnosis.code().isBlank()) {
            to.code(
                    question + "." + 2 * row,
                    CodedValue.of(diagnosis.code().strip(), system, diagnosis.text()));
        }
    }

    static List<Diagnosis> read(Answer answer) {
        List<Diagnosis> read = new ArrayList<>(3);
        for (int row = 1; row <= 3; row++) {
            Optional<String> text = Reading.text(answer, answer.id() + "." + (2 * row - 1));
            Optional<CodedValue> code = Reading.code(answer, answer.id() + "." + 2 * row);
            Optional<Classification> classification =
                    code.map(CodedValue::codeSystem).flatMap(Diagnoses::classification);
            if (code.isPresent() && classification.isPresent()) {
                read.add(
                        new Diagnosis(
                                code.get().code().strip(), text.orElse(""), classification.get()));
            }
        }
        return read;
    }

    /** The answer with what ICD-10-SE is called in a form; others as they are. */
    static Answer recoded(Answer answer, FormType type) {
        List<Answer.Part> parts = new ArrayList<>(answer.parts().size());
        for (Answer.Part part : answer.parts()) {
            parts.add(new Answer.Part(part.id(), recoded(part.content(), type.icd10())));
        }
        return new Answer(answer.id(), answer.instance(), parts, answer.extensions());
    }

    private static Content recoded(Content content, String icd10) {
        if (content instanceof Content.Cv cv
                && classification(cv.value().codeSystem())
                        .filter(Classification.ICD_10_SE::equals)
                        .isPresent()) {
            CodedValue code = cv.value();
            return new Content.Cv(
                    new CodedValue(
                            code.code(),
                            icd10,
                            code.codeSystemName(),
                            code.codeSystemVersion(),
                            code.displayName(),
                            code.originalText()));
        }
        return content;
    }

    private static Optional<Classification> classification(String codeSystem) {
        return switch (codeSystem.strip()) {
            case FormType.ICD_GENERATION_1, FormType.ICD_LUNSP, FormType.ICD_GENERATION_2 ->
                    Optional.of(Classification.ICD_10_SE);
            case Diagnosis.KSH97_P -> Optional.of(Classification.KSH97_P);
            default -> Optional.empty();
        };
    }
}
