package se.ehealthsdk.discharge.sip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.internal.document.FormHead;
import se.ehealthsdk.discharge.internal.document.FormHead.Fact;
import se.ehealthsdk.discharge.internal.document.FormSheet;
import se.ehealthsdk.discharge.internal.document.PdfLibrary;

/**
 * A plan on paper: a PDF document in Swedish, A4, black on white. Holds personal data.
 * The same plan gives the same bytes.
 *
 * <p>Needs PDFBox, which is an optional dependency.
 */
public final class SipDocument {

    private static final String TITLE = "Samordnad individuell plan (SIP)";

    private SipDocument() {}

    /**
     * The plan as a document.
     *
     * @param printedAt when it is printed; stands on each page
     * @return a PDF document
     * @throws ConfigurationException when PDFBox is not on the class path
     */
    public static byte[] pdf(Sip sip, Instant printedAt) {
        FormHead head =
                new FormHead(
                        TITLE,
                        List.of(),
                        List.of(
                                new Fact("Revision", Integer.toString(sip.revision())),
                                new Fact("Status", status(sip)),
                                new Fact(
                                        "Utskriven",
                                        LocalDate.ofInstant(printedAt, SwedishTime.ZONE)
                                                .toString())),
                        new Fact("Planens id", sip.id()),
                        List.of(meaning(sip)),
                        TITLE + ", revision " + sip.revision(),
                        subject(sip.patient().formatted()));
        return print(Optional.of(sip), head, printedAt);
    }

    /**
     * A plan to be filled in by hand.
     *
     * @param number of the form, for example {@code SVU 13}
     * @param version of the form
     * @param edition the day of the version, Swedish date
     * @param notes what the strip under the title says
     * @return a PDF document
     * @throws ConfigurationException when PDFBox is not on the class path
     */
    public static byte[] blank(
            String number, String version, LocalDate edition, List<String> notes) {
        FormHead head =
                new FormHead(
                        TITLE,
                        List.of(),
                        List.of(
                                new Fact("Blankett", number),
                                new Fact("Version", version),
                                new Fact("Utgåva", edition.toString())),
                        new Fact("Löpnummer", ""),
                        notes,
                        number + "  " + TITLE + ", version " + version,
                        subject(""));
        return print(Optional.empty(), head, edition.atStartOfDay(SwedishTime.ZONE).toInstant());
    }

    private static byte[] print(Optional<Sip> sip, FormHead head, Instant madeAt) {
        PdfLibrary.require();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FormSheet sheet = new FormSheet(head, madeAt)) {
            new SipLayout(sheet, sip).lay();
            sheet.save(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static Fact subject(String number) {
        return new Fact("Identitetsnummer", number);
    }

    private static String status(Sip sip) {
        return switch (sip.status()) {
            case DRAFT -> "Utkast";
            case MADE -> "Upprättad";
            case CLOSED -> "Avslutad";
        };
    }

    private static String meaning(Sip sip) {
        return switch (sip.status()) {
            case DRAFT ->
                    "UTKAST: planen är inte bekräftad av alla kallade enheter ("
                            + sip.unconfirmed().size()
                            + " återstår).";
            case MADE -> "Planen är bekräftad av alla kallade enheter.";
            case CLOSED -> "Planen är avslutad och gäller inte längre.";
        };
    }
}
