package se.ehealthsdk.discharge.fallback;

import static se.ehealthsdk.discharge.internal.document.FormCell.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.discharge.internal.document.FormSheet;

/** The list of what has to be entered afterwards. */
final class RetroEntryLayout {

    private static final int BLANK_ROWS = 15;

    private RetroEntryLayout() {}

    static void lay(FormSheet sheet, List<RetroEntryList.Entry> entries) throws IOException {
        sheet.row(
                text(6, "Enhet", ""),
                text(3, "Systemet ur drift från, datum och kl.", ""),
                text(3, "Systemet åter i drift, datum och kl.", ""));
        sheet.section(
                "Skickat på papper: registreras när systemet är åter, i den ordning det skickades");
        if (entries.isEmpty()) {
            for (int i = 0; i < BLANK_ROWS; i++) {
                row(sheet, Optional.empty());
            }
        }
        for (RetroEntryList.Entry entry : entries) {
            row(sheet, Optional.of(entry));
        }
        sheet.note(
                "Registrera de ursprungliga tiderna: när det inträffade och när det skickades på papper. Märk posten"
                        + " som efterregistrerad, med blankettens löpnummer.");
    }

    private static void row(FormSheet sheet, Optional<RetroEntryList.Entry> entry)
            throws IOException {
        Optional<PaperSending> paper = entry.map(RetroEntryList.Entry::paper);
        sheet.row(
                text(2, "Löpnummer", paper.map(PaperSending::serial).orElse("")),
                text(2, "Blankett", paper.map(each -> each.form().title()).orElse("")),
                text(
                        2,
                        "Identitetsnummer",
                        paper.map(each -> each.patient().formatted()).orElse("")),
                text(
                        2,
                        "Skickat, datum och kl.",
                        paper.map(each -> SwedishForm.moment(each.sent())).orElse("")),
                text(2, "Mottagare", paper.map(RetroEntryLayout::recipients).orElse("")),
                text(
                        2,
                        "Registrerat (kl., sign.)",
                        entry.flatMap(RetroEntryList.Entry::enteredAt)
                                .map(SwedishForm::moment)
                                .orElse("")));
    }

    private static String recipients(PaperSending paper) {
        return paper.recipients().stream().map(SwedishForm::unit).collect(Collectors.joining(", "));
    }
}
