package se.ehealthsdk.hsa.syntax;

import java.util.List;
import se.ehealthsdk.hsa.VisitingAddress;

final class VisitingPartsSyntax extends TextSyntax<VisitingAddress> {

    private static final int PARTS = 4;

    VisitingPartsSyntax() {
        super("visiting address in parts", "Street$1$B$Town");
    }

    @Override
    public VisitingAddress parse(String text) {
        List<String> parts = DollarParts.read(text);
        if (parts.size() != PARTS) {
            throw refusal("has not four parts divided by $");
        }
        if (parts.get(0).isEmpty()) {
            throw refusal("has no street");
        }
        return new VisitingAddress(
                parts.get(0),
                DollarParts.present(parts.get(1)),
                DollarParts.present(parts.get(2)),
                parts.get(3));
    }

    @Override
    public String write(VisitingAddress address) {
        String text =
                DollarParts.write(
                        List.of(
                                address.street(),
                                address.premisesNumber().orElse(""),
                                address.premisesLetter().orElse(""),
                                address.town()));
        if (!parse(text).equals(address)) {
            throw refusal("has a part that is blank or has outer blanks");
        }
        return text;
    }
}
