package se.ehealthsdk.testkit.check;

/** Takes what rules find. */
@FunctionalInterface
interface Notes {

    void add(Rule rule, int line, String path, Object... values);

    /** What is found at the place where the walk is. */
    default void add(Rule rule, Place place, Object... values) {
        add(rule, place.line(), place.path(), values);
    }
}
