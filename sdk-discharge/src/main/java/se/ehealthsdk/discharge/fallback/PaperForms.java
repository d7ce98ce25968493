package se.ehealthsdk.discharge.fallback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.discharge.internal.document.FormHead;
import se.ehealthsdk.discharge.internal.document.FormHead.Fact;
import se.ehealthsdk.discharge.internal.document.FormSheet;
import se.ehealthsdk.discharge.internal.document.PdfLibrary;
import se.ehealthsdk.discharge.sip.SipDocument;

/**
 * The paper forms as PDF, in Swedish, A4, black on white: blank to be stored before they are needed, or filled in from a case.
 * The same input gives the same bytes. Immutable.
 *
 * <pre>{@code
 * PaperForms forms = PaperForms.of(new FormEdition(
 *         "Region Stockholm", "1.0", LocalDate.of(2026, 11, 1), Policy.stockholm2020().documentStatus()));
 * StoredForms.write(forms, folder, now);                                        // in advance
 * byte[] pdf = forms.filled(new PaperMessage("M72-0017", readyNotice, Optional.of(known)), addressBook);
 * }</pre>
 *
 * <p>What is not known stays blank, to be written by hand. The address of a patient whose personal data are protected is not
 * filled in: the form says that the law asks for it and that secrecy may forbid it, and leaves the decision to the sender.
 *
 * <p>Needs PDFBox, which is an optional dependency.
 */
public final class PaperForms {

    private static final String SUBTITLE =
            "Samverkan vid utskrivning från sluten hälso- och sjukvård, lag (2017:612)";
    private static final String RESERVE =
            "Reservblankett: används bara när systemet inte kan användas. Registreras i systemet efteråt.";

    private static final String NO_RECORD =
            "Ingår inte i patientjournalen. Det som är journaluppgifter dokumenteras i den egna journalen.";
    private static final String RECORD = "Handlingen hör till patientjournalen.";

    private final FormEdition edition;

    private PaperForms(FormEdition edition) {
        this.edition = edition;
    }

    /** The forms of an edition. */
    public static PaperForms of(FormEdition edition) {
        return new PaperForms(edition);
    }

    /** What the forms say of themselves. */
    public FormEdition edition() {
        return edition;
    }

    /**
     * A form to be filled in by hand.
     *
     * @return a PDF document
     * @throws ConfigurationException when PDFBox is not on the class path
     */
    public byte[] blank(PaperForm form) {
        if (form == PaperForm.SIP) {
            return SipDocument.blank(form.number(), edition.version(), edition.date(), notes());
        }
        if (form == PaperForm.RETRO_ENTRY_LIST) {
            return print(form, "", "", sheet -> RetroEntryLayout.lay(sheet, List.of()));
        }
        return print(
                form,
                "",
                "",
                sheet -> new MessageLayout(sheet, Optional.empty(), AddressBook.EMPTY).lay(form));
    }

    /**
     * A form with what a message says. Holds personal data.
     *
     * @param addresses where telephone and fax come from
     * @return a PDF document
     * @throws ConfigurationException when PDFBox is not on the class path
     */
    public byte[] filled(PaperMessage message, AddressBook addresses) {
        return print(
                message.form(),
                message.serial(),
                message.event().patient().formatted(),
                sheet ->
                        new MessageLayout(sheet, Optional.of(message), addresses)
                                .lay(message.form()));
    }

    /**
     * The list of what has to be entered afterwards, as it stands. Holds personal data.
     *
     * @return a PDF document
     * @throws ConfigurationException when PDFBox is not on the class path
     */
    public byte[] list(RetroEntryList list) {
        return print(
                PaperForm.RETRO_ENTRY_LIST,
                "",
                "",
                sheet -> RetroEntryLayout.lay(sheet, list.entries()));
    }

    private interface Layout {
        void on(FormSheet sheet) throws IOException;
    }

    private byte[] print(PaperForm form, String serial, String subject, Layout layout) {
        PdfLibrary.require();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FormSheet sheet = new FormSheet(head(form, serial, subject), edition.madeAt())) {
            layout.on(sheet);
            sheet.save(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private FormHead head(PaperForm form, String serial, String subject) {
        return new FormHead(
                form.title(),
                edition.issuer().isBlank()
                        ? List.of(SUBTITLE)
                        : List.of(SUBTITLE, edition.issuer()),
                List.of(
                        new Fact("Blankett", form.number()),
                        new Fact("Version", edition.version()),
                        new Fact("Utgåva", edition.date().toString())),
                new Fact("Löpnummer", serial),
                notes(),
                form.number() + "  " + form.title() + ", version " + edition.version(),
                new Fact(form == PaperForm.RETRO_ENTRY_LIST ? "" : "Identitetsnummer", subject));
    }

    private List<String> notes() {
        return switch (edition.status()) {
            case NOT_A_RECORD -> List.of(RESERVE, NO_RECORD);
            case RECORD_DOCUMENT -> List.of(RESERVE, RECORD);
            case UNKNOWN -> List.of(RESERVE);
        };
    }
}
