package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/** How an injury or a poisoning came about. */
public enum InjuryCause implements FormCode {
    /** An accident. */
    ACCIDENT("OLYCKSFALL", "Olycksfall"),
    /** Suicide. */
    SUICIDE("SJALVMORD", "Självmord"),
    /** Another person did it on purpose. */
    CAUSED_BY_ANOTHER("AVSIKTLIGT_VALLAD", "Avsiktligt vållad av annan"),
    /** Whether it was meant is not known. */
    UNCLEAR("OKLART", "Oklart om avsikt funnits");

    private final CodedValue coded;

    InjuryCause(String code, String text) {
        this.coded = CodedValue.of(code, "e5d1d1fb-d918-47b4-9e69-483d3be523ee", text);
    }

    @Override
    public CodedValue coded() {
        return coded;
    }
}
