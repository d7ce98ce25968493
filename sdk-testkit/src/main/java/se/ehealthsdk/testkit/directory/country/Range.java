package se.ehealthsdk.testkit.directory.country;

/** Numbers from the start until the end. */
record Range(int start, int end) {

    int size() {
        return Math.max(0, end - start);
    }

    /** The numbers that are in both. */
    Range and(Range other) {
        return new Range(Math.max(start, other.start), Math.min(end, other.end));
    }

    boolean holds(int number) {
        return number >= start && number < end;
    }
}
