package se.ehealthsdk.discharge.statistics;

/** Whom a report is for, which decides what its tables and charts show. The typed figures are the same. */
public enum Profile {
    /** Slutenvård: its own duties, ready days, withdrawn notices, readmissions. */
    INPATIENT,
    /** Öppen vård: the call to SIP, how fast it reads, readmissions. */
    OPEN_CARE,
    /** Kommun: ready days and mean against the level, what is invoiced, how fast it reads. */
    MUNICIPALITY
}
