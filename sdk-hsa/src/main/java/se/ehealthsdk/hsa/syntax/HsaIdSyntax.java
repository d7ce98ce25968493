package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.identifier.HsaId;

final class HsaIdSyntax extends TextSyntax<HsaId> {

    HsaIdSyntax() {
        super("HSA-id", "SE2321000016-39KJ");
    }

    @Override
    public HsaId parse(String text) {
        return HsaId.tryParse(text).orElseThrow(() -> refusal("is not an HSA-id"));
    }

    @Override
    public String write(HsaId value) {
        return value.value();
    }
}
