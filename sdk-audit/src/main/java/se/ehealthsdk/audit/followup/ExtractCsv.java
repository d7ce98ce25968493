package se.ehealthsdk.audit.followup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.internal.document.CsvTable;
import se.ehealthsdk.core.identifier.HsaId;

/** A log extract as CSV. */
final class ExtractCsv {

    private ExtractCsv() {}

    static void write(LogExtract extract, OutputStream out, CsvFormat format) throws IOException {
        CsvTable table = new CsvTable(out, format.separator(), format.byteOrderMark());
        List<String> headings = headings(extract.policy());
        table.row(headings);
        for (String shortfall : extract.shortfalls()) {
            List<String> row = new ArrayList<>(Collections.nCopies(headings.size() - 1, ""));
            row.add(shortfall);
            table.row(row);
        }
        for (ExtractRow row : extract.rows()) {
            table.row(cells(row, extract.policy()));
        }
        table.finish();
    }

    private static List<String> headings(DisclosurePolicy policy) {
        List<String> headings =
                new ArrayList<>(
                        List.of(
                                "Tidpunkt",
                                "Vårdgivare",
                                "Vårdgivare HSA-id",
                                "Vårdenhet",
                                "Vårdenhet HSA-id",
                                "Åtgärd",
                                "Nödöppning",
                                "Uppgifter",
                                "Ändamål"));
        if (policy.tellsOfUsers()) {
            headings.addAll(List.of("Namn", "Titel", "Användare HSA-id"));
        }
        headings.add("Anmärkning");
        return headings;
    }

    private static List<String> cells(ExtractRow row, DisclosurePolicy policy) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                SwedishText.time(row.time(), row.timeExact()),
                                row.careProvider().name().orElse(""),
                                row.careProvider().id().value(),
                                row.careUnit().name().orElse(""),
                                row.careUnit().id().value(),
                                row.activity().map(ActivityType::value).orElse(""),
                                row.activity().isEmpty() ? "" : row.emergency() ? "Ja" : "Nej",
                                row.dataText(),
                                row.purpose().value()));
        if (policy.tellsOfUsers()) {
            cells.add(row.user().name().orElse(""));
            cells.add(row.user().title().orElse(""));
            cells.add(row.user().hsaId().map(HsaId::value).orElse(""));
        }
        cells.add(
                policy.tellsOfUsers() && row.user().withheld() ? "Användaren lämnas inte ut" : "");
        return cells;
    }
}
