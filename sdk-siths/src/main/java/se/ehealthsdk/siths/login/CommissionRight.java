package se.ehealthsdk.siths.login;

/**
 * What a member of a commission may do. The words are HSA's.
 *
 * @param activity for example {@code Läsa}
 * @param informationClass for example {@code alla} or {@code vop}
 * @param scope for example {@code VE} (care unit), {@code VG} (care provider) or {@code SJF} (other care
 *     providers)
 */
public record CommissionRight(String activity, String informationClass, String scope) {}
