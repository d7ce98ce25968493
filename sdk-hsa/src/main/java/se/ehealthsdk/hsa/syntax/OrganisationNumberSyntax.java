package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.identifier.OrganisationNumber;

final class OrganisationNumberSyntax extends TextSyntax<OrganisationNumber> {

    OrganisationNumberSyntax() {
        super("organisation number", "232100-0016");
    }

    @Override
    public OrganisationNumber parse(String text) {
        return OrganisationNumber.tryParse(text)
                .orElseThrow(() -> refusal("is not an organisation number"));
    }

    @Override
    public String write(OrganisationNumber number) {
        return number.hyphenated();
    }
}
