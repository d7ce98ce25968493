package se.ehealthsdk.testkit.careplan;

/** What is wrong with a source system. The aggregating service tells of the first three as {@code NoDataSynchFailed}. */
public enum SourceFault {
    /** Every call gets a SOAP fault. */
    DOWN,
    /** The connection is reset in the place of the answer. */
    ANSWER_LOST,
    /** Every call is answered {@code ERROR}, {@code INVALID_REQUEST}. */
    REFUSES,
    /** Answers with the element names of the contract's description in the place of the schema's. */
    WRITES_AS_DESCRIBED
}
