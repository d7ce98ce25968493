package se.ehealthsdk.audit;

import se.ehealthsdk.audit.internal.RecordRules;

/**
 * What was done with the data (aktivitetstyp). An open list: the contract carries any text, so that new
 * values need no new version. Two are the same when their texts are.
 *
 * <p>Source: the list of values in the description of {@code informationsecurity:auditing:log} 2.0.8.
 *
 * @param value the text that the contract carries, without white space around it; 256 characters at most
 *     when it is sent
 */
public record ActivityType(String value) {

    /** {@code Läsa}: the user saw the data. */
    public static final ActivityType READ = new ActivityType("Läsa");

    /** {@code Skriva}: the user made or changed them. */
    public static final ActivityType WRITE = new ActivityType("Skriva");

    /** {@code Signera}: the user signed them. */
    public static final ActivityType SIGN = new ActivityType("Signera");

    /** {@code Utskrift}: the user printed them, or had them sent to someone else. */
    public static final ActivityType PRINT = new ActivityType("Utskrift");

    /** {@code Vidimera}: the user attested that the data, such as a test result, have been seen. */
    public static final ActivityType ATTEST = new ActivityType("Vidimera");

    /** {@code Radera}: the user deleted or revoked them. */
    public static final ActivityType DELETE = new ActivityType("Radera");

    /** {@code Nödöppning}: the user opened them in an emergency, past a block or without consent. */
    public static final ActivityType EMERGENCY_ACCESS = new ActivityType("Nödöppning");

    /** Removes white space around the text. */
    public ActivityType {
        value = RecordRules.token(value);
    }

    /**
     * Another value than the constants.
     *
     * @param text 1 to 256 characters
     * @throws se.ehealthsdk.core.error.InvalidInputException if it is blank, longer, or holds characters
     *     that XML cannot carry
     */
    public static ActivityType of(String text) {
        ActivityType type = new ActivityType(text);
        RecordRules.required("activity/activityType", type.value, RecordRules.TEXT);
        return type;
    }

    /** The text. */
    @Override
    public String toString() {
        return value;
    }
}
