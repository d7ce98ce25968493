package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.hsa.Speciality;

final class TitleSpecialitySyntax extends TextSyntax<Speciality> {

    private static final int PARTS = 3;

    TitleSpecialitySyntax() {
        super("title code and speciality", "LK;1234;speciality");
    }

    @Override
    public Speciality parse(String text) {
        // a name may hold ;
        String[] parts = text.split(";", PARTS);
        if (parts.length != PARTS) {
            throw refusal("has not a title code, a code and a name divided by ;");
        }
        if (parts[0].isBlank()) {
            throw refusal("has no title code");
        }
        return new Speciality(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    @Override
    public String write(Speciality speciality) {
        String text = speciality.licence() + ";" + speciality.code() + ";" + speciality.name();
        if (!parse(text).equals(speciality)) {
            throw refusal("has a code with ; or outer blanks");
        }
        return text;
    }
}
