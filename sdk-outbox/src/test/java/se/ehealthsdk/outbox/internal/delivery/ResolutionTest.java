package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;
import se.ehealthsdk.outbox.internal.Settlement.Parking;
import se.ehealthsdk.outbox.internal.Settlement.Split;
import se.ehealthsdk.outbox.internal.delivery.Resolution.Ask;
import se.ehealthsdk.outbox.internal.delivery.Resolution.Finish;
import se.ehealthsdk.outbox.internal.delivery.Resolution.Terms;

/** What follows for a batch that comes with evidence of an earlier holder; items are numbered from 0. */
class ResolutionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration HELD = Duration.ofHours(1);

    private static Resolution taken(Doubt doubt, Evidence... evidence) {
        List<Batch.Entry> entries = new ArrayList<>();
        for (int i = 0; i < evidence.length; i++) {
            String reason = evidence[i].name().startsWith("REFUSED") ? "no " + i : "";
            entries.add(
                    new Batch.Entry(i, Item.of("id-" + i, "A", new byte[0]), evidence[i], reason));
        }
        return new Resolution(
                new Batch(1, 1, "A", doubt, 0, false, entries), new Terms(500, false, HELD), false);
    }

    private static Settlement finished(Resolution resolution) {
        return ((Finish) resolution.next(NOW)).settlement();
    }

    private static Split split(Doubt doubt, Long... seqs) {
        return new Split(List.of(seqs), doubt, NOW, false);
    }

    private static Split heldAlone(long seq) {
        return new Split(List.of(seq), Doubt.REFUSED, NOW.plus(HELD), true);
    }

    @Test
    void oneRefusedForOtherCause_provesThatTheBatchWasNotStored_alsoForWhoTakesOver() {
        Settlement done =
                finished(
                        taken(
                                Doubt.UNKNOWN,
                                Evidence.REFUSED_FOR_OTHER_CAUSE,
                                Evidence.NONE,
                                Evidence.NONE));
        assertThat(done.parked()).containsExactly(new Parking(0, "no 0"));
        assertThat(done.splits()).containsExactly(split(Doubt.NONE, 1L, 2L));
        assertThat(done.assumedDelivered()).isEmpty();
    }

    @Test
    void oneWhoseQuestionWasLost_staysInDoubt_thoughTheBatchWasNotStored() {
        Settlement done =
                finished(
                        taken(
                                Doubt.UNKNOWN,
                                Evidence.REFUSED_FOR_OTHER_CAUSE,
                                Evidence.LOST,
                                Evidence.NONE));
        assertThat(done.splits()).containsExactly(split(Doubt.UNKNOWN, 1L), split(Doubt.NONE, 2L));
    }

    @Test
    void oneRefusedUnclearly_besideOneThatExplainsTheRefusal_isHeldAndNotParked() {
        Settlement done =
                finished(
                        taken(
                                Doubt.REFUSED,
                                Evidence.REFUSED_UNCLEARLY,
                                Evidence.REFUSED_FOR_OTHER_CAUSE));
        assertThat(done.parked()).containsExactly(new Parking(1, "no 1"));
        assertThat(done.splits()).containsExactly(heldAlone(0));
    }

    @Test
    void duplicateTakenOut_mayBeWhatTheBatchWasRefusedFor_soThatItsRefusalTellsNothingOfTheRest() {
        Resolution resolution =
                taken(
                        Doubt.REFUSED,
                        Evidence.REFUSED_AS_DUPLICATE,
                        Evidence.REFUSED_UNCLEARLY,
                        Evidence.REFUSED_UNCLEARLY,
                        Evidence.REFUSED_UNCLEARLY,
                        Evidence.REFUSED_UNCLEARLY,
                        Evidence.NONE,
                        Evidence.NONE);
        Ask others = (Ask) resolution.next(NOW);
        assertThat(others.entries()).extracting(Batch.Entry::seq).containsExactly(5L, 6L);
        Settlement done = refused(resolution, others, Verdict.Cause.UNCLEAR);
        assertThat(done.assumedDelivered()).containsExactly(0L);
        assertThat(done.rest().orElseThrow().doubt()).isEqualTo(Doubt.UNKNOWN);
        assertThat(done.rest().orElseThrow().held()).isTrue();
    }

    @Test
    void oneRefusedAfterItsQuestionWasLost_isTakenOut_andTheRefusalTellsNothingOfTheRest() {
        for (Verdict.Cause why : List.of(Verdict.Cause.DUPLICATE, Verdict.Cause.UNCLEAR)) {
            Resolution resolution = taken(Doubt.REFUSED, Evidence.LOST, Evidence.REFUSED_UNCLEARLY);
            Settlement done = refused(resolution, resolution.next(NOW), why);
            if (why == Verdict.Cause.DUPLICATE) {
                assertThat(done.assumedDelivered()).containsExactly(0L);
            } else {
                assertThat(done.splits()).containsExactly(heldAlone(0));
            }
            assertThat(done.rest().orElseThrow().doubt()).isEqualTo(Doubt.UNKNOWN);
        }
    }

    private static Settlement refused(
            Resolution resolution, Resolution.Step step, Verdict.Cause why) {
        return resolution
                .after(step, new Verdict.Refused(why, "no"), NOW, NOW)
                .settlement()
                .orElseThrow();
    }

    /** The first refused without a cause, another accepted: what is left is asked for together. */
    private static Resolution.Step askedTogether(Resolution resolution) {
        resolution.after(
                resolution.next(NOW), new Verdict.Refused(Verdict.Cause.UNCLEAR, "no"), NOW, NOW);
        resolution.after(resolution.next(NOW), new Verdict.Accepted(), NOW, NOW);
        Resolution.Step step = resolution.next(NOW);
        assertThat(((Ask) step).entries()).extracting(Batch.Entry::seq).containsExactly(1L, 2L);
        return step;
    }

    private static Resolution fourRefused() {
        return taken(Doubt.REFUSED, Evidence.NONE, Evidence.NONE, Evidence.NONE, Evidence.NONE);
    }

    @Test
    void groupOfWhatWasNotStored_refused_goesOnAsRefused() {
        Resolution resolution = fourRefused();
        Settlement done = refused(resolution, askedTogether(resolution), Verdict.Cause.UNCLEAR);
        assertThat(done.splits()).containsExactly(heldAlone(0), split(Doubt.REFUSED, 1L, 2L));
    }

    @Test
    void groupOfWhatWasNotStored_withoutAnswer_goesOnInDoubt_orNotIfItWasNotPerformed() {
        for (boolean mayBePerformed : new boolean[] {true, false}) {
            Resolution resolution = fourRefused();
            Settlement done =
                    resolution
                            .after(
                                    askedTogether(resolution),
                                    new Verdict.Failed(mayBePerformed, "no answer"),
                                    NOW,
                                    NOW)
                            .settlement()
                            .orElseThrow();
            assertThat(done.splits())
                    .containsExactly(
                            heldAlone(0),
                            split(mayBePerformed ? Doubt.UNKNOWN : Doubt.NONE, 1L, 2L));
        }
    }

    @Test
    void moreThanACallTakes_refused_isNotTakenForRefusedInEachPart() {
        Resolution resolution =
                new Resolution(
                        new Batch(
                                1,
                                1,
                                "A",
                                Doubt.REFUSED,
                                0,
                                false,
                                List.of(entry(0), entry(1), entry(2))),
                        new Terms(2, false, HELD),
                        false);
        assertThat(finished(resolution).splits())
                .containsExactly(split(Doubt.UNKNOWN, 0L, 1L), split(Doubt.UNKNOWN, 2L));
    }

    private static Batch.Entry entry(long seq) {
        return new Batch.Entry(seq, Item.of("id-" + seq, "A", new byte[0]), Evidence.NONE, "");
    }
}
