package se.ehealthsdk.audit.internal;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.PersonIdentity;
import se.ehealthsdk.core.error.InvalidInputException;

/** What the contract demands of a record that is to be sent: {@code LogType} 2.0. */
public final class RecordRules {

    /** Characters of most texts. */
    public static final int TEXT = 256;

    /** Characters of {@code activityArgs}. */
    public static final int ARGUMENTS = 8192;

    /** Characters of {@code logId}. */
    public static final int LOG_ID = 36;

    /**
     * Resources of one record. The contract has no limit; this one makes sure that a record alone, with the
     * longest texts, is far below the 15 MiB that platforms accept.
     */
    public static final int RESOURCES = 1000;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private RecordRules() {}

    /**
     * @throws InvalidInputException for the first field that the contract would not accept
     */
    public static void check(AccessRecord record) {
        required("logId", record.logId(), LOG_ID);
        if (record.logId().codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    "logId", "holds a control character", "a UUID in its text form");
        }
        optional("system/systemName", record.system().name(), TEXT);
        check(record.activity());
        check(record.user());
        if (record.resources().isEmpty()) {
            throw new InvalidInputException(
                    "resources/resource", "is missing", "one resource or more");
        }
        if (record.resources().size() > RESOURCES) {
            throw new InvalidInputException(
                    "resources/resource",
                    "comes more than " + RESOURCES + " times",
                    "at most "
                            + RESOURCES
                            + " in one record: make one record for each, with buildEach()");
        }
        record.resources().forEach(RecordRules::check);
    }

    private static void check(AccessRecord.Activity activity) {
        required("activity/activityType", activity.type().value(), TEXT);
        optional("activity/activityLevel", activity.level(), TEXT);
        optional("activity/activityArgs", activity.arguments(), ARGUMENTS);
        if (activity.start().isBefore(FIRST) || activity.start().isAfter(LAST)) {
            throw new InvalidInputException(
                    "activity/startDate", "is out of range", "a time in the years 1900 to 9999");
        }
        required("activity/purpose", activity.purpose().value(), TEXT);
    }

    private static void check(AccessRecord.User user) {
        optional("user/name", user.name(), TEXT);
        user.personId().ifPresent(id -> check("user/personId", id));
        optional("user/assignment", user.assignment(), TEXT);
        optional("user/title", user.title(), TEXT);
        optional("user/careProvider/careProviderName", user.careProvider().name(), TEXT);
        optional("user/careUnit/careUnitName", user.careUnit().name(), TEXT);
    }

    private static void check(AccessRecord.Resource resource) {
        String at = "resources/resource/";
        required(at + "resourceType", resource.type().value(), TEXT);
        resource.patient()
                .ifPresent(
                        patient -> {
                            check(at + "patient/patientId", patient.id());
                            optional(at + "patient/patientName", patient.name(), TEXT);
                        });
        optional(at + "careProvider/careProviderName", resource.careProvider().name(), TEXT);
        resource.careUnit()
                .ifPresent(unit -> optional(at + "careUnit/careUnitName", unit.name(), TEXT));
    }

    private static void check(String field, PersonIdentity id) {
        required(field + "/root", id.root(), TEXT);
        optional(field + "/extension", id.extension(), TEXT);
    }

    /** Checks a text that must be there. */
    public static void required(String field, String text, int most) {
        if (text.isBlank()) {
            throw new InvalidInputException(field, "is missing", "1 to " + most + " characters");
        }
        bounded(field, text, most);
    }

    private static void optional(String field, Optional<String> text, int most) {
        text.ifPresent(present -> bounded(field, present, most));
    }

    private static void bounded(String field, String text, int most) {
        if (text.length() > most) {
            throw new InvalidInputException(
                    field, "is longer than " + most + " characters", "at most " + most);
        }
        if (!text.codePoints().allMatch(RecordRules::isXml)) {
            throw new InvalidInputException(
                    field,
                    "holds a control character or half a character",
                    "characters that XML 1.0 can carry");
        }
    }

    /** XML 1.0, production 2; a lone surrogate is none. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }

    /** A text as it is kept: line ends as XML readers give them, and none when it is blank. */
    public static Optional<String> kept(Optional<String> text) {
        return text.map(RecordRules::lines).filter(it -> !it.isBlank());
    }

    /** An identity or a code as it is kept: without white space around it. */
    public static String token(String text) {
        return lines(text).strip();
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
