package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/** What the contracts demand, told before anything is sent. */
final class Checked {

    private static final int ID = 36;
    private static final int REASON = 1024;
    private static final int ASSIGNMENT_NAME = 256;
    private static final int INFORMATION_TYPE = 6;
    private static final int UNTYPED_PERSON_ID = 12;

    private Checked() {}

    static String id(String field, String id) {
        if (id.isBlank() || id.length() > ID || !id.equals(id.strip())) {
            throw new InvalidInputException(
                    field,
                    "is blank, has blanks around it or is longer than " + ID + " characters",
                    "a UUID as text");
        }
        return id;
    }

    static void period(String field, Optional<Instant> start, Optional<Instant> end) {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw new InvalidInputException(field, "is before the start", "the start, or later");
        }
    }

    static void action(Action action) {
        length("action.reason", action.reason(), REASON);
        length(
                "action.requestedBy.assignmentName",
                action.requestedBy().assignmentName(),
                ASSIGNMENT_NAME);
        length(
                "action.registeredBy.assignmentName",
                action.registeredBy().assignmentName(),
                ASSIGNMENT_NAME);
        if (action.registered().isBefore(action.requested())) {
            throw new InvalidInputException(
                    "action.registered", "is before action.requested", "the same time, or later");
        }
    }

    /** @return the same list, not to be changed */
    static List<InformationEntity> information(List<InformationEntity> information) {
        if (information.isEmpty()) {
            throw new InvalidInputException("information", "is empty", "one piece of data or more");
        }
        for (InformationEntity entity : information) {
            period("information.end", Optional.of(entity.start()), Optional.of(entity.end()));
            Optional<String> type = entity.type().map(InformationType::id);
            length("information.type", type, INFORMATION_TYPE);
            if (type.filter(Predicate.not(String::isBlank)).isEmpty() && type.isPresent()) {
                throw new InvalidInputException("information.type", "is blank", "as lak or upp");
            }
        }
        return List.copyOf(information);
    }

    static UntypedPersonId untyped(PersonId patient) {
        return untyped(UntypedPersonId.of(patient));
    }

    static UntypedPersonId untyped(UntypedPersonId patient) {
        if (patient.value().isBlank() || patient.value().length() > UNTYPED_PERSON_ID) {
            throw new InvalidInputException(
                    "patient",
                    "does not fit in ehr:patientrelationship 1.0",
                    "a number of at most " + UNTYPED_PERSON_ID + " characters");
        }
        return patient;
    }

    private static void length(String field, Optional<String> text, int most) {
        if (text.filter(given -> given.length() > most).isPresent()) {
            throw new InvalidInputException(
                    field, "is too long", "at most " + most + " characters");
        }
    }
}
