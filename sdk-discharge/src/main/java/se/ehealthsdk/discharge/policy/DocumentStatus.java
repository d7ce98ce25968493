package se.ehealthsdk.discharge.policy;

/** What a message counts as in a region. This module is no patient record in either case. */
public enum DocumentStatus {
    /** No record: what was done is documented in the record systems. Region Stockholm. */
    NOT_A_RECORD,
    /** A document of the patient record. Västra Götaland. */
    RECORD_DOCUMENT,
    /** Not known to us. */
    UNKNOWN
}
