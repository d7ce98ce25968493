package se.ehealthsdk.audit.followup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.internal.document.PdfDocument;

/** A log extract as a document that a patient can read. */
final class ExtractPdf {

    private ExtractPdf() {}

    static void write(LogExtract extract, OutputStream out) throws IOException {
        String provider = name(extract.careProvider());
        try (PdfDocument document =
                new PdfDocument(
                        "Loggutdrag",
                        "Loggutdrag för "
                                + extract.patient().formatted()
                                + " \u00B7 "
                                + provider
                                + " \u00B7 framtaget "
                                + SwedishText.minute(extract.madeAt()),
                        provider,
                        extract.madeAt())) {
            document.title("Loggutdrag", "Åtkomst till uppgifter om dig");
            document.facts(facts(extract));
            if (!extract.complete()) {
                document.box("Utdraget kan vara ofullständigt", extract.shortfalls());
            }
            document.paragraph(
                    "Utdraget visar när uppgifter om dig har använts, från vilken enhet, vad som gjordes och"
                            + " varför. Du har rätt att få veta det enligt patientdatalagen (2008:355) 8 kap."
                            + " 5 §. "
                            + users(extract.policy()));
            if (extract.rows().isEmpty()) {
                document.heading("Inga åtkomster");
                document.paragraph(nothing(extract));
            } else {
                document.table(columns(extract.policy()), rows(extract));
            }
            document.heading("Så läser du utdraget");
            document.facts(terms());
            document.paragraph(
                    "Är det något du undrar över, eller en åtkomst som du inte förstår skälet till? Kontakta"
                            + " vårdgivaren, som kan undersöka om den var befogad.");
            document.save(out);
        }
    }

    private static Map<String, String> facts(LogExtract extract) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Patient", patient(extract));
        facts.put(
                "Vårdgivare",
                name(extract.careProvider()) + " (" + extract.careProvider().id() + ")");
        facts.put("Period", SwedishText.period(extract.period()));
        facts.put("Framtaget", SwedishText.minute(extract.madeAt()) + " av " + extract.madeBy());
        long emergencies = extract.rows().stream().filter(ExtractRow::emergency).count();
        facts.put(
                "Antal åtkomster",
                extract.rows().size()
                        + (emergencies == 0
                                ? ""
                                : ", varav "
                                        + emergencies
                                        + (emergencies == 1 ? " nödöppning" : " nödöppningar")));
        return facts;
    }

    private static String patient(LogExtract extract) {
        String number = extract.patient().formatted();
        return extract.patientName().map(name -> name + ", " + number).orElse(number);
    }

    private static String name(CareProvider provider) {
        return provider.name().orElse(provider.id().value());
    }

    private static String users(DisclosurePolicy policy) {
        if (!policy.tellsOfUsers()) {
            return "Vem som har använt uppgifterna framgår inte, men enhet och tidpunkt gör det alltid.";
        }
        return policy.secrecyTest()
                .map(
                        test ->
                                "Uppgifter om personal lämnas ut efter sekretessprövning "
                                        + test.decidedOn()
                                        + " av "
                                        + test.decidedBy()
                                        + (test.withheld().isEmpty()
                                                ? "."
                                                : "; för viss personal lämnas de inte ut."))
                .orElse("");
    }

    private static String nothing(LogExtract extract) {
        return extract.complete()
                ? "Det finns inga loggade åtkomster till uppgifter om dig under perioden."
                : "Det finns inga loggade åtkomster i de uppgifter som gick att hämta. Se ovan vad som kan"
                        + " saknas.";
    }

    private static List<PdfDocument.Column> columns(DisclosurePolicy policy) {
        List<PdfDocument.Column> columns = new ArrayList<>();
        boolean users = policy.tellsOfUsers();
        columns.add(new PdfDocument.Column("Tidpunkt", 0.13f));
        columns.add(new PdfDocument.Column("Vårdenhet och vårdgivare", users ? 0.25f : 0.34f));
        columns.add(new PdfDocument.Column("Åtgärd", users ? 0.11f : 0.13f));
        columns.add(new PdfDocument.Column("Uppgifter", users ? 0.18f : 0.22f));
        columns.add(new PdfDocument.Column("Ändamål", users ? 0.14f : 0.18f));
        if (users) {
            columns.add(new PdfDocument.Column("Användare", 0.19f));
        }
        return columns;
    }

    private static List<PdfDocument.Row> rows(LogExtract extract) {
        return extract.rows().stream()
                .map(row -> new PdfDocument.Row(cells(row, extract.policy()), row.emergency()))
                .toList();
    }

    private static List<String> cells(ExtractRow row, DisclosurePolicy policy) {
        List<String> cells = new ArrayList<>();
        cells.add(SwedishText.time(row.time(), row.timeExact()));
        cells.add(
                row.careUnit().name().orElse(row.careUnit().id().value())
                        + ", "
                        + name(row.careProvider()));
        cells.add(row.activity().map(ActivityType::value).orElse("Framgår inte"));
        cells.add(row.dataText());
        cells.add(row.purpose().value());
        if (policy.tellsOfUsers()) {
            cells.add(row.user().text());
        }
        return cells;
    }

    private static Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("Tidpunkt", "Svensk tid, när åtkomsten började.");
        terms.put("Vårdgivare", "Den region, kommun eller verksamhet som ansvarar för vården.");
        terms.put(
                "Vårdenhet",
                "Den mottagning, avdelning eller motsvarande där personen arbetade vid åtkomsten.");
        terms.put(
                "Åtgärd",
                "Vad som gjordes: läsa, skriva (skapa eller ändra), signera, vidimera (intyga att"
                        + " uppgiften är sedd), utskrift (skriva ut eller skicka) eller radera.");
        terms.put(
                "Nödöppning",
                "Uppgifterna öppnades trots spärr, eller utan samtycke, därför att läget bedömdes som akut."
                        + " Sådana rader är markerade.");
        terms.put(
                "Uppgifter",
                "Vilket slags uppgifter det gällde. Om en annan vårdgivare ansvarar för dem står det från"
                        + " vilken.");
        terms.put("Ändamål", "Det skäl som var angivet för åtkomsten.");
        return terms;
    }
}
