package se.ehealthsdk.hsa.syntax;

import se.ehealthsdk.core.identifier.HsaId;

final class SectorSyntax extends TextSyntax<SectorReference> {

    private static final String BELOW = ";sub";

    SectorSyntax() {
        super("sector", "SE2321000040-48HD;sub");
    }

    @Override
    public SectorReference parse(String text) {
        boolean below = text.endsWith(BELOW);
        String unit = below ? text.substring(0, text.length() - BELOW.length()) : text;
        if (unit.indexOf(';') >= 0) {
            throw refusal("has something else than sub after the HSA-id");
        }
        return new SectorReference(
                HsaId.tryParse(unit).orElseThrow(() -> refusal("does not begin with an HSA-id")),
                below);
    }

    @Override
    public String write(SectorReference sector) {
        if (sector.unit().value().indexOf(';') >= 0) {
            throw refusal("has an HSA-id with ;");
        }
        return sector.unit().value() + (sector.unitsBelow() ? BELOW : "");
    }
}
