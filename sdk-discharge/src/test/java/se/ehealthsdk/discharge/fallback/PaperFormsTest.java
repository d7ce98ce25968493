package se.ehealthsdk.discharge.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.PdfReading;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.policy.DocumentStatus;

class PaperFormsTest {

    private static final PaperForms FORMS = PaperForms.of(Papers.EDITION);

    /** What each form asks for beyond patient, units, times and receipt. */
    private static final Map<PaperForm, List<String>> LABELS =
            Map.ofEntries(
                    Map.entry(
                            PaperForm.ADMISSION_NOTICE,
                            List.of(
                                    "Folkbokföringsadress",
                                    "Folkbokföringskommun (kod)",
                                    "Inskriven, datum och kl.",
                                    "Vårdform",
                                    "Beräknad utskrivning, datum",
                                    "Insatser kan behövas efter utskrivningen från",
                                    "Behovet bedömt, datum och kl.")),
                    Map.entry(
                            PaperForm.ESTIMATE_CHANGED,
                            List.of("Tidigare beräknad dag", "Ny beräknad dag")),
                    Map.entry(
                            PaperForm.FAST_VARDKONTAKT,
                            List.of("Namn eller funktion", "HSA-id", "Telefon, direkt")),
                    Map.entry(
                            PaperForm.SIP_CALL,
                            List.of(
                                    "Plats, länk eller telefonnummer",
                                    "Patientens samtycke till SIP",
                                    "Kallade: enheter hos region och kommun, som ska delta",
                                    "Inbjudna: andra, till exempel anhörig, skola, Försäkringskassan")),
                    Map.entry(
                            PaperForm.READY_NOTICE,
                            List.of(
                                    "Bedömd, datum och kl.",
                                    "Läkare (namn, HSA-id)",
                                    "Grund",
                                    "Läkarens underskrift",
                                    "Läkares bedömning",
                                    "Beslut om öppen psykiatrisk tvångsvård (LPT 7 a §)")),
                    Map.entry(
                            PaperForm.READY_WITHDRAWN,
                            List.of(
                                    "Återtar underrättelsen som skickades, datum och kl.",
                                    "Orsak",
                                    "Ändrat hälsotillstånd",
                                    "Skickad av misstag")),
                    Map.entry(
                            PaperForm.AVAILABILITY,
                            List.of(
                                    "kan ta emot",
                                    "kan inte ta emot",
                                    "vet inte ännu",
                                    "Gäller från och med, datum")),
                    Map.entry(
                            PaperForm.RECEIPT,
                            List.of(
                                    "Meddelande",
                                    "Löpnummer eller id",
                                    "Läst",
                                    "Avvisas: inte folkbokförd här",
                                    "Ej känd: inga insatser",
                                    "Kvittens betyder att meddelandet är läst.")),
                    Map.entry(
                            PaperForm.DISCHARGE_NOTICE,
                            List.of(
                                    "Lämnar sjukhuset, datum och kl.",
                                    "Till",
                                    "Hemgångsklar",
                                    "Särskilt boende",
                                    "Läkemedel finns")),
                    Map.entry(
                            PaperForm.DISCHARGE_INFORMATION,
                            List.of(
                                    "Sammanfattning av vården",
                                    "Fortsatta insatser: vad, när, vem",
                                    "Fast vårdkontakt (namn, telefon)",
                                    "SIP: datum, kl. och plats",
                                    "Planer som finns",
                                    "muntligt",
                                    "skriftligt")),
                    Map.entry(
                            PaperForm.LEAVE,
                            List.of(
                                    "Permissionen",
                                    "Lämnar avdelningen, datum och kl.",
                                    "Väntas åter, datum och kl.",
                                    "Åter, datum och kl.")),
                    Map.entry(
                            PaperForm.INTERRUPTION,
                            List.of("Orsak", "Avliden", "Överflyttad", "Inget behov", "Avvisad")),
                    Map.entry(
                            PaperForm.SIP,
                            List.of(
                                    "Insats 1: vad ska göras",
                                    "Huvudman som ansvarar",
                                    "Finansieras av",
                                    "Ansvarig person",
                                    "Det här är viktigt för mig",
                                    "Det här gör jag själv",
                                    "Någon annan än region och kommun gör något",
                                    "Huvudman med det övergripande ansvaret",
                                    "Nästa uppföljning, datum",
                                    "Samtycke",
                                    "Min kontaktperson")),
                    Map.entry(
                            PaperForm.RETRO_ENTRY_LIST,
                            List.of(
                                    "Löpnummer",
                                    "Blankett",
                                    "Inträffade",
                                    "Skickat",
                                    "Mottagare",
                                    "Registrerat, datum och kl., signatur")));

    @ParameterizedTest
    @EnumSource(PaperForm.class)
    void blankForm_anyKind_holdsItsLabelsAndIsWholeOnA4(PaperForm form) {
        PdfReading pdf = PdfReading.of(FORMS.blank(form));

        assertThat(pdf.text())
                .contains(
                        form.title(),
                        form.number(),
                        "Version",
                        "2026-02-01",
                        "Sida 1 av " + pdf.pages())
                .contains("Ingår inte i patientjournalen")
                .contains(LABELS.get(form));
        assertThat(pdf.title()).isEqualTo(form.title());
        assertThat(pdf.language()).isEqualTo("sv-SE");
        assertThat(pdf.outside()).isEmpty();
        assertThat(pdf.overlapping()).isEmpty();
        assertThat(pdf.pages()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaperForm.class,
            names = {"SIP", "RETRO_ENTRY_LIST"},
            mode = EnumSource.Mode.EXCLUDE)
    void blankForm_ofAMessage_hasRoomForSenderRecipientsTimesAndReceipt(PaperForm form) {
        assertThat(PdfReading.of(FORMS.blank(form)).text())
                .contains("Avsändare", "Mottagare", "Telefon", "Fax", "Löpnummer")
                .contains("Inträffade, datum och kl.", "Skickat, datum och kl.", "Skickat per")
                .contains(
                        "Läst, datum och kl.",
                        "Underskrift",
                        "Registrerat i systemet, datum och kl.");
    }

    static Stream<PaperMessage> messages() {
        return Stream.concat(Papers.messages().values().stream(), Stream.of(Papers.declined()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void filledForm_anyKind_holdsPatientUnitsAndTimesWithoutOverlap(PaperMessage message) {
        PdfReading pdf = PdfReading.of(FORMS.filled(message, Papers.ADDRESSES));

        assertThat(pdf.text())
                .contains("19121212-1212", message.serial(), message.event().sender().name())
                .contains("Åsa Öberg Ängström");
        for (Participant recipient : message.event().recipients()) {
            assertThat(pdf.text()).contains(recipient.unit().value());
            assertThat(pdf.text())
                    .contains(
                            Papers.ADDRESSES
                                    .entry(recipient.unit())
                                    .orElseThrow()
                                    .fax()
                                    .orElseThrow());
        }
        assertThat(pdf.text()).contains(SwedishForm.moment(message.event().times().legal()));
        assertThat(pdf.outside()).isEmpty();
        assertThat(pdf.overlapping()).isEmpty();
    }

    @Test
    void messages_ofTheTests_coverEachFormOfAMessage() {
        assertThat(Papers.messages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(PaperForm.values())
                                .filter(form -> !form.kinds().isEmpty())
                                .toList());
    }

    @Test
    void readyNotice_sentASecondAfterNoon_showsTheSecond() {
        assertThat(filled(PaperForm.READY_NOTICE))
                .contains("2026-03-06 kl. 12.00.01")
                .contains("X Läkares bedömning");
    }

    @Test
    void estimateChanged_afterAnAdmissionNotice_showsTheOldAndTheNewDay() {
        assertThat(filled(PaperForm.ESTIMATE_CHANGED))
                .contains("2026-03-09")
                .contains("2026-03-11");
    }

    @Test
    void readyWithdrawn_ofTheNoticeThatStands_tellsWhichOne() {
        assertThat(filled(PaperForm.READY_WITHDRAWN))
                .contains("2026-03-06 kl. 12.00.01")
                .contains("X Ändrat hälsotillstånd");
    }

    @Test
    void sipCall_withConsentInTheCase_ticksItAndNamesThoseCalled() {
        assertThat(filled(PaperForm.SIP_CALL))
                .contains("X Ja", "Märta Öberg, anhörig", "2026-03-10 kl. 13.30", "Örjan Åhs");
    }

    @Test
    void dischargeNotice_withChecklist_ticksWhatIsDoneAndNothingElse() {
        assertThat(filled(PaperForm.DISCHARGE_NOTICE))
                .contains("X Hemmet med insatser", "X Bedömd utskrivningsklar", "X Läkemedel finns")
                .doesNotContain("X Hjälpmedel på plats", "X Hemmet X");
    }

    @Test
    void dischargeInformation_withASipCalled_tellsWhenAndWhere() {
        assertThat(filled(PaperForm.DISCHARGE_INFORMATION))
                .contains("2026-03-10 kl. 13.30", "Vårdcentralen, rum 4");
    }

    @Test
    void dischargeNotice_toSomewhereWithoutABox_tellsWhere() {
        CaseEvent notice =
                Papers.event(
                        "e10",
                        Papers.WARD,
                        Papers.RECEIVERS,
                        "2026-03-10T10:00:00",
                        new DischargeNotice(
                                Papers.at("2026-03-10T14:00:00"), Destination.of("hospice")));

        assertThat(filled(notice)).contains("X Annat: hospice");
    }

    @Test
    void readyWithdrawn_forAReasonWithoutABox_tellsWhich() {
        CaseEvent withdrawn =
                Papers.event(
                        "e8",
                        Papers.WARD,
                        Papers.RECEIVERS,
                        "2026-03-08T11:00:00",
                        new ReadyWithdrawn(WithdrawalReason.of("overflyttning")));

        assertThat(filled(withdrawn))
                .contains("X Annan orsak: overflyttning")
                .doesNotContain("X Ändrat", "X Skickad");
    }

    private static String filled(CaseEvent event) {
        return PdfReading.of(
                        FORMS.filled(
                                new PaperMessage("M72-8", event, Optional.empty()),
                                Papers.ADDRESSES))
                .text();
    }

    @Test
    void receipt_ofADeclinedMessage_tellsWhichMessageAndWhy() {
        String text = PdfReading.of(FORMS.filled(Papers.declined(), Papers.ADDRESSES)).text();

        assertThat(text)
                .contains(
                        "Inskrivningsmeddelande",
                        "2026-03-05 kl. 20.15",
                        "X Avvisas: inte folkbokförd här")
                .doesNotContain("X Läst");
    }

    @ParameterizedTest
    @EnumSource(value = Protection.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void admissionNotice_ofAProtectedPatient_showsTheConflictAndNoAddress(Protection protection) {
        PaperMessage message =
                new PaperMessage("M72-1", Papers.admissionNotice(protection), Optional.empty());

        String text = PdfReading.of(FORMS.filled(message, Papers.ADDRESSES)).text();

        assertThat(text)
                .contains(
                        "SKYDDADE PERSONUPPGIFTER",
                        "2 kap. 2 §",
                        "Adressen lämnas ut",
                        "Lämnas inte ut")
                .doesNotContain("Älgstigen", "118 00", "0180")
                .doesNotContain("X Adressen lämnas ut", "X Lämnas inte ut");
    }

    @Test
    void admissionNotice_ofAnUnprotectedPatient_holdsTheAddress() {
        assertThat(filled(PaperForm.ADMISSION_NOTICE))
                .contains("Älgstigen 7 B", "118 00 Stockholm", "0180", "X Nej");
    }

    @Test
    void form_sameInputTwice_isTheSameByteForByte() {
        PaperMessage message = Papers.messages().get(PaperForm.READY_NOTICE);

        assertThat(FORMS.filled(message, Papers.ADDRESSES))
                .isEqualTo(FORMS.filled(message, Papers.ADDRESSES));
        assertThat(FORMS.blank(PaperForm.SIP)).isEqualTo(FORMS.blank(PaperForm.SIP));
    }

    @Test
    void form_ofARegionWhereItBelongsToTheRecord_saysSo() {
        FormEdition edition =
                new FormEdition(
                        "Västra Götalandsregionen",
                        "2",
                        Papers.EDITION.date(),
                        DocumentStatus.RECORD_DOCUMENT);

        assertThat(PdfReading.of(PaperForms.of(edition).blank(PaperForm.LEAVE)).text())
                .contains("Handlingen hör till patientjournalen.")
                .doesNotContain("Ingår inte i patientjournalen");
    }

    @Test
    void filledForm_moreTextThanAPageHolds_goesOnWithPatientAndNumberOnEachPage() {
        String guest =
                "Namn Namnsson, granne, som gärna är med på mötet men inte säkert kan komma. ";
        CaseEvent call =
                Papers.event(
                        "e7",
                        new Participant(
                                CareParty.OPEN_CARE,
                                HsaId.of("SE2321000016-1P2C"),
                                "V".repeat(300),
                                Optional.empty()),
                        Papers.RECEIVERS,
                        "2026-03-08T10:00:00",
                        new SipCall(
                                Optional.empty(),
                                "Plats ".repeat(80),
                                Papers.RECEIVERS,
                                List.of(guest.repeat(60), "Slutet")));

        PdfReading pdf =
                PdfReading.of(
                        FORMS.filled(
                                new PaperMessage("VC-7", call, Optional.empty()),
                                Papers.ADDRESSES));

        assertThat(pdf.pages()).isGreaterThan(2);
        assertThat(pdf.text()).contains("Slutet", "(forts.)", "Kallelse till SIP: 19121212-1212");
        assertThat(pdf.text().split("VC-7", -1)).hasSize(pdf.pages() + 1);
        assertThat(pdf.text().split("som gärna är med", -1)).hasSize(61);
        assertThat(pdf.outside()).isEmpty();
        assertThat(pdf.overlapping()).isEmpty();
    }

    @Test
    void paperMessage_ofAKindWithoutForm_isRefused() {
        CaseEvent closed =
                Papers.event("e1", Papers.WARD, List.of(), "2026-03-06T08:00:00", new Closed());

        assertThatThrownBy(() -> new PaperMessage("M72-1", closed, Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("event");
    }

    @Test
    void paperMessage_withAnotherCase_isRefusedWithoutPersonalData() {
        CaseEvent notice = Papers.admissionNotice(Protection.NONE);
        CaseEvent other =
                new CaseEvent(
                        notice.id(),
                        se.ehealthsdk.discharge.event.CaseId.of("case-2"),
                        notice.patient(),
                        notice.sender(),
                        notice.recipients(),
                        notice.times(),
                        Optional.empty(),
                        notice.content());

        assertThatThrownBy(
                        () ->
                                new PaperMessage(
                                        "M72-1",
                                        other,
                                        Optional.of(DischargeCase.of(List.of(notice)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("1212");
    }

    @ParameterizedTest
    @MethodSource("badSerials")
    void paperMessage_withoutASerialNumber_isRefused(String serial) {
        assertThatThrownBy(
                        () ->
                                new PaperMessage(
                                        serial,
                                        Papers.admissionNotice(Protection.NONE),
                                        Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("serial");
    }

    static Stream<String> badSerials() {
        return Stream.of("", "  ", "M".repeat(25), "M72\n1");
    }

    @Test
    void paperMessage_asText_holdsNothingOfThePatient() {
        assertThat(Papers.messages().values().toString())
                .doesNotContain("1212", "Åsa", "Älgstigen");
    }

    private static String filled(PaperForm form) {
        return PdfReading.of(FORMS.filled(Papers.messages().get(form), Papers.ADDRESSES)).text();
    }
}
