package se.ehealthsdk.audit.access;

/**
 * Whether the user declares an emergency (nödöppning): the patient cannot be asked, and the data can be
 * taken to matter for care that the patient cannot do without.
 */
public enum Emergency {
    /** No emergency. */
    NONE,

    /** An emergency, which stands in the place of consent and patient relation. */
    DECLARED,

    /** An emergency in which blocks are to be opened too. */
    DECLARED_OPENING_BLOCKS
}
