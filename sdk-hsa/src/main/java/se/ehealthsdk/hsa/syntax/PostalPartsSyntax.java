package se.ehealthsdk.hsa.syntax;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.hsa.PostalAddress;

final class PostalPartsSyntax extends TextSyntax<PostalAddress.Parts> {

    private static final int AFTER_ADDRESSEES = 5;

    PostalPartsSyntax() {
        super("postal address in parts", "Addressee$Street$1$B$12345$Town");
    }

    @Override
    public PostalAddress.Parts parse(String text) {
        List<String> parts = DollarParts.read(text);
        int addressees = parts.size() - AFTER_ADDRESSEES;
        if (addressees < 1) {
            throw refusal("has not at least six parts divided by $");
        }
        String postCode = parts.get(addressees + 3);
        String town = parts.get(addressees + 4);
        if (postCode.isEmpty() || town.isEmpty()) {
            throw refusal("has no postal code or no town");
        }
        return new PostalAddress.Parts(
                parts.subList(0, addressees).stream().filter(line -> !line.isEmpty()).toList(),
                DollarParts.present(parts.get(addressees)),
                DollarParts.present(parts.get(addressees + 1)),
                DollarParts.present(parts.get(addressees + 2)),
                postCode,
                town);
    }

    @Override
    public String write(PostalAddress.Parts address) {
        List<String> parts = new ArrayList<>(address.addressees());
        if (parts.isEmpty()) {
            parts.add("");
        }
        parts.add(address.street().orElse(""));
        parts.add(address.premisesNumber().orElse(""));
        parts.add(address.premisesLetter().orElse(""));
        parts.add(address.postCode());
        parts.add(address.town());
        String text = DollarParts.write(parts);
        if (!parse(text).equals(address)) {
            throw refusal("has a part that is blank or has outer blanks");
        }
        return text;
    }
}
