package se.ehealthsdk.testkit.directory.country;

/** Draws that depend on the seed and on what is asked about, and on nothing that was drawn before. */
final class Draw {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    Draw(long seed) {
        this.seed = mixed(seed + STEP);
    }

    /** Sixty-four bits about one thing: the same ones each time. */
    long bits(Question question, long about) {
        return mixed(seed + STEP * (about * Question.COUNT + question.ordinal() + 1));
    }

    /** A number from 0 until a bound. */
    int below(int bound, Question question, long about) {
        return (int) Math.floorMod(bits(question, about) >>> 16, (long) bound);
    }

    /** Whether it is so, for this many in a thousand. */
    boolean holds(int perMille, Question question, long about) {
        return below(1000, question, about) < perMille;
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long bits = value;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /** What is drawn. */
    enum Question {
        ORGANISATION_SIZE,
        ORGANISATION_NAME,
        CHILD_NAMES,
        UNIT_NAME,
        UNIT_MARK,
        UNIT_PLACE,
        UNIT_POINT,
        UNIT_HOURS,
        UNIT_TEXTS,
        UNIT_TIMES,
        PEOPLE,
        GIVEN_NAMES,
        SURNAME,
        PERSON_MARK,
        PROFESSION,
        PERSON_TIMES,
        PURPOSE,
        MEMBERSHIP;

        static final int COUNT = values().length;
    }
}
