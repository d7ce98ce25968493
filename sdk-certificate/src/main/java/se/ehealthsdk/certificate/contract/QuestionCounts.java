package se.ehealthsdk.certificate.contract;

/**
 * How many questions there are about a certificate, in one direction ({@code Arenden}).
 *
 * @param total all
 * @param unanswered without answer
 * @param answered answered, not yet handled
 * @param handled marked as handled
 */
public record QuestionCounts(int total, int unanswered, int answered, int handled) {

    /** No questions. */
    public static final QuestionCounts NONE = new QuestionCounts(0, 0, 0, 0);
}
