package se.ehealthsdk.certificate.check;

import java.util.Optional;
import se.ehealthsdk.certificate.internal.wire.Lexical;

/**
 * One thing that a check found. Holds nothing of what the certificate says.
 *
 * @param rule the rule's id, for example {@code LISJP2-Q32-OVERLAP}: type and major version, question or part
 *     question ({@code DOC} for the whole document), and what the rule asks
 * @param question the question or part question that is to be mended, for example {@code 32.2}; empty when it is
 *     the document itself, or an answer whose id is none of a question
 * @param instance which of several answers to the question, where it says so with a number that could be meant
 * @param origin where the rule is from
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Finding(
        String rule,
        Optional<String> question,
        Optional<Integer> instance,
        Origin origin,
        String wrong,
        String right) {

    private static final int MOST_ANSWERS = 1_000_000;

    /** Leaves out ids and numbers that are none of a form: those could be anything, a person's number too. */
    public Finding {
        question = question.filter(Lexical::isQuestion);
        instance = instance.filter(each -> each > -MOST_ANSWERS && each < MOST_ANSWERS);
    }

    /** Where a rule is from, which decides whom it binds. */
    public enum Origin {
        /** The XML Schema of the contract: binds everyone. */
        SCHEMA,
        /** The official Schematron of the type: binds everyone. */
        OFFICIAL,
        /** The form of Webcert, or this library's care: binds what is built here. */
        FORM,
        /** A piece of advice; never an error. */
        ADVICE
    }

    /** Whether it is an error; false for advice. */
    public boolean isError() {
        return origin != Origin.ADVICE;
    }

    /** One line: rule, question, what is wrong, what would be right. */
    @Override
    public String toString() {
        return rule
                + question.map(each -> " [" + each + instance.map(n -> " #" + n).orElse("") + "]")
                        .orElse("")
                + ": "
                + wrong
                + "; expected "
                + right;
    }
}
