package se.ehealthsdk.hsa.directory;

/**
 * A mark on an entry. Those that {@linkplain #hides() hide} keep it out of every answer unless they are
 * asked for by name.
 *
 * <p>Source: auxiliary object classes of the HSA schema.
 */
public enum EntryMark {

    /** Not to be exposed ({@code hiddenObject}). */
    HIDDEN(true),

    /** In the archive ({@code hsaArchivedObject}). */
    ARCHIVED(true),

    /** Fictitious ({@code hsaFeignedObject}, {@code hsaFeignedDataObject}). */
    FEIGNED(true),

    /** A person with protected data, skyddade personuppgifter ({@code hsaConfidentialPerson}, {@code hsaProtectedPerson}). */
    PROTECTED(true),

    /** Marked as a faulty care provider ({@code hsaInaccurateHCP}). */
    INACCURATE_PROVIDER(false),

    /** Marked as a faulty care unit ({@code hsaInaccurateHCU}). */
    INACCURATE_CARE_UNIT(false);

    private final boolean hides;

    EntryMark(boolean hides) {
        this.hides = hides;
    }

    /** Whether an entry with it is left out unless asked for by name. */
    public boolean hides() {
        return hides;
    }
}
