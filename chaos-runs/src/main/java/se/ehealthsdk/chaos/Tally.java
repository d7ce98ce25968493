package se.ehealthsdk.chaos;

import java.util.Locale;

/**
 * Where every record ended.
 *
 * @param acknowledged appended, and the parent heard of it
 * @param delivered of these, at the receiver
 * @param pending of these, not there, and in the outbox to be sent or asked for
 * @param parked of these, not there, and parked with a reason
 * @param lost of these, none of that
 * @param doubled at the receiver more than once
 * @param parkedButStored at the receiver, and parked all the same
 * @param ghosts rolled back, and yet in the outbox or at the receiver
 * @param broken calls and records that the receiver found wrong: too many, misdirected, altered
 */
record Tally(
        int acknowledged,
        int delivered,
        int pending,
        int parked,
        int lost,
        int doubled,
        int parkedButStored,
        int ghosts,
        int broken) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                acknowledged + other.acknowledged,
                delivered + other.delivered,
                pending + other.pending,
                parked + other.parked,
                lost + other.lost,
                doubled + other.doubled,
                parkedButStored + other.parkedButStored,
                ghosts + other.ghosts,
                broken + other.broken);
    }

    /** Whether all is as it must be. */
    boolean isClean() {
        return lost == 0 && doubled == 0 && parkedButStored == 0 && ghosts == 0 && broken == 0;
    }

    /** What must be none, and is not in the line. */
    String others() {
        return String.format(
                Locale.ROOT,
                "parked-but-stored=%d rolled-back-but-there=%d broken-at-receiver=%d",
                parkedButStored,
                ghosts,
                broken);
    }

    /** The line that a run ends with. */
    String line() {
        return String.format(
                Locale.ROOT,
                "acknowledged=%d delivered=%d pending=%d parked=%d lost=%d doubled=%d",
                acknowledged,
                delivered,
                pending,
                parked,
                lost,
                doubled);
    }
}
