package se.ehealthsdk.discharge.fallback;

import static se.ehealthsdk.discharge.internal.document.FormCell.text;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ehealthsdk.discharge.internal.document.FormSheet;

/** The list of what has to be entered afterwards. */
final class RetroEntryLayout {

    private static final int BLANK_ROWS = 8;

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
        for (RetroEntryList.Entry entry : inOrderOfSending(entries)) {
            row(sheet, Optional.of(entry));
        }
        sheet.note(
                "Registrera de ursprungliga tiderna: när det inträffade och när det skickades på papper. Märk posten"
                        + " som efterregistrerad, med blankettens löpnummer.");
    }

    private static List<RetroEntryList.Entry> inOrderOfSending(List<RetroEntryList.Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(each -> each.paper().sent())).toList();
    }

    private static void row(FormSheet sheet, Optional<RetroEntryList.Entry> entry)
            throws IOException {
        Optional<PaperSending> paper = entry.map(RetroEntryList.Entry::paper);
        sheet.block(
                List.of(
                        List.of(
                                text(3, "Löpnummer", of(paper, PaperSending::serial)),
                                text(
                                        3,
                                        "Identitetsnummer",
                                        of(paper, each -> each.patient().formatted())),
                                text(
                                        3,
                                        "Inträffade, datum och kl.",
                                        of(paper, each -> SwedishForm.moment(each.happened()))),
                                text(
                                        3,
                                        "Skickat, datum och kl.",
                                        of(paper, each -> SwedishForm.moment(each.sent())))),
                        List.of(
                                text(3, "Blankett", of(paper, each -> each.form().title())),
                                text(5, "Mottagare", of(paper, RetroEntryLayout::recipients)),
                                text(
                                        4,
                                        "Registrerat, datum och kl., signatur",
                                        entry.flatMap(RetroEntryList.Entry::enteredAt)
                                                .map(SwedishForm::moment)
                                                .orElse("")))));
    }

    private static String of(Optional<PaperSending> paper, Function<PaperSending, String> text) {
        return paper.map(text).orElse("");
    }

    private static String recipients(PaperSending paper) {
        return paper.recipients().stream().map(SwedishForm::unit).collect(Collectors.joining("; "));
    }
}
