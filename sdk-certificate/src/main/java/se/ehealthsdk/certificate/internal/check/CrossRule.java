package se.ehealthsdk.certificate.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.Answer;

/**
 * A rule about several questions, or about several parts of an answer.
 *
 * @param id the id without the type in front, for example {@code Q29-REQ}; one that begins with {@code COM-} is whole
 * @param question where it is to be mended; empty for the document
 * @param origin where it is from
 * @param wrong what is wrong when it is broken
 * @param right what would be right
 * @param behind ids of rules that say the same: where one of them has spoken of the same answer, or of the document,
 *     this one is silent
 * @param look looks for breaks
 */
public record CrossRule(
        String id,
        Optional<String> question,
        Origin origin,
        String wrong,
        String right,
        List<String> behind,
        Look look) {

    /** Looks for breaks in a document and reports each. */
    @FunctionalInterface
    public interface Look {
        void at(Subject subject, Report report);
    }

    /** Takes breaks. */
    public interface Report {
        /** The document breaks the rule. */
        void broken();

        /** An answer breaks the rule. */
        void broken(Answer answer);
    }

    /** A rule with any way to look. */
    public static CrossRule of(
            Origin origin, String id, String question, String wrong, String right, Look look) {
        return new CrossRule(
                id,
                question.isEmpty() ? Optional.empty() : Optional.of(question),
                origin,
                wrong,
                right,
                List.of(),
                look);
    }

    /** A rule that a document breaks once, when the condition is true. */
    public static CrossRule when(
            Origin origin,
            String id,
            String question,
            String wrong,
            String right,
            Predicate<Subject> broken) {
        return of(
                origin,
                id,
                question,
                wrong,
                right,
                (subject, report) -> {
                    if (broken.test(subject)) {
                        report.broken();
                    }
                });
    }

    /** A rule that each answer to a question may break. The condition must not walk through all answers. */
    public static CrossRule each(
            Origin origin,
            String id,
            String question,
            String wrong,
            String right,
            BiPredicate<Subject, Answer> broken) {
        int dot = question.indexOf('.');
        String answers = dot < 0 ? question : question.substring(0, dot);
        return of(
                origin,
                id,
                question,
                wrong,
                right,
                (subject, report) -> {
                    for (Answer answer : subject.answers(answers)) {
                        if (!subject.isReported(answer) && broken.test(subject, answer)) {
                            report.broken(answer);
                        }
                    }
                });
    }

    /** A rule that each answer may break that holds a part, to whatever question: many official rules look like that. */
    public static CrossRule holding(
            Origin origin,
            String id,
            String question,
            String part,
            String wrong,
            String right,
            BiPredicate<Subject, Answer> broken) {
        return of(
                origin,
                id,
                question,
                wrong,
                right,
                (subject, report) -> {
                    for (Answer answer : subject.holding(part)) {
                        if (!subject.isReported(answer) && broken.test(subject, answer)) {
                            report.broken(answer);
                        }
                    }
                });
    }

    /** The same rule, silent where one of these has spoken. */
    public CrossRule behind(String... ids) {
        return new CrossRule(id, question, origin, wrong, right, List.of(ids), look);
    }
}
