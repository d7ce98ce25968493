package se.ehealthsdk.benchmarks;

/** What a JVM costs that does nothing: the floor of a cold start. */
final class EmptyMain {

    private EmptyMain() {}

    /** Prints a line. */
    public static void main(String[] args) {
        System.out.println("answered");
        Runtime.getRuntime().halt(0);
    }
}
