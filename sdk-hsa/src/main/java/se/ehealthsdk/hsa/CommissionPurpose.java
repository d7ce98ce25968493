package se.ehealthsdk.hsa;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * What a commission is for (uppdragets ändamål): each commission has exactly one purpose.
 *
 * <p>HSA sends the purpose as plain Swedish text, and national services compare it without regard to
 * upper and lower case; so does {@link #equals}. The list of purposes (code set 1.2.752.29.23.1.100) may
 * grow, so any text is accepted.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code commissionPurpose}.
 *
 * @param text the purpose as HSA writes it, without white space around it; never blank
 */
public record CommissionPurpose(String text) {

    /** {@code Vård och behandling}: care and treatment of patients, the purpose that care systems ask for. */
    public static final CommissionPurpose CARE_AND_TREATMENT =
            new CommissionPurpose("Vård och behandling");

    /**
     * @throws InvalidInputException if the text is blank
     */
    public CommissionPurpose {
        text = text.strip();
        if (text.isEmpty()) {
            throw new InvalidInputException(
                    "commissionPurpose", "is blank", "a purpose, as \"Vård och behandling\"");
        }
    }

    /**
     * The purpose with this text.
     *
     * @throws InvalidInputException if the text is blank
     */
    public static CommissionPurpose of(String text) {
        return new CommissionPurpose(text);
    }

    /** Whether the texts are the same, upper and lower case apart. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommissionPurpose that && text.equalsIgnoreCase(that.text);
    }

    @Override
    public int hashCode() {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
