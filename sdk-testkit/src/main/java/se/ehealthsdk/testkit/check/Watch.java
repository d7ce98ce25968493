package se.ehealthsdk.testkit.check;

/** Rules that look at a message while it is read. One for each message. */
interface Watch {

    /** An element begins. */
    default void start(Place place) {}

    /** An element without elements in it ends. */
    default void text(Place place, String text) {}

    /** An element ends. */
    default void end(Place place) {}
}
