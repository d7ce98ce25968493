package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.testkit.Ids;

/** All that the certificate services remember, at one moment. Whoever uses it holds its monitor. */
final class Ledger {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Clock clock;
    private final Ids ids;
    private final PersonRegister persons;
    private final Map<String, CertificateEntry> certificates = new LinkedHashMap<>();
    private final Map<String, CertificateMessage> messages = new LinkedHashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final List<StatusEvent> events = new ArrayList<>();
    private final Set<String> integratedUnits = new HashSet<>();
    private final List<PendingUpdate> updates = new ArrayList<>();
    private final List<DroppedAnswer> dropped = new ArrayList<>();
    private Duration ahead = Duration.ZERO;
    private LocalDateTime lastEvent = LocalDateTime.MIN;
    private boolean generation2Accepted;
    private boolean registrationsFollowed;
    private CertificateRules rules;

    Ledger(Clock clock, Ids ids, PersonRegister persons) {
        this.clock = clock;
        this.ids = ids;
        this.persons = persons;
        this.rules = CertificateRules.official(clock);
    }

    String nextId() {
        return ids.next();
    }

    PersonRegister persons() {
        return persons;
    }

    void reset() {
        certificates.clear();
        messages.clear();
        handled.clear();
        events.clear();
        integratedUnits.clear();
        updates.clear();
        dropped.clear();
        ahead = Duration.ZERO;
        lastEvent = LocalDateTime.MIN;
        generation2Accepted = false;
        registrationsFollowed = false;
        rules = CertificateRules.official(clock);
    }

    // ---- settings ----

    boolean isGeneration2Accepted() {
        return generation2Accepted;
    }

    void acceptGeneration2() {
        generation2Accepted = true;
    }

    boolean areRegistrationsFollowed() {
        return registrationsFollowed;
    }

    void followRegistrations() {
        registrationsFollowed = true;
    }

    CertificateRules rules() {
        return rules;
    }

    void rules(CertificateRules other) {
        rules = other;
    }

    // ---- time ----

    /** Swedish local time. */
    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(SWEDEN)).plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    // ---- certificates ----

    Optional<CertificateEntry> certificate(String id) {
        return Optional.ofNullable(certificates.get(id));
    }

    /** What Intygstjänster knows; what only certificate-service has, it does not. */
    Optional<CertificateEntry> inIntygstjanster(String id) {
        return certificate(id).filter(CertificateEntry::isInIntygstjanster);
    }

    Collection<CertificateEntry> certificates() {
        return certificates.values();
    }

    void put(CertificateEntry entry) {
        certificates.put(entry.id(), entry);
    }

    void remove(CertificateEntry entry) {
        certificates.remove(entry.id());
    }

    // ---- messages ----

    Optional<CertificateMessage> message(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    List<CertificateMessage> messagesOf(String certificateId) {
        return messages.values().stream()
                .filter(each -> each.certificateId().equals(certificateId))
                .toList();
    }

    void put(CertificateMessage message) {
        messages.put(message.id(), message);
    }

    boolean isHandled(CertificateMessage question) {
        return handled.contains(question.id());
    }

    void handled(String messageId, boolean is) {
        if (is) {
            handled.add(messageId);
        } else {
            handled.remove(messageId);
        }
    }

    private boolean isAnswered(CertificateMessage question) {
        return messages.values().stream()
                .anyMatch(each -> each.answerTo().filter(question.id()::equals).isPresent());
    }

    /** Counts of the questions from care, or of those from recipients. */
    Node questions(CertificateEntry entry, boolean fromCare, String namespace) {
        int total = 0;
        int unanswered = 0;
        int answered = 0;
        int done = 0;
        for (CertificateMessage each : messagesOf(entry.id())) {
            if (each.fromCare() != fromCare || !each.isQuestion()) {
                continue;
            }
            total++;
            if (isHandled(each)) {
                done++;
            } else if (isAnswered(each)) {
                answered++;
            } else {
                unanswered++;
            }
        }
        return counts(
                fromCare ? "skickadeFragor" : "mottagnaFragor",
                namespace,
                total,
                unanswered,
                answered,
                done);
    }

    static Node counts(String name, String namespace, int... counts) {
        return Node.of(
                namespace,
                name,
                Node.of(Wire.CORE, "totalt", String.valueOf(counts[0])),
                Node.of(Wire.CORE, "ejBesvarade", String.valueOf(counts[1])),
                Node.of(Wire.CORE, "besvarade", String.valueOf(counts[2])),
                Node.of(Wire.CORE, "hanterade", String.valueOf(counts[3])));
    }

    // ---- events ----

    List<StatusEvent> events() {
        return events;
    }

    List<StatusEvent> eventsOf(String certificateId) {
        return events.stream().filter(each -> each.certificateId().equals(certificateId)).toList();
    }

    List<PendingUpdate> updates() {
        return updates;
    }

    void integrate(String unit) {
        integratedUnits.add(unit);
    }

    /** Notes an event of a certificate that Webcert has, and queues its delivery if the unit is integrated. */
    void event(CertificateEntry entry, String code, Optional<String> handledBy) {
        event(entry, code, handledBy, Optional.empty());
    }

    void event(
            CertificateEntry entry,
            String code,
            Optional<String> handledBy,
            Optional<CertificateMessage> question) {
        if (!entry.isInWebcert()) {
            return;
        }
        StatusEvent event =
                new StatusEvent(
                        entry.id(),
                        code,
                        eventTime(),
                        question.map(CertificateMessage::subject),
                        question.flatMap(CertificateMessage::lastDateForAnswer),
                        handledBy);
        events.add(event);
        if (integratedUnits.contains(entry.unit())) {
            updates.add(PendingUpdate.of(event, entry, this));
        }
    }

    /** No two events at the same time, which a clock that stands still would give. */
    private LocalDateTime eventTime() {
        LocalDateTime now = now();
        lastEvent = now.isAfter(lastEvent) ? now : lastEvent.plus(1, ChronoUnit.MILLIS);
        return lastEvent;
    }

    // ---- prefill ----

    List<DroppedAnswer> dropped() {
        return dropped;
    }
}
