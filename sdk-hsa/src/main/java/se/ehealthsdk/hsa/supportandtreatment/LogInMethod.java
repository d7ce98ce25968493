package se.ehealthsdk.hsa.supportandtreatment;

/** How someone logs in. HSA does not tell. Source: rule SOB-04. */
public enum LogInMethod {

    /** A SITHS card and its code: two factors, as is demanded. */
    SITHS_CARD,

    /** A code by SMS, which the design tool (Designverktyget) does not accept. */
    SMS_CODE,

    /** Something else. */
    OTHER
}
