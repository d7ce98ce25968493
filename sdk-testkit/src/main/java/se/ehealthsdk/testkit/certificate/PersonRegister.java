package se.ehealthsdk.testkit.certificate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * What the personal data service (PU-tjänsten) tells the certificate services of a patient. Everyone with a right
 * number is in it, alive and without secrecy, unless a test says otherwise. Safe for use by many threads.
 */
public final class PersonRegister {

    /** What the register may say of a person. */
    private enum Mark {
        UNKNOWN,
        TEST_PERSON,
        PROTECTED,
        DECEASED
    }

    /** A person's name, as the register has it. */
    record Name(String given, String surname) {}

    private final Map<String, Set<Mark>> marks = new HashMap<>();
    private final Map<String, Name> names = new HashMap<>();
    private boolean down;

    PersonRegister() {}

    /** The person is not in the register. */
    public void unknown(PersonId person) {
        mark(person, Mark.UNKNOWN);
    }

    /** The person is flagged as a test person: certificates are kept apart, and never sent. */
    public void testPerson(PersonId person) {
        mark(person, Mark.TEST_PERSON);
    }

    /** The person's data are protected (sekretessmarkering). */
    public void protectedIdentity(PersonId person) {
        mark(person, Mark.PROTECTED);
    }

    /** The person is dead. */
    public void deceased(PersonId person) {
        mark(person, Mark.DECEASED);
    }

    /** The person's name: {@code Tolvan Tolvansson} unless set. */
    public synchronized void name(PersonId person, String given, String surname) {
        names.put(person.value(), new Name(given, surname));
    }

    /** Whether the register can be reached; it can unless set. */
    public synchronized void down(boolean unreachable) {
        this.down = unreachable;
    }

    private synchronized void mark(PersonId person, Mark mark) {
        marks.computeIfAbsent(person.value(), each -> new HashSet<>()).add(mark);
    }

    private synchronized boolean is(String person, Mark mark) {
        return marks.getOrDefault(person, Set.of()).contains(mark);
    }

    synchronized boolean isDown() {
        return down;
    }

    boolean isKnown(String person) {
        return !is(person, Mark.UNKNOWN);
    }

    boolean isTestPerson(String person) {
        return is(person, Mark.TEST_PERSON);
    }

    boolean isProtected(String person) {
        return is(person, Mark.PROTECTED);
    }

    boolean isDeceased(String person) {
        return is(person, Mark.DECEASED);
    }

    /** The name as it is told; of the protected, only that they are. */
    synchronized Name nameOf(String person) {
        return isProtected(person)
                ? new Name("", "Skyddade personuppgifter")
                : Optional.ofNullable(names.get(person))
                        .orElseGet(() -> new Name("Tolvan", "Tolvansson"));
    }

    synchronized void reset() {
        marks.clear();
        names.clear();
        down = false;
    }
}
