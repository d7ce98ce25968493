package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Batch.Entry;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;
import se.ehealthsdk.outbox.internal.Settlement.Parking;
import se.ehealthsdk.outbox.internal.Settlement.Rest;
import se.ehealthsdk.outbox.internal.Settlement.Split;

/**
 * Decides what to do with one batch while one lease lasts: which call to make next, and what its outcome
 * means. Makes no call, reads no clock and writes nothing itself.
 *
 * <p>What it reasons from. A call is all or nothing, and an item is stored by a call of its batch, by a call
 * of itself alone, or by one of the group that {@link Ask} makes. So, of a batch that was sent whole:
 *
 * <ul>
 *   <li>one of its items is accepted alone: the batch was not stored, and a late attempt at it never will
 *       be, since the receiver now has one of its items;
 *   <li>one is refused alone for another cause than a duplicate: the batch was not stored either, since it
 *       held what is not acceptable;
 *   <li>one is refused alone as a duplicate: that one is stored, by the batch or by a platform's second
 *       attempt at this very call. So a few of these tell little of the others. But a group of items that
 *       have never been sent but with the batch, refused as a duplicate, is stored: by the batch, or by
 *       the platform's attempt at the group;
 *   <li>a refusal that does not tell its cause says nothing alone. Only when the outcome of the batch was
 *       unknown, several of its items and then all the others are refused so, and the receiver accepts
 *       other calls, then it is taken for stored.
 * </ul>
 */
final class Resolution {

    /** Items of a batch that are asked for alone. */
    static final int PROBES = 5;

    /** Items refused alone without a cause, below which a batch is not taken for stored. */
    static final int TELLING = 3;

    /**
     * The longest pause of what is held, in first pauses: so long that whoever looks at the receiver once a
     * day finds a time when nothing has been sent for the day that a record may take to show there.
     */
    private static final int LONGEST_HELD = 72;

    private static final double GOLDEN = 0.6180339887;

    /** What to do next. */
    sealed interface Step {}

    /** A call with the whole batch. */
    record SendWhole(List<Entry> entries) implements Step {}

    /**
     * A call with one item, or with all that have not been sent but with the batch. The first is marked as
     * asked meanwhile.
     */
    record Ask(List<Entry> entries) implements Step {}

    /** No call: the batch is settled. */
    record Finish(Settlement settlement) implements Step {}

    /** What was learnt of an item, to be written. */
    record Learnt(Entry entry, Evidence evidence, String reason) {}

    /** What to write after a call: first what was learnt, then the settlement. */
    record Outcome(Optional<Learnt> learnt, Optional<Settlement> settlement) {

        /** Whether the batch is still this node's to go on with. */
        boolean goesOn() {
            return settlement.isEmpty()
                    || settlement.get().rest().filter(Rest::keepLease).isPresent();
        }
    }

    /**
     * What holds for all batches of a delivery.
     *
     * @param maxItems items in a call at most
     * @param acceptsDuplicates whether sending again is harmless
     * @param heldPause when to ask again for what is held
     */
    record Terms(int maxItems, boolean acceptsDuplicates, Duration heldPause) {}

    private final Terms terms;
    private final boolean acceptsOthers;
    private final int attempts;
    private final boolean held;
    private final List<Entry> open;
    private final List<Long> accepted = new ArrayList<>();
    private Doubt doubt;
    private boolean notStored;

    /**
     * @param acceptsOthers whether the destination has accepted another call lately, so that refusals are
     *     about these items and not about all
     */
    Resolution(Batch batch, Terms terms, boolean acceptsOthers) {
        this.terms = terms;
        this.acceptsOthers = acceptsOthers;
        this.attempts = batch.attempts();
        this.held = batch.held();
        this.open = new ArrayList<>(batch.entries());
        this.doubt = batch.doubt();
        this.notStored = !with(Evidence.REFUSED_FOR_OTHER_CAUSE).isEmpty();
    }

    Step next(Instant now) {
        if (open.isEmpty()) {
            return finish(new Parts());
        }
        if (open.size() > terms.maxItems()) {
            return finish(new Parts().chunks(open, now));
        }
        if (doubt == Doubt.NONE || terms.acceptsDuplicates()) {
            return new SendWhole(List.copyOf(open));
        }
        return notStored ? isolate(now) : probe(now);
    }

    /** The batch is proved not to be stored; what was refused in it is looked for. */
    private Step isolate(Instant now) {
        List<Entry> untouched = with(Evidence.NONE);
        int suspects = open.size() - untouched.size();
        if (untouched.isEmpty()) {
            return finish(evident(now));
        }
        if (doubt == Doubt.UNKNOWN) {
            return finish(evident(now).split(untouched, Doubt.NONE, now));
        }
        if (suspects == 0) {
            return untouched.size() <= PROBES
                    ? new Ask(List.of(untouched.get(0)))
                    : finish(new Parts().halves(untouched, now));
        }
        if (suspects == 1 && with(Evidence.REFUSED_UNCLEARLY).size() == 1) {
            return new Ask(untouched);
        }
        return finish(evident(now).split(untouched, Doubt.NONE, now));
    }

    private Step probe(Instant now) {
        List<Entry> untouched = with(Evidence.NONE);
        List<Entry> lost = lost();
        int touched = open.size() - untouched.size();
        if (!untouched.isEmpty() && touched < PROBES) {
            return new Ask(List.of(spread(untouched, touched)));
        }
        if (!lost.isEmpty()) {
            return new Ask(List.of(lost.get(0)));
        }
        if (!untouched.isEmpty()) {
            return new Ask(untouched);
        }
        if (!with(Evidence.REFUSED_AS_DUPLICATE).isEmpty()) {
            return finish(evident(now));
        }
        return finish(tellsStored() ? new Parts().assume(open) : hold(doubt, now));
    }

    /** First, last, middle, quarters; elsewhere each time the batch has been held. */
    private Entry spread(List<Entry> from, int nth) {
        int size = from.size();
        int place =
                switch (nth % PROBES) {
                    case 0 -> 0;
                    case 1 -> size - 1;
                    case 2 -> size / 2;
                    case 3 -> size / 4;
                    default -> size * 3 / 4;
                };
        double turned = held ? attempts * GOLDEN : 0;
        return from.get((place + (int) ((turned - Math.floor(turned)) * size)) % size);
    }

    /**
     * @param step the call that was made
     * @param until when the destination may be called again, if the call failed
     */
    Outcome after(Step step, Verdict verdict, Instant now, Instant until) {
        if (step instanceof SendWhole) {
            return settled(afterWhole(verdict, now, until));
        }
        List<Entry> asked = ((Ask) step).entries();
        return asked.size() == 1
                ? afterOne(asked.get(0), verdict, now, until)
                : afterGroup(asked, verdict, now, until);
    }

    private Settlement afterWhole(Verdict verdict, Instant now, Instant until) {
        if (verdict instanceof Verdict.Accepted) {
            return new Parts().delivered(open).build();
        }
        if (!(verdict instanceof Verdict.Refused refused)) {
            if (mayBePerformed(verdict)) {
                doubt = Doubt.UNKNOWN;
            }
            return postponed(until);
        }
        if (open.size() == 1) {
            return afterSingle(refused, now);
        }
        if (terms.acceptsDuplicates() || refused.why() == Verdict.Cause.OTHER) {
            return new Parts().halves(open, now).build();
        }
        doubt = Doubt.REFUSED;
        return goOn(now);
    }

    private Settlement afterSingle(Verdict.Refused refused, Instant now) {
        if (refused.why() == Verdict.Cause.DUPLICATE) {
            return new Parts().assume(open).build();
        }
        // only what was never sent, or is proved not to be stored, is sent whole
        if (refused.why() != Verdict.Cause.UNCLEAR || terms.acceptsDuplicates()) {
            return new Parts().park(open.get(0).seq(), refused.reason()).build();
        }
        return hold(Doubt.REFUSED, now).build();
    }

    private Outcome afterOne(Entry entry, Verdict verdict, Instant now, Instant until) {
        if (verdict instanceof Verdict.Accepted) {
            accept(List.of(entry));
            return advance(Optional.empty(), now);
        }
        if (verdict instanceof Verdict.Refused refused) {
            if (lost().contains(entry) && open.size() > 1 && refused.why() != Verdict.Cause.OTHER) {
                return settled(partFrom(entry, refused.why(), now));
            }
            Learnt learnt = new Learnt(entry, evidence(refused.why()), refused.reason());
            learn(learnt);
            return advance(Optional.of(learnt), now);
        }
        return postponed(entry, verdict, until);
    }

    /**
     * An item whose first question was lost and whose second was refused: it may be the first that stored
     * it, so that this tells nothing of the others. They go on without it.
     */
    private Settlement partFrom(Entry entry, Verdict.Cause why, Instant now) {
        Parts parts = new Parts().rest(new Rest(Doubt.UNKNOWN, attempts, now, held, false, false));
        return why == Verdict.Cause.DUPLICATE
                ? parts.assume(List.of(entry)).build()
                : parts.holdAlone(entry, now.plus(terms.heldPause())).build();
    }

    private Outcome afterGroup(List<Entry> group, Verdict verdict, Instant now, Instant until) {
        if (verdict instanceof Verdict.Accepted) {
            accept(group);
            return advance(Optional.empty(), now);
        }
        if (verdict instanceof Verdict.Refused refused) {
            return settled(refusedGroup(group, refused.why(), now).build());
        }
        if (!notStored) {
            return postponed(group.get(0), verdict, until);
        }
        // that the batch is not stored is known here and nowhere else: part what it is known of
        // from the group
        Doubt left = mayBePerformed(verdict) ? Doubt.UNKNOWN : Doubt.NONE;
        return settled(evident(now).split(group, left, until).build());
    }

    private Parts refusedGroup(List<Entry> group, Verdict.Cause why, Instant now) {
        if (why == Verdict.Cause.OTHER) {
            return evident(now).halves(group, now);
        }
        if (notStored) {
            return evident(now).split(group, Doubt.REFUSED, now);
        }
        if (why == Verdict.Cause.DUPLICATE) {
            return evident(now).assume(group);
        }
        if (tellsStored()) {
            return new Parts().assume(open);
        }
        List<Entry> duplicates = with(Evidence.REFUSED_AS_DUPLICATE);
        if (duplicates.isEmpty()) {
            return hold(doubt, now);
        }
        // a duplicate that is taken out may have been what the batch was refused for
        return hold(Doubt.UNKNOWN, now).assume(duplicates);
    }

    /** Writes what was learnt, or settles at once when nothing more is to be asked. */
    private Outcome advance(Optional<Learnt> learnt, Instant now) {
        if (next(now) instanceof Finish finish) {
            return settled(finish.settlement());
        }
        if (learnt.isPresent()) {
            return new Outcome(learnt, Optional.empty());
        }
        Settlement goOn = goOn(now);
        accepted.clear();
        return settled(goOn);
    }

    /** Lets go of the batch as it stands: nothing was sent since what was last written. */
    Settlement letGo(Instant now) {
        return new Parts().rest(new Rest(doubt, attempts, now, held, false, false)).build();
    }

    private Settlement goOn(Instant now) {
        return new Parts().rest(new Rest(doubt, attempts, now, held, false, true)).build();
    }

    private Settlement postponed(Instant until) {
        return new Parts().rest(new Rest(doubt, attempts + 1, until, held, false, false)).build();
    }

    private Outcome postponed(Entry asked, Verdict verdict, Instant until) {
        Evidence evidence = mayBePerformed(verdict) ? Evidence.LOST : asked.evidence();
        return new Outcome(
                Optional.of(new Learnt(asked, evidence, asked.reason())),
                Optional.of(postponed(until)));
    }

    private Parts hold(Doubt left, Instant now) {
        int times = held ? attempts + 1 : 1;
        long pauses =
                times > LONGEST_HELD ? LONGEST_HELD : Math.min(LONGEST_HELD, 1L << (times - 1));
        Instant again = now.plus(terms.heldPause().multipliedBy(pauses));
        return new Parts().rest(new Rest(left, times, again, true, true, false));
    }

    /** What follows from the evidence of each item alone. */
    private Parts evident(Instant now) {
        Parts parts = new Parts().assume(with(Evidence.REFUSED_AS_DUPLICATE));
        for (Entry bad : with(Evidence.REFUSED_FOR_OTHER_CAUSE)) {
            parts.park(bad.seq(), bad.reason());
        }
        for (Entry lost : lost()) {
            parts.split(List.of(lost), Doubt.UNKNOWN, now);
        }
        List<Entry> unclear = with(Evidence.REFUSED_UNCLEARLY);
        if (doubt == Doubt.REFUSED && open.size() == 1 && unclear.size() == 1) {
            // all the others were accepted: it is what the whole was refused for
            return parts.park(unclear.get(0).seq(), unclear.get(0).reason());
        }
        for (Entry entry : unclear) {
            parts.holdAlone(entry, now.plus(terms.heldPause()));
        }
        return parts;
    }

    private boolean tellsStored() {
        return doubt == Doubt.UNKNOWN
                && acceptsOthers
                && with(Evidence.REFUSED_AS_DUPLICATE).isEmpty()
                && with(Evidence.REFUSED_UNCLEARLY).size() >= TELLING;
    }

    private void accept(List<Entry> entries) {
        open.removeAll(entries);
        entries.forEach(entry -> accepted.add(entry.seq()));
        notStored = true;
    }

    private void learn(Learnt learnt) {
        Entry was = learnt.entry();
        open.set(
                open.indexOf(was),
                new Entry(was.seq(), was.item(), learnt.evidence(), learnt.reason()));
        notStored |= learnt.evidence() == Evidence.REFUSED_FOR_OTHER_CAUSE;
    }

    private List<Entry> with(Evidence evidence) {
        return open.stream().filter(entry -> entry.evidence() == evidence).toList();
    }

    private List<Entry> lost() {
        return open.stream()
                .filter(it -> it.evidence() == Evidence.LOST || it.evidence() == Evidence.ASKED)
                .toList();
    }

    private static boolean mayBePerformed(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed && failed.mayBePerformed();
    }

    private static Evidence evidence(Verdict.Cause why) {
        return switch (why) {
            case DUPLICATE -> Evidence.REFUSED_AS_DUPLICATE;
            case OTHER -> Evidence.REFUSED_FOR_OTHER_CAUSE;
            case FIRST_ATTEMPT, UNCLEAR -> Evidence.REFUSED_UNCLEARLY;
        };
    }

    private static Finish finish(Parts parts) {
        return new Finish(parts.build());
    }

    private static Outcome settled(Settlement settlement) {
        return new Outcome(Optional.empty(), Optional.of(settlement));
    }

    /** Collects a settlement; what was accepted since the last one is part of it. */
    private final class Parts {
        private final List<Long> delivered = new ArrayList<>(accepted);
        private final List<Long> assumed = new ArrayList<>();
        private final List<Parking> parked = new ArrayList<>();
        private final List<Split> splits = new ArrayList<>();
        private Optional<Rest> rest = Optional.empty();

        Parts delivered(List<Entry> entries) {
            delivered.addAll(seqs(entries));
            return this;
        }

        Parts assume(List<Entry> entries) {
            assumed.addAll(seqs(entries));
            return this;
        }

        Parts park(long seq, String reason) {
            parked.add(new Parking(seq, reason));
            return this;
        }

        Parts split(List<Entry> entries, Doubt left, Instant notBefore) {
            splits.add(new Split(seqs(entries), left, notBefore, false));
            return this;
        }

        Parts holdAlone(Entry entry, Instant notBefore) {
            splits.add(new Split(List.of(entry.seq()), Doubt.REFUSED, notBefore, true));
            return this;
        }

        Parts halves(List<Entry> entries, Instant notBefore) {
            if (entries.size() == 1) {
                return split(entries, Doubt.NONE, notBefore);
            }
            int middle = (entries.size() + 1) / 2;
            return split(entries.subList(0, middle), Doubt.NONE, notBefore)
                    .split(entries.subList(middle, entries.size()), Doubt.NONE, notBefore);
        }

        /** A part of what is all stored or not at all is so too; what it was refused for may be in another. */
        Parts chunks(List<Entry> entries, Instant notBefore) {
            Doubt left = doubt == Doubt.NONE ? Doubt.NONE : Doubt.UNKNOWN;
            for (int from = 0; from < entries.size(); from += terms.maxItems()) {
                int to = Math.min(entries.size(), from + terms.maxItems());
                split(entries.subList(from, to), left, notBefore);
            }
            return this;
        }

        Parts rest(Rest left) {
            rest = Optional.of(left);
            return this;
        }

        Settlement build() {
            return new Settlement(
                    List.copyOf(delivered),
                    List.copyOf(assumed),
                    List.copyOf(parked),
                    List.copyOf(splits),
                    rest);
        }

        private static List<Long> seqs(List<Entry> entries) {
            return entries.stream().map(Entry::seq).toList();
        }
    }
}
