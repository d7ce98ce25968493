package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.hsa.NursePrescriptionRight;

final class NursePrescriptionRightSyntax extends TextSyntax<NursePrescriptionRight> {

    NursePrescriptionRightSyntax() {
        super("nurse's prescription right", "SJ;J");
    }

    @Override
    public NursePrescriptionRight parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 2 || parts[0].isBlank()) {
            throw refusal("has not a title code, and J or N after ;");
        }
        return new NursePrescriptionRight(parts[0].strip(), yes(parts[1].strip()));
    }

    private boolean yes(String text) {
        if (text.equalsIgnoreCase("J")) {
            return true;
        }
        if (text.equalsIgnoreCase("N")) {
            return false;
        }
        throw refusal("says neither J nor N");
    }

    @Override
    public String write(NursePrescriptionRight right) {
        String text = right.licence() + ";" + (right.prescriptionRight() ? "J" : "N");
        if (!parse(text).equals(right)) {
            throw refusal("has a title code with outer blanks");
        }
        return text;
    }
}
