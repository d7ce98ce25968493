package se.ehealthsdk.testkit.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.testkit.Ids;
import se.ehealthsdk.testkit.check.Inspector;

/** All that the certificate services remember, at one moment. Whoever uses it holds its monitor. */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int FRESH = 200;
    private static final long MAX_PACKED_BYTES = 64 << 20;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Clock clock;
    private volatile Inspector inspector;
    private final Ids ids;
    private final PersonRegister persons;
    private final Map<String, CertificateEntry> certificates = new LinkedHashMap<>();
    private final Map<String, CertificateMessage> messages = new LinkedHashMap<>();

    /** Those whose tree is still there, the oldest first. */
    private final Deque<CertificateEntry> fresh = new ArrayDeque<>();

    private final Set<String> handled = new HashSet<>();
    private final List<StatusEvent> events = new ArrayList<>();
    private final Set<String> integratedUnits = new HashSet<>();
    private final List<PendingUpdate> updates = new ArrayList<>();
    private final List<DroppedAnswer> dropped = new ArrayList<>();
    private int capacity = CertificateStandIn.CAPACITY;
    private long packedBytes;
    private long forgotten;
    private Duration ahead = Duration.ZERO;
    private LocalDateTime lastEvent = LocalDateTime.MIN;
    private boolean generation2Accepted;
    private boolean registrationsFollowed;
    private CertificateRules rules;

    Ledger(Clock clock, Ids ids, PersonRegister persons) {
        this.clock = clock;
        this.inspector = new Inspector(clock);
        this.ids = ids;
        this.persons = persons;
        this.rules = CertificateRules.official(clock);
    }

    void inspectedBy(Inspector asked) {
        inspector = asked;
    }

    Inspector inspector() {
        return inspector;
    }

    String nextId() {
        return ids.next();
    }

    PersonRegister persons() {
        return persons;
    }

    void reset() {
        certificates.clear();
        fresh.clear();
        capacity = CertificateStandIn.CAPACITY;
        packedBytes = 0;
        forgotten = 0;
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
        fresh.addLast(entry);
        if (fresh.size() > FRESH) {
            CertificateEntry old = fresh.removeFirst();
            old.pack();
            packedBytes += old.packedBytes();
        }
        if (certificates.size() > capacity
                || (packedBytes > MAX_PACKED_BYTES && recounted() > MAX_PACKED_BYTES)) {
            forgetOldest();
        }
    }

    /** Those that were changed since have their tree again. */
    private long recounted() {
        packedBytes = certificates.values().stream().mapToLong(CertificateEntry::packedBytes).sum();
        return packedBytes;
    }

    /** Several at a time, since all messages and events are looked through for what goes with them. */
    private void forgetOldest() {
        if (forgotten == 0) {
            LOG.warn(
                    "There are more than {} certificates, or they are large: the oldest are forgotten from now on, with their"
                            + " messages and events. services.certificates().forgotten() counts them.",
                    capacity);
        }
        int count = Math.min(Math.max(capacity / 50, 1), certificates.size());
        Set<String> gone = new HashSet<>();
        for (var each = certificates.values().iterator(); gone.size() < count; ) {
            CertificateEntry entry = each.next();
            packedBytes -= entry.packedBytes();
            gone.add(entry.id());
            each.remove();
        }
        fresh.removeIf(each -> gone.contains(each.id()));
        messages.values()
                .removeIf(
                        each -> {
                            boolean with = gone.contains(each.certificateId());
                            if (with) {
                                handled.remove(each.id());
                            }
                            return with;
                        });
        events.removeIf(each -> gone.contains(each.certificateId()));
        updates.removeIf(each -> gone.contains(each.event().certificateId()));
        forgotten += count;
    }

    void capacity(int most) {
        capacity = most;
        while (certificates.size() > capacity) {
            forgetOldest();
        }
    }

    long forgotten() {
        return forgotten;
    }

    void remove(CertificateEntry entry) {
        certificates.remove(entry.id());
        fresh.remove(entry);
        packedBytes -= entry.packedBytes();
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
