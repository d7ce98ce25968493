package se.ehealthsdk.benchmarks;

/**
 * What one contender did in one turn, for each call on average.
 *
 * @param micros the time by the clock, in microseconds
 * @param cpuMicros the time of all cores for the whole process, compiler and collector included
 * @param bytes what all threads allocated
 */
record Block(double micros, double cpuMicros, double bytes) {

    static Block parse(String line) {
        String[] parts = line.split(" ");
        return new Block(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]));
    }

    /** As {@link #parse} reads it. */
    String print() {
        return micros + " " + cpuMicros + " " + bytes;
    }
}
