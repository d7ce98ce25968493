package se.ehealthsdk.audit.access;

/** What is known about something that a service is asked. */
sealed interface Finding<T> {

    /** Nothing: nobody has asked. */
    record NotAsked<T>() implements Finding<T> {}

    /** The answer. */
    record Known<T>(T answer) implements Finding<T> {}

    /** There was no answer. */
    record Failed<T>(RuntimeException failure) implements Finding<T> {}
}
