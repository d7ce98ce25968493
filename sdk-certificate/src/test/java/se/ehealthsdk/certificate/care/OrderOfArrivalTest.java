package se.ehealthsdk.certificate.care;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.care.Told.CERTIFICATE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.contract.EventCode;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * Histories as Webcert makes them, delivered late, doubled, disordered, and told again without answers and counts: the
 * overview is the same, and it is what really happened.
 */
class OrderOfArrivalTest {

    private static final int DELIVERIES = 4;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderWithDuplicates_givesTheSameOverview(long seed) {
        Random random = new Random(seed);
        History history = new History(random);
        CertificateOverview inOrder = delivered(history.events);

        assertThat(inOrder.state()).isEqualTo(history.state());
        assertThat(inOrder.openReceived()).isEqualTo(history.openReceived());
        assertThat(inOrder.openSent()).isEqualTo(history.openSent());
        for (int i = 0; i < DELIVERIES; i++) {
            List<CareEvent> deliveries = new ArrayList<>(history.events);
            for (CareEvent event : history.events) {
                if (random.nextInt(3) == 0) {
                    deliveries.add(random.nextBoolean() ? bare(event) : reread(event));
                }
            }
            Collections.shuffle(deliveries, random);

            CertificateOverview disordered = delivered(deliveries);

            assertSame(disordered, inOrder);
            assertSame(CertificateOverview.of(CERTIFICATE, deliveries), inOrder);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eventsToldWithoutCountsOnly_areReckonedToTheSameOpenQuestions(long seed) {
        Random random = new Random(seed);
        History history = new History(random);
        List<CareEvent> deliveries = new ArrayList<>();
        for (CareEvent event : history.events) {
            deliveries.add(random.nextInt(3) == 0 ? bare(event) : event);
        }
        Collections.shuffle(deliveries, random);

        CertificateOverview now = delivered(deliveries);

        assertThat(now.state()).isEqualTo(history.state());
        assertThat(now.openReceived()).isEqualTo(history.openReceived());
        assertThat(now.openSent()).isEqualTo(history.openSent());
    }

    private static void assertSame(CertificateOverview actual, CertificateOverview expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("certificate")
                .isEqualTo(expected);
        assertThat(content(actual)).isEqualTo(content(expected));
    }

    private static String content(CertificateOverview overview) {
        return overview.certificate()
                .map(each -> each.signedAt() + " " + each.answers().size() + " " + each.version())
                .orElse("none");
    }

    private static CertificateOverview delivered(List<CareEvent> deliveries) {
        InMemoryCareEventStore store = new InMemoryCareEventStore();
        CareEvents events = CareEvents.into(store);
        for (CareEvent delivery : deliveries) {
            if (delivery instanceof StatusEvent status) {
                assertThat(events.receive(status.update()).isDone()).isTrue();
            } else {
                // past the rules, which refuse messages about what is revoked
                store.append(delivery);
            }
        }
        return CertificateOverview.of(CERTIFICATE, store.events(CERTIFICATE));
    }

    private static CareEvent reread(CareEvent event) {
        return CareEvent.read(event.toBytes());
    }

    private static CareEvent bare(CareEvent event) {
        return event instanceof StatusEvent status
                ? Told.bare(status.code(), status.time())
                : event;
    }

    /** What happens to one certificate, with the counts that Webcert would tell at each moment. */
    private static final class History {

        final List<CareEvent> events = new ArrayList<>();
        private final Random random;
        private int minute;
        private int received;
        private int receivedHandled;
        private int sent;
        private int sentHandled;
        private int messages;
        private boolean signed;
        private boolean isSent;
        private boolean ready;
        private boolean deleted;
        private boolean revoked;

        History(Random random) {
            this.random = random;
            tell(EventCode.DRAFT_CREATED);
            for (int i = random.nextInt(3); i > 0; i--) {
                tell(EventCode.DRAFT_CHANGED);
            }
            ready = random.nextBoolean();
            if (ready) {
                tell(EventCode.READY_TO_SIGN);
            }
            switch (random.nextInt(6)) {
                case 0 -> {
                    deleted = true;
                    tell(EventCode.DRAFT_DELETED);
                }
                case 1 -> {
                    revoked = true;
                    tell(EventCode.REVOKED);
                }
                case 2 -> {
                    // still a draft
                }
                default -> live();
            }
        }

        private void live() {
            signed = true;
            tell(EventCode.SIGNED);
            if (random.nextInt(4) == 0) {
                return;
            }
            isSent = true;
            tell(EventCode.SENT);
            for (int i = random.nextInt(12); i > 0; i--) {
                question();
            }
            if (random.nextInt(4) == 0) {
                revoked = true;
                tell(EventCode.REVOKED);
            }
        }

        private void question() {
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    received++;
                    if (random.nextBoolean()) {
                        events.add(
                                new MessageEvent(
                                        Told.question("M" + messages++, Told.minute(minute))));
                    }
                    tell(EventCode.QUESTION_RECEIVED);
                }
                case 2 -> {
                    if (received > receivedHandled) {
                        receivedHandled++;
                        tell(EventCode.RECEIVED_QUESTION_HANDLED);
                    }
                }
                case 3 -> {
                    if (receivedHandled > 0) {
                        receivedHandled--;
                        tell(EventCode.QUESTION_RECEIVED);
                    }
                }
                case 4 -> {
                    sent++;
                    tell(EventCode.QUESTION_SENT);
                }
                case 5 -> {
                    if (sent > sentHandled) {
                        tell(EventCode.ANSWER_RECEIVED);
                    }
                }
                default -> {
                    if (sent > sentHandled) {
                        sentHandled++;
                        tell(EventCode.SENT_QUESTION_HANDLED);
                    }
                }
            }
        }

        private void tell(EventCode code) {
            minute += 1 + random.nextInt(3);
            Intyg.Builder certificate = Told.certificate(true);
            if (signed) {
                certificate.signedAt(Told.minute(7));
            }
            events.add(
                    new StatusEvent(
                            Told.update(
                                    code,
                                    Told.minute(minute),
                                    certificate.build(),
                                    counts(sent, sentHandled),
                                    counts(received, receivedHandled))));
        }

        private static QuestionCounts counts(int total, int handled) {
            return new QuestionCounts(total, total - handled, 0, handled);
        }

        CertificateState state() {
            if (revoked) {
                return CertificateState.REVOKED;
            }
            if (isSent) {
                return CertificateState.SENT;
            }
            if (signed) {
                return CertificateState.SIGNED;
            }
            if (deleted) {
                return CertificateState.DELETED;
            }
            return Optional.of(CertificateState.READY_TO_SIGN)
                    .filter(any -> ready)
                    .orElse(CertificateState.DRAFT);
        }

        int openReceived() {
            return received - receivedHandled;
        }

        int openSent() {
            return sent - sentHandled;
        }
    }
}
