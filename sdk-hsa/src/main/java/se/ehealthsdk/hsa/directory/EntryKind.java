package se.ehealthsdk.hsa.directory;

/**
 * What an entry that is not a person or a commission stands for.
 *
 * <p>Source: X.521, object classes of the HSA schema.
 */
public enum EntryKind {

    /** An organisation, at the top of its part of the tree (object class {@code organization}). */
    ORGANISATION,

    /** A unit (enhet, object class {@code organizationalUnit}). */
    UNIT,

    /** A function (funktion, object class {@code organizationalRole}). */
    FUNCTION
}
