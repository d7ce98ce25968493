package se.ehealthsdk.audit;

/** What was done with the data (aktivitetstyp). An open list: any other value with {@code new}. */
public record ActivityType(String value) {

    /** {@code Läsa}. */
    public static final ActivityType READ = new ActivityType("Läsa");

    /** {@code Skriva}. */
    public static final ActivityType WRITE = new ActivityType("Skriva");

    /** {@code Signera}. */
    public static final ActivityType SIGN = new ActivityType("Signera");

    /** {@code Utskrift}. */
    public static final ActivityType PRINT = new ActivityType("Utskrift");

    /** {@code Vidimera}. */
    public static final ActivityType ATTEST = new ActivityType("Vidimera");

    /** {@code Radera}. */
    public static final ActivityType DELETE = new ActivityType("Radera");

    /** {@code Nödöppning}. */
    public static final ActivityType EMERGENCY_ACCESS = new ActivityType("Nödöppning");

    @Override
    public String toString() {
        return value;
    }
}
