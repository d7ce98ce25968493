package se.ehealthsdk.hsa.syntax;

final class ProtectionMarkSyntax extends TextSyntax<Boolean> {

    ProtectionMarkSyntax() {
        super("protection mark", "Ja");
    }

    @Override
    public Boolean parse(String text) {
        return true;
    }

    @Override
    public String write(Boolean protectedPerson) {
        if (!protectedPerson) {
            throw refusal("is no, which is written by leaving the attribute out");
        }
        return "Ja";
    }
}
