package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.PersonalIdentity;

final class PersonalIdentitySyntax extends TextSyntax<PersonalIdentity> {

    PersonalIdentitySyntax() {
        super("personal identity number", "twelve digits: year, month, day and four more");
    }

    @Override
    public PersonalIdentity parse(String text) {
        return PersonId.tryParse(text)
                .map(PersonalIdentity::of)
                .orElseThrow(() -> refusal("is not a personal identity number"));
    }

    @Override
    public String write(PersonalIdentity identity) {
        if (!parse(identity.extension()).equals(identity)) {
            throw refusal("is of a kind that the number does not tell");
        }
        return identity.extension();
    }
}
