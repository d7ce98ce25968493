package se.ehealthsdk.certificate.care;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.ehealthsdk.certificate.contract.CertificateStatusUpdateForCare;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;

/**
 * How many questions are open in one direction. A question that was asked is never gone from the total, so that counts
 * of zero beside a question are those of an event told again, and say nothing: the last counts that say something hold,
 * and what happened after them is added.
 */
record OpenQuestions(
        QuestionCounts counts, int open, boolean estimated, LocalDateTime countedUpTo) {

    private static final Comparator<QuestionCounts> FURTHER =
            Comparator.comparingInt(QuestionCounts::total)
                    .thenComparingInt(QuestionCounts::handled)
                    .thenComparingInt(QuestionCounts::answered);

    static OpenQuestions received(List<StatusEvent> events, List<SendMessageToCare> messages) {
        OpenQuestions counted =
                of(
                        events,
                        CertificateStatusUpdateForCare::received,
                        OpenQuestions::asksCare,
                        event -> event.code().equals(EventCode.RECEIVED_QUESTION_HANDLED));
        // a message may come before the event about it, which is later by some seconds
        long uncounted =
                messages.stream()
                        .filter(OverviewFold::asks)
                        .filter(each -> each.sentAt().isAfter(counted.countedUpTo))
                        .count();
        return uncounted == 0
                ? counted
                : new OpenQuestions(
                        counted.counts,
                        counted.open + (int) uncounted,
                        counted.estimated,
                        counted.countedUpTo);
    }

    static OpenQuestions sent(List<StatusEvent> events) {
        return of(
                events,
                CertificateStatusUpdateForCare::sent,
                event -> event.code().equals(EventCode.QUESTION_SENT),
                event -> event.code().equals(EventCode.SENT_QUESTION_HANDLED));
    }

    private static boolean asksCare(StatusEvent event) {
        return event.code().equals(EventCode.QUESTION_RECEIVED)
                && event.update()
                        .event()
                        .subject()
                        .filter(MessageSubject.REMINDER::equals)
                        .isEmpty();
    }

    /**
     * @param events in their order
     */
    private static OpenQuestions of(
            List<StatusEvent> events,
            Function<CertificateStatusUpdateForCare, QuestionCounts> direction,
            Predicate<StatusEvent> opens,
            Predicate<StatusEvent> closes) {
        Optional<StatusEvent> basis =
                events.stream()
                        .filter(each -> direction.apply(each.update()).total() > 0)
                        .max(
                                Comparator.comparing(StatusEvent::time)
                                        .thenComparing(
                                                each -> direction.apply(each.update()), FURTHER)
                                        .thenComparing(StatusEvent::key));
        QuestionCounts counts =
                basis.map(each -> direction.apply(each.update())).orElse(QuestionCounts.NONE);
        int open = Math.max(0, counts.total() - counts.handled());
        boolean estimated = false;
        LocalDateTime upTo = basis.map(StatusEvent::time).orElse(LocalDateTime.MIN);
        for (StatusEvent event : events) {
            boolean after = basis.isEmpty() || event.time().isAfter(basis.get().time());
            if (after && opens.test(event)) {
                open++;
            } else if (after && closes.test(event)) {
                open = Math.max(0, open - 1);
            } else {
                continue;
            }
            estimated = true;
            upTo = event.time();
        }
        return new OpenQuestions(counts, open, estimated, upTo);
    }

    /**
     * @param asked all questions that came as messages
     */
    ReceivedQuestion.Status statusOf(SendMessageToCare question, List<SendMessageToCare> asked) {
        if (question.sentAt().isAfter(countedUpTo) || open >= asked.size()) {
            return ReceivedQuestion.Status.OPEN;
        }
        long later = asked.stream().filter(each -> each.sentAt().isAfter(countedUpTo)).count();
        return open <= later ? ReceivedQuestion.Status.HANDLED : ReceivedQuestion.Status.UNCERTAIN;
    }
}
