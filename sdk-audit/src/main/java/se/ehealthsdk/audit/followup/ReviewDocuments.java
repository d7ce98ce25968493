package se.ehealthsdk.audit.followup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.followup.Judgement.Finding;
import se.ehealthsdk.audit.internal.document.CsvTable;
import se.ehealthsdk.audit.internal.document.PdfDocument;

/** A review protocol as CSV and as PDF. */
final class ReviewDocuments {

    private static final List<String> HEADINGS =
            List.of(
                    "Logg-id",
                    "Tidpunkt",
                    "Vårdenhet HSA-id",
                    "Användare HSA-id",
                    "Åtgärd",
                    "Uppgifter",
                    "Ändamål",
                    "Bedömning",
                    "Anteckning");

    private static final float[] SHARES = {
        0.13f, 0.10f, 0.12f, 0.12f, 0.09f, 0.09f, 0.10f, 0.09f, 0.16f
    };

    private ReviewDocuments() {}

    static void writeCsv(ReviewProtocol protocol, OutputStream out, CsvFormat format)
            throws IOException {
        CsvTable table = new CsvTable(out, format.separator(), format.byteOrderMark());
        table.row(HEADINGS);
        for (AccessRecord record : protocol.sample().records()) {
            table.row(cells(record, protocol));
        }
        table.finish();
    }

    static void writePdf(ReviewProtocol protocol, OutputStream out) throws IOException {
        String title = "Protokoll över logguppföljning";
        try (PdfDocument document =
                new PdfDocument(
                        title,
                        title + " \u00B7 frö " + protocol.sample().seed(),
                        protocol.reviewer().name(),
                        protocol.closedAt().orElse(protocol.openedAt()))) {
            document.title(title, "Systematisk och återkommande kontroll av åtkomst");
            document.facts(facts(protocol));
            if (protocol.closedAt().isEmpty()) {
                document.box(
                        "Granskningen är inte avslutad",
                        List.of("Loggposter som återstår att bedöma: " + protocol.unjudged().size()));
            }
            document.heading("Urval");
            document.facts(selection(protocol.sample()));
            document.heading("Granskade loggposter");
            if (protocol.sample().records().isEmpty()) {
                document.paragraph("Inga loggposter motsvarar urvalet.");
            } else {
                document.table(columns(), rows(protocol));
            }
            document.paragraph(
                    "Kontrollen är gjord enligt patientdatalagen (2008:355) 4 kap. 3 § och HSLF-FS 2016:40 4"
                            + " kap. 9 §. Patienten framgår inte här; logg-id leder till loggposten.");
            document.save(out);
        }
    }

    private static Map<String, String> facts(ReviewProtocol protocol) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Granskare", protocol.reviewer().name() + " (" + protocol.reviewer().id() + ")");
        facts.put("Påbörjad", SwedishText.minute(protocol.openedAt()));
        facts.put("Avslutad", protocol.closedAt().map(SwedishText::minute).orElse("\u2013"));
        facts.put("Utan anmärkning", Long.toString(protocol.count(Finding.NO_REMARK)));
        facts.put("Utreds vidare", Long.toString(protocol.count(Finding.TO_INVESTIGATE)));
        return facts;
    }

    private static Map<String, String> selection(ReviewSample sample) {
        ReviewCriteria criteria = sample.criteria();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Period", SwedishText.period(criteria.period()));
        facts.put("Vårdenheter", listed(criteria.careUnits()));
        facts.put("Användare", listed(criteria.users()));
        facts.put("Åtgärder", listed(criteria.activities()));
        facts.put(
                "Patienter",
                criteria.patients().isEmpty()
                        ? "Alla"
                        : "En lista med " + criteria.patients().size() + " patienter");
        facts.put("Slumpmässigt urval", amount(criteria));
        facts.put(
                "Nödöppningar",
                criteria.everyEmergencyAccess() ? "Alla ingår" : "Ingår som övriga");
        facts.put("Underlag", sample.population() + " loggposter av " + sample.read() + " lästa");
        facts.put("Urvalets storlek", sample.records().size() + " loggposter");
        facts.put("Slumpens frö", sample.seed());
        facts.put("Metod", sample.algorithm());
        return facts;
    }

    private static String amount(ReviewCriteria criteria) {
        String amount =
                criteria.count()
                        .map(count -> count + " loggposter")
                        .or(
                                () ->
                                        criteria.share()
                                                .map(
                                                        share ->
                                                                share.movePointRight(2)
                                                                                .stripTrailingZeros()
                                                                                .toPlainString()
                                                                                .replace('.', ',')
                                                                        + " %"))
                        .orElse("");
        return switch (criteria.stratum()) {
            case ALL -> amount;
            case CARE_UNIT -> amount + " per vårdenhet";
            case USER -> amount + " per användare";
        };
    }

    private static String listed(Set<?> values) {
        return values.isEmpty()
                ? "Alla"
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static List<PdfDocument.Column> columns() {
        List<PdfDocument.Column> columns = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            columns.add(new PdfDocument.Column(HEADINGS.get(i).replace(" HSA-id", ""), SHARES[i]));
        }
        return columns;
    }

    private static List<PdfDocument.Row> rows(ReviewProtocol protocol) {
        return protocol.sample().records().stream()
                .map(
                        record ->
                                new PdfDocument.Row(
                                        cells(record, protocol), marked(record, protocol)))
                .toList();
    }

    private static boolean marked(AccessRecord record, ReviewProtocol protocol) {
        Judgement judgement = protocol.judgements().get(record.logId());
        return judgement != null && judgement.finding() == Finding.TO_INVESTIGATE;
    }

    private static List<String> cells(AccessRecord record, ReviewProtocol protocol) {
        Judgement judgement = protocol.judgements().get(record.logId());
        return List.of(
                record.logId(),
                SwedishText.time(record.activity().start(), true),
                record.user().careUnit().id().value(),
                record.user().id().value(),
                record.activity().type().value(),
                record.resources().stream()
                        .map(resource -> resource.type().value())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                record.activity().purpose().value(),
                judgement == null ? "Inte bedömd" : judgement.finding().swedish(),
                judgement == null ? "" : judgement.note().orElse(""));
    }
}
