package se.ehealthsdk.hsa;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * One thing that a commission lets its members do: an activity, on a class of information, within a
 * scope. HSA's directory writes it {@code Läsa;alla;SJF}.
 *
 * <p>The vocabulary is not closed: what is unknown is kept as it came, and simply {@linkplain #allows
 * allows} nothing that is asked for by another name.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code CommissionRightType}.
 *
 * @param activity what may be done, {@link #READ}, {@link #WRITE}, {@link #SIGN} or another; empty if
 *     the answer lacked it
 * @param informationClass {@link #ALL_INFORMATION} or a code, as {@code upp} or {@code dia}, in upper or
 *     lower case; empty if the answer lacked it
 * @param scope how far it reaches
 */
public record CommissionRight(String activity, String informationClass, CommissionScope scope) {

    /** The activity of reading. */
    public static final String READ = "Läsa";

    /** The activity of writing. */
    public static final String WRITE = "Skriva";

    /** The activity of signing. */
    public static final String SIGN = "Signera";

    /** The information class that stands for every class. */
    public static final String ALL_INFORMATION = "alla";

    private static final int PARTS = 3;

    /**
     * Reads the form of HSA's directory.
     *
     * @param right {@code <activity>;<informationClass>;<scope>}; a part may be empty
     * @throws InvalidInputException if it has not three parts
     */
    public static CommissionRight parse(String right) {
        String[] parts = right.split(";", -1);
        if (parts.length != PARTS) {
            throw new InvalidInputException(
                    "commissionRight",
                    "has not three parts",
                    "activity;informationClass;scope, as Läsa;alla;SJF");
        }
        return new CommissionRight(
                parts[0].strip(), parts[1].strip(), new CommissionScope(parts[2]));
    }

    /** The form of HSA's directory, as {@code Läsa;alla;SJF}. */
    public String format() {
        return activity + ";" + informationClass + ";" + scope.text();
    }

    /** Whether all three parts say something. */
    public boolean isComplete() {
        return !activity.isBlank() && !informationClass.isBlank() && !scope.text().isBlank();
    }

    /**
     * Whether the right is to do this with this class of information; the scope is for the caller to
     * judge. Upper and lower case count as the same, and {@link #ALL_INFORMATION} includes every class.
     *
     * @param wantedActivity for example {@link #READ}
     * @param wantedInformationClass for example {@code upp}
     */
    public boolean allows(String wantedActivity, String wantedInformationClass) {
        return activity.equalsIgnoreCase(wantedActivity)
                && (informationClass.equalsIgnoreCase(ALL_INFORMATION)
                        || informationClass.equalsIgnoreCase(wantedInformationClass));
    }

    /** As {@link #format()}. */
    @Override
    public String toString() {
        return format();
    }
}
