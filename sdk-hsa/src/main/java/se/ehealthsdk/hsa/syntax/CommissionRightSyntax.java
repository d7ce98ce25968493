package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.CommissionRight;

final class CommissionRightSyntax extends TextSyntax<CommissionRight> {

    private static final int MAX = 255;

    CommissionRightSyntax() {
        super("commission right", "Läsa;alla;SJF");
    }

    @Override
    public CommissionRight parse(String text) {
        CommissionRight right;
        try {
            right = CommissionRight.parse(text);
        } catch (InvalidInputException notThreeParts) {
            throw refusal("has not activity, information class and scope divided by ;");
        }
        if (!right.isComplete()) {
            throw refusal("has an empty part");
        }
        return right;
    }

    @Override
    public String write(CommissionRight right) {
        String text = atMost(MAX, right.format());
        if (!parse(text).equals(right)) {
            throw refusal("has a part with ; or outer blanks");
        }
        return text;
    }
}
