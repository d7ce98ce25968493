package se.ehealthsdk.chaos;

import se.ehealthsdk.outbox.Outbox;

/**
 * How a worker gets at the outbox. Has a constructor without arguments; a test puts in one that loses, to
 * see that it is caught.
 */
@FunctionalInterface
public interface Opening {

    /**
     * Opens it.
     *
     * @param address {@code sqlite:<folder>} or a JDBC URL of PostgreSQL
     */
    Outbox open(String address);

    /** The opening of a class. */
    static Opening named(String className) throws ReflectiveOperationException {
        return Class.forName(className)
                .asSubclass(Opening.class)
                .getDeclaredConstructor()
                .newInstance();
    }
}
