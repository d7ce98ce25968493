package se.ehealthsdk.testkit.directory;

/** What is to go wrong when the unit file is fetched next, given to {@link UnitFileStandIn#next}. */
public enum UnitFileFault {
    /** HTTP 503. */
    UNAVAILABLE,

    /** HTTP 403, whoever asks. */
    FORBIDDEN,

    /** The connection ends in the middle of the file. */
    CUT_OFF,

    /** Half of the zip file, told as if it were the whole. */
    HALF_A_ZIP,

    /** A zip file whose XML ends in the middle. */
    HALF_THE_XML,

    /** A page in HTML, with HTTP 200. */
    NOT_A_ZIP,

    /** Two units at the same place in the tree. */
    SAME_PLACE_TWICE,

    /** A unit without HSA-id, one without name, and one whose place is no distinguished name. */
    INCOMPLETE_UNITS
}
