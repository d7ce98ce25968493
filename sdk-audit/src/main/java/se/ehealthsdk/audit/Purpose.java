package se.ehealthsdk.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.internal.RecordRules;

/**
 * Why it was done (syfte): the purposes of HSA commissions, in the same words. An open list: the contract
 * carries any text. Compared without regard to upper and lower case, as HSA's purposes are.
 *
 * <p>Source: the list of values in the description of {@code informationsecurity:auditing:log} 2.0.8; the
 * Patient Data Act (patientdatalagen 2008:355) 2:4 and 7:4.
 *
 * @param value the text that the contract carries, without white space around it; 256 characters at most
 *     when it is sent
 */
public record Purpose(String value) {

    /** {@code Vård och behandling}. */
    public static final Purpose CARE_AND_TREATMENT = new Purpose("Vård och behandling");

    /** {@code Kvalitetssäkring}. */
    public static final Purpose QUALITY_ASSURANCE = new Purpose("Kvalitetssäkring");

    /** {@code Annan dokumentation enligt lag}. */
    public static final Purpose OTHER_DOCUMENTATION = new Purpose("Annan dokumentation enligt lag");

    /** {@code Statistik}. */
    public static final Purpose STATISTICS = new Purpose("Statistik");

    /** {@code Administration}. */
    public static final Purpose ADMINISTRATION = new Purpose("Administration");

    /** {@code Kvalitetsregister}. */
    public static final Purpose QUALITY_REGISTER = new Purpose("Kvalitetsregister");

    /** Removes white space around the text. */
    public Purpose {
        value = RecordRules.token(value);
    }

    /**
     * The purpose with this text, as that of a commission.
     *
     * @param text 1 to 256 characters
     * @throws se.ehealthsdk.core.error.InvalidInputException if it is blank, longer, or holds characters
     *     that XML cannot carry
     */
    public static Purpose of(String text) {
        Purpose purpose = new Purpose(text);
        RecordRules.required("activity/purpose", purpose.value, RecordRules.TEXT);
        return purpose;
    }

    /** Whether the texts are the same, upper and lower case apart. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Purpose that && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return value;
    }
}
