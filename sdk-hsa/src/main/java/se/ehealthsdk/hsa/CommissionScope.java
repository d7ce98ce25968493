package se.ehealthsdk.hsa;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * How far a {@link CommissionRight} reaches: the third part of {@code Läsa;alla;SJF}.
 *
 * <p>One of the three constants, or the HSA-id of one unit. Compared without regard to upper and lower
 * case. Unknown values are kept.
 *
 * <p>Source: authorizationmanagement 2.4.5, {@code CommissionRightType}; the values are those in use in
 * regional directories, since no official list is published.
 *
 * @param text the scope as HSA writes it; empty if the answer lacked it
 */
public record CommissionScope(String text) {

    /** {@code VE} (vårdenhet): what the commission's own care unit has documented. */
    public static final CommissionScope OWN_CARE_UNIT = new CommissionScope("VE");

    /** {@code VG} (vårdgivare): what the commission's own care provider has documented. */
    public static final CommissionScope OWN_CARE_PROVIDER = new CommissionScope("VG");

    /** {@code SJF} (sammanhållen journalföring): also what other care providers have made available. */
    public static final CommissionScope SHARED_RECORDS = new CommissionScope("SJF");

    private static final int LONGEST_CODE = 3;

    /** Keeps the text without white space around it. */
    public CommissionScope {
        text = text.strip();
    }

    /** The scope that is one unit. */
    public static CommissionScope of(HsaId unit) {
        return new CommissionScope(unit.value());
    }

    /**
     * The unit that the right is limited to, when the scope is an HSA-id: a text longer than the three
     * characters of the longest code.
     */
    public Optional<HsaId> unit() {
        return text.length() > LONGEST_CODE ? HsaId.tryParse(text) : Optional.empty();
    }

    /** Whether the texts are the same, upper and lower case apart. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommissionScope that && text.equalsIgnoreCase(that.text);
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
