package se.ehealthsdk.certificate.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Intyg;

/** From the events of one certificate to its overview: sorted, each once, then read off. */
final class OverviewFold {

    private static final Set<EventCode> OF_DRAFTS =
            Set.of(
                    EventCode.DRAFT_CREATED,
                    EventCode.DRAFT_CHANGED,
                    EventCode.READY_TO_SIGN,
                    EventCode.DRAFT_DELETED);

    /** Questions are about what a recipient has. */
    private static final Set<EventCode> OF_SENT =
            Set.of(
                    EventCode.SENT,
                    EventCode.QUESTION_RECEIVED,
                    EventCode.ANSWER_RECEIVED,
                    EventCode.QUESTION_SENT,
                    EventCode.RECEIVED_QUESTION_HANDLED,
                    EventCode.SENT_QUESTION_HANDLED);

    private static final Comparator<SendMessageToCare> IN_ORDER =
            Comparator.comparing(SendMessageToCare::sentAt)
                    .thenComparing(SendMessageToCare::messageId);

    private static final Comparator<StatusEvent> BEST_TELLING =
            Comparator.<StatusEvent, Boolean>comparing(
                            each -> !each.certificate().answers().isEmpty())
                    .thenComparing(StatusEvent::time)
                    .thenComparing(StatusEvent::key);

    private final String certificateId;
    private final List<StatusEvent> statuses;
    private final List<SendMessageToCare> messages;

    OverviewFold(String certificateId, Collection<? extends CareEvent> events) {
        this.certificateId = certificateId;
        Map<String, CareEvent> once = new HashMap<>();
        for (CareEvent event : events) {
            if (event.certificateId().equalsIgnoreCase(certificateId)) {
                once.merge(event.key(), event, CareEvent::mergedWith);
            }
        }
        this.statuses =
                once.values().stream()
                        .filter(StatusEvent.class::isInstance)
                        .map(StatusEvent.class::cast)
                        .sorted(
                                Comparator.comparing(StatusEvent::time)
                                        .thenComparing(StatusEvent::key))
                        .toList();
        this.messages =
                once.values().stream()
                        .filter(MessageEvent.class::isInstance)
                        .map(each -> ((MessageEvent) each).message())
                        .sorted(IN_ORDER)
                        .toList();
    }

    CertificateOverview overview() {
        OpenQuestions received = OpenQuestions.received(statuses, messages);
        OpenQuestions sent = OpenQuestions.sent(statuses);
        List<ReceivedQuestion> questions = questions(received);
        return new CertificateOverview(
                certificateId,
                state(),
                certificate(),
                reference(),
                firstTime(EventCode.SIGNED).or(() -> told(Intyg::signedAt)),
                firstTime(EventCode.SENT).or(() -> told(Intyg::sentAt)),
                firstTime(EventCode.REVOKED),
                lastEventAt(),
                sent.counts(),
                received.counts(),
                sent.open(),
                received.open(),
                sent.estimated() || received.estimated(),
                questions,
                messages.stream().filter(SendMessageToCare::isAnswer).toList(),
                strayReminders(),
                lastDay(received.open(), questions));
    }

    // ---- state

    private CertificateState state() {
        if (has(EventCode.REVOKED)) {
            return CertificateState.REVOKED;
        }
        boolean sent =
                !messages.isEmpty()
                        || statuses.stream().anyMatch(each -> OF_SENT.contains(each.code()))
                        || told(Intyg::sentAt).isPresent();
        if (sent) {
            return CertificateState.SENT;
        }
        if (has(EventCode.SIGNED) || told(Intyg::signedAt).isPresent()) {
            return CertificateState.SIGNED;
        }
        if (has(EventCode.DRAFT_DELETED)) {
            return CertificateState.DELETED;
        }
        if (has(EventCode.READY_TO_SIGN)) {
            return CertificateState.READY_TO_SIGN;
        }
        return has(EventCode.DRAFT_CREATED) || has(EventCode.DRAFT_CHANGED)
                ? CertificateState.DRAFT
                : CertificateState.UNKNOWN;
    }

    private boolean has(EventCode code) {
        return statuses.stream().anyMatch(each -> each.code().equals(code));
    }

    private Optional<LocalDateTime> firstTime(EventCode code) {
        return statuses.stream()
                .filter(each -> each.code().equals(code))
                .map(StatusEvent::time)
                .findFirst();
    }

    private Optional<LocalDateTime> told(Function<Intyg, Optional<LocalDateTime>> what) {
        return statuses.stream()
                .map(each -> what.apply(each.certificate()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDateTime> lastEventAt() {
        return Stream.concat(
                        statuses.stream().map(StatusEvent::time),
                        messages.stream().map(SendMessageToCare::sentAt))
                .max(Comparator.naturalOrder());
    }

    // ---- the document

    /** A change of the draft that comes late, even one with a later time, is not the certificate once it is signed. */
    private Optional<Intyg> certificate() {
        List<StatusEvent> signed =
                statuses.stream().filter(each -> !OF_DRAFTS.contains(each.code())).toList();
        return (signed.isEmpty() ? statuses : signed)
                .stream().max(BEST_TELLING).map(StatusEvent::certificate);
    }

    private Optional<String> reference() {
        return statuses.stream()
                .map(StatusEvent::reference)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    // ---- questions

    private List<ReceivedQuestion> questions(OpenQuestions counted) {
        Map<String, List<SendMessageToCare>> reminders = new LinkedHashMap<>();
        messages.stream()
                .filter(SendMessageToCare::isReminder)
                .forEach(
                        each ->
                                reminders
                                        .computeIfAbsent(
                                                each.remindedMessageId().orElse(""),
                                                id -> new ArrayList<>(1))
                                        .add(each));
        List<SendMessageToCare> asked = messages.stream().filter(OverviewFold::asks).toList();
        return asked.stream()
                .map(
                        each ->
                                new ReceivedQuestion(
                                        each,
                                        reminders.getOrDefault(each.messageId(), List.of()),
                                        counted.statusOf(each, asked)))
                .toList();
    }

    static boolean asks(SendMessageToCare message) {
        return !message.isAnswer() && !message.isReminder();
    }

    private List<SendMessageToCare> strayReminders() {
        Set<String> known =
                messages.stream()
                        .filter(OverviewFold::asks)
                        .map(SendMessageToCare::messageId)
                        .collect(Collectors.toSet());
        return messages.stream()
                .filter(SendMessageToCare::isReminder)
                .filter(each -> !known.contains(each.remindedMessageId().orElse("")))
                .toList();
    }

    /** Of messages that may be open, and of as many of the newest events as there are open questions. */
    private Optional<LocalDate> lastDay(int open, List<ReceivedQuestion> questions) {
        if (open == 0) {
            return Optional.empty();
        }
        List<StatusEvent> newest =
                statuses.stream()
                        .filter(each -> each.code().equals(EventCode.QUESTION_RECEIVED))
                        .filter(
                                each ->
                                        each.update()
                                                .event()
                                                .subject()
                                                .filter(MessageSubject.REMINDER::equals)
                                                .isEmpty())
                        .toList();
        Stream<LocalDate> ofEvents =
                newest.stream()
                        .skip(Math.max(0, newest.size() - open))
                        .map(each -> each.update().event().lastDayForAnswer())
                        .flatMap(Optional::stream);
        Stream<LocalDate> ofMessages =
                questions.stream()
                        .filter(each -> each.status() != ReceivedQuestion.Status.HANDLED)
                        .map(each -> each.question().lastDayForAnswer())
                        .flatMap(Optional::stream);
        return Stream.concat(ofEvents, ofMessages).min(Comparator.naturalOrder());
    }
}
