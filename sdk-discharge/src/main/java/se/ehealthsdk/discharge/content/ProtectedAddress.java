package se.ehealthsdk.discharge.content;

/**
 * What a region has decided for patients whose personal data are protected. The Act asks for the registered address in the
 * admission notice (2 kap. 2 §) and knows no exception; secrecy can forbid to tell it.
 */
public enum ProtectedAddress {
    /** Nothing: each case is a decision, and a finding says so. */
    UNDECIDED,
    /** The address is left out, and told in another way. */
    LEFT_OUT,
    /** The address is sent, after the sender has tried the secrecy. */
    SENT
}
