package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** Where a person's address is from. */
public enum AddressSource {
    /** The population register (personuppgiftstjänsten). */
    POPULATION_REGISTER("PU"),
    /** The user wrote it. */
    USER("ANVANDARE");

    private static final String CODE_SYSTEM = "4ade8de2-effe-41d0-b177-fedc820e69fa";

    private final CodedValue coded;

    AddressSource(String code) {
        this.coded = CodedValue.of(code, CODE_SYSTEM);
    }

    /** The code and its list. */
    public CodedValue coded() {
        return coded;
    }
}
