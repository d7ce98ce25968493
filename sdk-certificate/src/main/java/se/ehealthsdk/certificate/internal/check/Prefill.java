package se.ehealthsdk.certificate.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.internal.check.RuleSet.Compiled;
import se.ehealthsdk.certificate.internal.check.RuleSet.CompiledPart;
import se.ehealthsdk.certificate.internal.check.RuleSet.Question;

/** Judges the answers that a draft begins with: what of the rules is about their form, and nothing that has to be there. */
public final class Prefill {

    /** The service takes any of them, whichever the type is written with. */
    private static final Set<String> ICD_10_SE =
            Set.of("1.2.752.116.1.1.1", "1.2.752.116.1.1.1.1.3", "1.2.752.116.1.1.1.1.8");

    /** Ends of rule ids that are not about form: the doctor meets those in the draft. */
    private static final Set<String> FOR_THE_DOCTOR =
            Set.of("NOTFUTURE", "NOTPAST", "MAX366", "MAX1Y", "REASON");

    private final RuleSet rules;
    private final Subject subject;
    private final List<Finding> findings = new ArrayList<>(0);

    private Prefill(RuleSet rules, Subject subject) {
        this.rules = rules;
        this.subject = subject;
    }

    /** What the service would drop, and why. */
    public static List<Finding> check(RuleSet rules, List<Answer> answers, Subject subject) {
        Prefill prefill = new Prefill(rules, subject);
        Map<String, Integer> counts = new HashMap<>();
        for (Answer answer : answers) {
            prefill.answer(answer, counts.merge(answer.id(), 1, Integer::sum));
        }
        return List.copyOf(prefill.findings);
    }

    private void answer(Answer answer, int number) {
        Question question = rules.question(answer.id());
        if (question == null) {
            if (!rules.hasExtraQuestions() || !RuleSet.isExtraQuestion(answer.id())) {
                broken(
                        "ANSWER_NOT_FOUND",
                        answer,
                        answer.id(),
                        "the form does not have the question",
                        "only questions of the form");
            }
            return;
        }
        int most = most(question.counts(), question.instance() == null ? 1 : Integer.MAX_VALUE);
        if (number > most) {
            broken(
                    "WRONG_NUMBER_OF_ANSWERS",
                    answer,
                    answer.id(),
                    "there are too many answers to the question",
                    "at most " + most);
            return;
        }
        parts(question, answer);
    }

    private void parts(Question question, Answer answer) {
        if (answer.parts().isEmpty()) {
            broken(
                    "WRONG_NUMBER_OF_ANSWERS",
                    answer,
                    answer.id(),
                    "the answer has no part answers",
                    "at least one, or no answer to the question");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Answer.Part part : answer.parts()) {
            Optional<CompiledPart> known =
                    question.parts().stream().filter(each -> each.id().equals(part.id())).findAny();
            if (known.isEmpty()) {
                broken(
                        "INVALID_SUB_ANSWER_ID",
                        answer,
                        part.id(),
                        "the question does not have the part question",
                        "only the part questions of the form");
            } else if (counts.merge(part.id(), 1, Integer::sum) > 1) {
                broken(
                        "WRONG_NUMBER_OF_ANSWERS",
                        answer,
                        part.id(),
                        "the part answer stands there more than once",
                        "at most 1");
            } else {
                content(known.get(), part.content(), answer);
            }
        }
    }

    private void content(CompiledPart part, Content content, Answer answer) {
        for (Compiled each : part.values()) {
            String suffix = suffix(each.rule().id());
            if (FOR_THE_DOCTOR.contains(suffix)
                    || (suffix.equals("ICDSYS") && isIcd10(content))
                    || ((Ask.Value) each.ask()).holds().holds(content, subject)) {
                continue;
            }
            broken(reason(suffix), answer, part.id(), each.rule().wrong(), each.rule().right());
            return;
        }
        if (content instanceof Content.Other) {
            broken("INVALID_FORMAT", answer, part.id(), part.mixed().wrong(), part.mixed().right());
        }
    }

    private static String reason(String suffix) {
        return suffix.equals("BOOL")
                ? "INVALID_BOOLEAN_VALUE"
                : suffix.startsWith("ICD") ? "INVALID_DIAGNOSIS_CODE" : "INVALID_FORMAT";
    }

    private static boolean isIcd10(Content content) {
        CodedValue cv = Values.cv(content);
        return cv != null && ICD_10_SE.contains(cv.codeSystem());
    }

    private static String suffix(String ruleId) {
        return ruleId.substring(ruleId.lastIndexOf('-') + 1);
    }

    private static int most(List<Compiled> counts, int otherwise) {
        int most = Integer.MAX_VALUE;
        for (Compiled each : counts) {
            most = Math.min(most, ((Ask.Count) each.ask()).max());
        }
        return most == Integer.MAX_VALUE ? otherwise : most;
    }

    private void broken(String reason, Answer answer, String question, String wrong, String right) {
        findings.add(
                new Finding(
                        rules.prefix() + "-PREFILL-" + reason,
                        Optional.of(question),
                        answer.instance(),
                        Origin.FORM,
                        wrong,
                        right));
    }
}
