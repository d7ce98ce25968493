package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.hsa.SystemRole;

final class SystemRoleSyntax extends TextSyntax<SystemRole> {

    SystemRoleSyntax() {
        super("system role", "SYSTEM;role");
    }

    @Override
    public SystemRole parse(String text) {
        int divider = text.indexOf(';');
        if (divider < 0) {
            throw refusal("has not a system and a role divided by ;");
        }
        // what a role is called is for the system to say, ; included
        return required(
                new SystemRole(
                        text.substring(0, divider).strip(), text.substring(divider + 1).strip()));
    }

    @Override
    public String write(SystemRole role) {
        String text = role.systemId() + ";" + role.role();
        if (!parse(text).equals(role)) {
            throw refusal("has a system with ; or outer blanks");
        }
        return text;
    }

    private SystemRole required(SystemRole role) {
        if (role.systemId().isEmpty() || role.role().isEmpty()) {
            throw refusal("has no system or no role");
        }
        return role;
    }
}
