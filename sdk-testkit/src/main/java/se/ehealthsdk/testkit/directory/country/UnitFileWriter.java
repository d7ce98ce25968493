package se.ehealthsdk.testkit.directory.country;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the file of all units. Element names: {@code FileGetHsaUnitsResponse}, namespace {@code
 * urn:riv:hsa:HsaWsResponder:3}.
 */
final class UnitFileWriter {

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3">
            <startDate>2026-11-22T01:00:00Z</startDate>
            <endDate>2026-11-22T01:20:00Z</endDate>
            <hsaUnits>
            """;
    private static final String FOOT = "</hsaUnits>\n</FileGetHsaUnitsResponse>\n";

    private final Tree tree;
    private final Names names;
    private final UnitFacts facts;
    private final Writer out;

    UnitFileWriter(Tree tree, Names names, UnitFacts facts, OutputStream out) {
        this.tree = tree;
        this.names = names;
        this.facts = facts;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    void write() throws IOException {
        out.write(HEAD);
        for (int unit = 0; unit < tree.units(); unit++) {
            Organisation of = tree.ofUnit(unit);
            List<String> classes = facts.classes(of, unit - of.firstUnit());
            if (!classes.contains("hiddenObject") && !classes.contains("hsaFeignedObject")) {
                unit(of, unit - of.firstUnit(), classes);
            }
        }
        out.write(FOOT);
        out.flush();
    }

    private void unit(Organisation of, int own, List<String> classes) throws IOException {
        int unit = of.firstUnit() + own;
        String name = facts.name(of, own);
        boolean provider = own == 0;
        boolean careUnit = of.level(own) == of.careLevel();
        out.write("<hsaUnit>");
        element("hsaIdentity", Names.hsaId('U', unit));
        element("DN", names.unitDn(unit));
        if (provider) {
            element("orgNo", UnitFacts.organisationNumber(of));
        }
        element("name", name);
        element("publicName", name);
        element("isHsaHealthCareProvider", Boolean.toString(provider));
        element("isHsaHealthCareUnit", Boolean.toString(careUnit));
        if (careUnit) {
            element("hsaResponsibleHealthCareProvider", Names.hsaId('U', of.firstUnit()));
        }
        if (classes.contains("hsaArchivedObject")) {
            element("unitIsArchived", "true");
        }
        List<String> members = careUnit ? facts.members(of, own) : List.of();
        if (!members.isEmpty()) {
            out.write("<hsaHealthCareUnitMembers>");
            for (String member : members) {
                element("hsaHealthCareUnitMember", member);
            }
            out.write("</hsaHealthCareUnitMembers>");
        }
        time("startDate", facts.start(unit));
        time("endDate", facts.end(unit));
        out.write("</hsaUnit>\n");
    }

    /** GeneralizedTime as {@code xs:dateTime}. */
    private void time(String element, String moment) throws IOException {
        if (!moment.isEmpty()) {
            element(
                    element,
                    moment.substring(0, 4)
                            + "-"
                            + moment.substring(4, 6)
                            + "-"
                            + moment.substring(6, 8)
                            + "T"
                            + moment.substring(8, 10)
                            + ":"
                            + moment.substring(10, 12)
                            + ":"
                            + moment.substring(12));
        }
    }

    private void element(String element, String text) throws IOException {
        out.write('<');
        out.write(element);
        out.write('>');
        out.write(text.indexOf('&') < 0 ? text : text.replace("&", "&amp;"));
        out.write("</");
        out.write(element);
        out.write('>');
    }
}
