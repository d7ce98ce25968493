package se.ehealthsdk.testkit.certificate;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A status update on its way to the vendor's producer. Guarded by its ledger, but for what never changes. */
public final class PendingUpdate {

    /** Attempts in all: after the last one it is given up. */
    static final int MAX_ATTEMPTS = 30;

    /** How long after each failed attempt comes the next; the last one holds for all that follow. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1));

    private static final String NAMESPACE = Wire.STATUS_UPDATE.namespace();

    private final StatusEvent event;
    private final String unit;
    private final Node intyg;
    private final Node sentQuestions;
    private final Node receivedQuestions;
    private final Optional<String> reference;
    private int attempts;
    private LocalDateTime due;

    private PendingUpdate(
            StatusEvent event,
            String unit,
            Node intyg,
            Node sentQuestions,
            Node receivedQuestions,
            Optional<String> reference) {
        this.event = event;
        this.unit = unit;
        this.intyg = intyg;
        this.sentQuestions = sentQuestions;
        this.receivedQuestions = receivedQuestions;
        this.reference = reference;
        // at once: events of one moment are told apart by times that lie a little ahead
        this.due = LocalDateTime.MIN;
    }

    /** As things are now. */
    static PendingUpdate of(StatusEvent event, CertificateEntry entry, Ledger ledger) {
        return new PendingUpdate(
                event,
                entry.unit(),
                withName(entry, ledger.persons()),
                ledger.questions(entry, true, NAMESPACE),
                ledger.questions(entry, false, NAMESPACE),
                entry.reference());
    }

    /** Some types are told with the patient's name, whatever the certificate itself holds. */
    private static Node withName(CertificateEntry entry, PersonRegister persons) {
        Node intyg = entry.intygWithNotes();
        if (!CertificateTypes.carriesName(entry.type())) {
            return intyg;
        }
        PersonRegister.Name name = persons.nameOf(entry.person());
        return intyg.with(
                intyg.content().stream()
                        .map(
                                each ->
                                        each instanceof Node node && node.local().equals("patient")
                                                ? named(node, name)
                                                : each)
                        .toList());
    }

    private static Node named(Node patient, PersonRegister.Name name) {
        return patient.with(
                patient.children().stream()
                        .<Object>map(
                                part ->
                                        switch (part.local()) {
                                            case "fornamn" -> part.with(text(name.given()));
                                            case "efternamn" -> part.with(text(name.surname()));
                                            default -> part;
                                        })
                        .toList());
    }

    private static List<Object> text(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** What it tells of. */
    public StatusEvent event() {
        return event;
    }

    /** The HSA-id of the issuing unit, which it is addressed to. */
    public String unit() {
        return unit;
    }

    int attempts() {
        return attempts;
    }

    boolean isDue(LocalDateTime now) {
        return !due.isAfter(now);
    }

    void attempted(LocalDateTime now) {
        due = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size() - 1)));
        attempts++;
    }

    /** The message. What is sent again has lost the answers and the counts. */
    Node message() {
        boolean again = attempts > 0;
        Stream<Node> parts =
                intyg.children().stream().filter(each -> !again || !each.local().equals("svar"));
        return Wire.request(
                Wire.STATUS_UPDATE,
                Wire.intyg(Wire.STATUS_UPDATE, intyg.with(List.copyOf(parts.toList()))),
                event.node(NAMESPACE, false),
                again ? none("skickadeFragor") : sentQuestions,
                again ? none("mottagnaFragor") : receivedQuestions,
                reference.map(each -> Node.of(NAMESPACE, "ref", each)),
                event.handledBy()
                        .map(each -> Wire.hsaId(Wire.STATUS_UPDATE_2, "hanteratAv", each)));
    }

    private static Node none(String name) {
        return Ledger.counts(name, NAMESPACE, 0, 0, 0, 0);
    }

    /** The event; nothing of the patient. */
    @Override
    public String toString() {
        return "PendingUpdate[" + event.code() + ", " + event.certificateId() + "]";
    }
}
