package se.ehealthsdk.discharge.fallback;

import static se.ehealthsdk.discharge.internal.document.FormCell.choice;
import static se.ehealthsdk.discharge.internal.document.FormCell.text;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.internal.document.FormCell;
import se.ehealthsdk.discharge.internal.document.FormCell.Option;
import se.ehealthsdk.discharge.internal.document.FormSheet;

/** The boxes of each message's form, with what is known in them. */
final class MessageLayout {

    private static final Set<CareParty> RECEIVERS =
            Set.of(
                    CareParty.OPEN_CARE,
                    CareParty.MUNICIPAL_SOCIAL_SERVICES,
                    CareParty.MUNICIPAL_HEALTH_CARE);

    private static final String BY_HAND = "_".repeat(24);

    private final FormSheet sheet;
    private final Optional<PaperMessage> message;
    private final Optional<CaseEvent> event;
    private final Optional<DischargeCase> known;
    private final AddressBook addresses;

    MessageLayout(FormSheet sheet, Optional<PaperMessage> message, AddressBook addresses) {
        this.sheet = sheet;
        this.message = message;
        this.event = message.map(PaperMessage::event);
        this.known = message.flatMap(PaperMessage::inCase);
        this.addresses = addresses;
    }

    void lay(PaperForm form) throws IOException {
        patient(form);
        units(form);
        switch (form) {
            case ADMISSION_NOTICE -> admissionNotice();
            case ESTIMATE_CHANGED -> estimateChanged();
            case FAST_VARDKONTAKT -> fastVardkontakt();
            case SIP_CALL -> sipCall();
            case READY_NOTICE -> readyNotice();
            case READY_WITHDRAWN -> readyWithdrawn();
            case AVAILABILITY -> availability();
            case RECEIPT -> receipt();
            case DISCHARGE_NOTICE -> dischargeNotice();
            case DISCHARGE_INFORMATION -> dischargeInformation();
            case LEAVE -> leave();
            case INTERRUPTION -> interruption();
            case SIP -> planMade();
            case RETRO_ENTRY_LIST -> throw new IllegalArgumentException("is no message");
        }
        times(form);
    }

    private void patient(PaperForm form) throws IOException {
        Optional<Patient> patient = patient();
        Protection protection = patient.map(Patient::protection).orElse(Protection.NONE);
        sheet.section("Patient");
        sheet.row(
                text(
                        4,
                        "Person-, samordnings- eller reservnummer",
                        event.map(e -> e.patient().formatted()).orElse("")),
                text(8, "Namn", patient.flatMap(Patient::name).orElse("")));
        if (form == PaperForm.ADMISSION_NOTICE) {
            address(patient, protection);
        }
        sheet.row(
                choice(
                        12,
                        "Skyddade personuppgifter",
                        List.of(
                                new Option(
                                        "Nej",
                                        patient.isPresent() && protection == Protection.NONE),
                                new Option(
                                        "Sekretessmarkering",
                                        protection == Protection.CONFIDENTIALITY_MARK),
                                new Option(
                                        "Skyddad folkbokföring",
                                        protection == Protection.PROTECTED_REGISTRATION))));
    }

    /** The law asks for the address and secrecy may forbid it: the sender decides, not this. */
    private void address(Optional<Patient> patient, Protection protection) throws IOException {
        if (protection == Protection.NONE) {
            Residence residence = patient.map(Patient::residence).orElse(Residence.UNKNOWN);
            sheet.row(
                    text(
                            8,
                            "Folkbokföringsadress",
                            patient.flatMap(Patient::registeredAddress).orElse(""),
                            2),
                    text(4, "Folkbokföringskommun (kod)", municipality(residence), 2));
            return;
        }
        sheet.row(
                text(
                        12,
                        "Folkbokföringsadress: INTE ifylld",
                        "SKYDDADE PERSONUPPGIFTER. Lagen kräver adressen (2 kap. 2 §), sekretess kan hindra att den lämnas."
                                + " Avsändaren beslutar."));
        sheet.row(
                choice(
                        6,
                        "Beslut",
                        List.of(
                                new Option("Adressen lämnas ut", false),
                                new Option("Lämnas inte ut", false))),
                text(6, "Beslutat av (namn, datum och kl.)", ""));
        sheet.row(text(12, "Adress och kommun, om de lämnas ut", ""));
    }

    private static String municipality(Residence residence) {
        String registered = residence.registered().map(MunicipalityCode::value).orElse("");
        return residence
                .placedBy()
                .map(placing -> registered + "\nplacerad av " + placing.value())
                .orElse(registered);
    }

    private void units(PaperForm form) throws IOException {
        Optional<Participant> sender = event.map(CaseEvent::sender);
        sheet.section("Avsändare");
        sheet.row(
                text(6, "Enhet", sender.map(this::unit).orElse("")),
                text(3, "Telefon", phone(sender)),
                text(3, "Fax", fax(sender)));
        sheet.row(parties(8, sender), text(4, "Uppgiftslämnare (namn)", ""));
        sheet.section("Mottagare");
        List<Participant> recipients = event.map(CaseEvent::recipients).orElse(List.of());
        int rows = recipients.isEmpty() ? blankRecipients(form) : recipients.size();
        for (int i = 0; i < rows; i++) {
            Optional<Participant> recipient =
                    i < recipients.size() ? Optional.of(recipients.get(i)) : Optional.empty();
            sheet.row(
                    text(6, "Enhet " + (i + 1), recipient.map(this::unit).orElse("")),
                    text(3, "Telefon", phone(recipient)),
                    text(3, "Fax", fax(recipient)));
        }
    }

    private static int blankRecipients(PaperForm form) {
        return form == PaperForm.RECEIPT || form == PaperForm.AVAILABILITY ? 1 : 3;
    }

    private static FormCell parties(int span, Optional<Participant> unit) {
        return choice(
                span,
                "Part",
                Arrays.stream(CareParty.values())
                        .map(
                                party ->
                                        new Option(
                                                SwedishForm.party(party),
                                                unit.filter(u -> u.party() == party).isPresent()))
                        .toList());
    }

    private String unit(Participant participant) {
        String name = SwedishForm.unit(participant);
        return name.equals(participant.unit().value())
                ? addresses
                        .entry(participant.unit())
                        .map(AddressBook.Entry::name)
                        .orElse("")
                        .transform(known -> known.isBlank() ? name : known + ", " + name)
                : name + ", " + participant.unit();
    }

    private String phone(Optional<Participant> unit) {
        return entry(unit).flatMap(AddressBook.Entry::phone).orElse("");
    }

    private String fax(Optional<Participant> unit) {
        return entry(unit).flatMap(AddressBook.Entry::fax).orElse("");
    }

    private Optional<AddressBook.Entry> entry(Optional<Participant> unit) {
        return unit.flatMap(each -> addresses.entry(each.unit()));
    }

    private void admissionNotice() throws IOException {
        Optional<AdmissionNotice> notice = content(AdmissionNotice.class);
        Optional<Admission> admission = notice.map(AdmissionNotice::admission);
        sheet.section("Inskrivning");
        sheet.row(
                text(4, "Inskriven, datum och kl.", moment(admission.map(Admission::admittedAt))),
                choice(
                        4,
                        "Vårdform",
                        List.of(
                                new Option(
                                        "Somatisk",
                                        is(admission, a -> a.careForm() == CareForm.SOMATIC)),
                                new Option(
                                        "Psykiatrisk",
                                        is(admission, a -> a.careForm() == CareForm.PSYCHIATRIC)))),
                text(
                        4,
                        "Beräknad utskrivning, datum",
                        date(notice.flatMap(AdmissionNotice::estimatedDischarge))));
        sheet.row(
                text(
                        4,
                        "Behovet bedömt, datum och kl.",
                        moment(admission.flatMap(Admission::needJudgedAt))),
                choice(
                        8,
                        "Insatser kan behövas efter utskrivningen från",
                        Arrays.stream(CareParty.values())
                                .filter(RECEIVERS::contains)
                                .map(
                                        party ->
                                                new Option(
                                                        SwedishForm.party(party),
                                                        is(
                                                                admission,
                                                                a ->
                                                                        a.expectedNeeds()
                                                                                .contains(party))))
                                .toList()));
        sheet.note(
                "Skickas senast 24 timmar efter inskrivningen, eller efter att behovet bedömdes (2 kap. 3 §)."
                        + " Inga uppgifter om hälsotillstånd eller behandling på den här blanketten.");
    }

    private void estimateChanged() throws IOException {
        sheet.section("Beräknad utskrivning");
        sheet.row(
                text(
                        6,
                        "Tidigare beräknad dag",
                        date(known.flatMap(DischargeCase::estimatedDischarge))),
                text(
                        6,
                        "Ny beräknad dag",
                        date(
                                content(EstimateChanged.class)
                                        .map(EstimateChanged::estimatedDischarge))));
        sheet.note(
                "Skickas så snart som möjligt till de enheter som fick inskrivningsmeddelandet (2 kap. 4 §)."
                        + " Inga uppgifter om hälsotillstånd eller behandling.");
    }

    private void fastVardkontakt() throws IOException {
        Optional<FastVardkontaktAppointed> appointed = content(FastVardkontaktAppointed.class);
        sheet.section("Fast vårdkontakt i den regionfinansierade öppna vården");
        sheet.row(
                text(
                        8,
                        "Namn eller funktion",
                        appointed.flatMap(FastVardkontaktAppointed::name).orElse("")),
                text(
                        4,
                        "HSA-id",
                        appointed
                                .flatMap(FastVardkontaktAppointed::professional)
                                .map(HsaId::value)
                                .orElse("")));
        sheet.row(text(6, "Telefon, direkt", ""), text(6, "Nås säkrast (dagar och tider)", ""));
        sheet.note("Utses innan patienten skrivs ut (2 kap. 5 §).");
    }

    private void sipCall() throws IOException {
        Optional<SipCall> call = content(SipCall.class);
        sheet.section("Möte");
        sheet.row(
                text(4, "Datum och kl.", moment(call.flatMap(SipCall::meetingAt))),
                text(8, "Plats, länk eller telefonnummer", call.map(SipCall::place).orElse("")));
        sheet.row(
                consent(6),
                text(6, "Fast vårdkontakt som kallar (namn, telefon)", contactOfCase()));
        sheet.section("Deltagare");
        sheet.row(
                text(
                        6,
                        "Kallade: enheter hos region och kommun, som ska delta",
                        call.map(SipCall::called).orElse(List.of()).stream()
                                .map(
                                        unit ->
                                                unit(unit)
                                                        + " ("
                                                        + SwedishForm.party(unit.party())
                                                        + ")")
                                .collect(Collectors.joining("\n")),
                        4),
                text(
                        6,
                        "Inbjudna: andra, till exempel anhörig, skola, Försäkringskassan",
                        call.map(c -> String.join("\n", c.invited())).orElse(""),
                        4));
        sheet.note(
                "Skickas senast tre dagar efter underrättelsen om utskrivningsklar (4 kap. 3 §). Planen görs bara med"
                        + " patientens samtycke (4 kap. 2 §).");
    }

    private FormCell consent(int span) {
        Optional<Consent> said =
                known.flatMap(
                        in ->
                                in.holding(Consent.class).stream()
                                        .map(Message::content)
                                        .map(Consent.class::cast)
                                        .filter(each -> each.scope() == Consent.Scope.SIP)
                                        .reduce((a, b) -> b));
        return choice(
                span,
                "Patientens samtycke till SIP",
                List.of(
                        new Option("Ja", is(said, c -> c.decision() == Consent.Decision.GIVEN)),
                        new Option("Nej", is(said, c -> c.decision() != Consent.Decision.GIVEN)),
                        new Option("Inte tillfrågad", false)));
    }

    private String contactOfCase() {
        return known.flatMap(in -> in.current(FastVardkontaktAppointed.class))
                .flatMap(FastVardkontaktAppointed::name)
                .orElse("");
    }

    private void readyNotice() throws IOException {
        Optional<ReadyNotice> notice = content(ReadyNotice.class);
        sheet.section("Läkarens bedömning: patienten är utskrivningsklar");
        sheet.row(
                text(4, "Bedömd, datum och kl.", moment(notice.map(ReadyNotice::judgedAt))),
                text(
                        8,
                        "Läkare (namn, HSA-id)",
                        notice.flatMap(ReadyNotice::physician).map(HsaId::value).orElse("")));
        sheet.row(
                choice(
                        12,
                        "Grund",
                        List.of(
                                new Option(
                                        "Läkares bedömning",
                                        is(notice, n -> n.basis() == ReadyNotice.Basis.PHYSICIAN)),
                                new Option(
                                        "Beslut om öppen psykiatrisk tvångsvård (LPT 7 a §)",
                                        is(
                                                notice,
                                                n ->
                                                        n.basis()
                                                                == ReadyNotice.Basis
                                                                        .OPEN_COMPULSORY_CARE)),
                                new Option(
                                        "Beslut om öppen rättspsykiatrisk vård (LRV)",
                                        is(
                                                notice,
                                                n ->
                                                        n.basis()
                                                                == ReadyNotice.Basis
                                                                        .OPEN_FORENSIC_CARE)))));
        sheet.row(text(12, "Läkarens underskrift", ""));
        sheet.note(
                "Tidpunkten då underrättelsen skickas avgör när betalningsansvaret kan börja (5 kap. 4 §): ange sekunder"
                        + " om den skickas kring kl. 12.");
    }

    private void readyWithdrawn() throws IOException {
        Optional<ReadyWithdrawn> withdrawn = content(ReadyWithdrawn.class);
        Optional<CaseEvent> notice =
                known.flatMap(DischargeCase::standingReadyNotice).map(Message::event);
        sheet.section("Patienten är inte längre utskrivningsklar");
        sheet.row(
                text(
                        6,
                        "Återtar underrättelsen som skickades, datum och kl.",
                        moment(notice.flatMap(e -> e.times().sent()))),
                text(6, "Dess löpnummer eller id", notice.map(e -> e.id().value()).orElse("")));
        sheet.row(
                choice(
                        12,
                        "Orsak",
                        List.of(
                                new Option(
                                        "Ändrat hälsotillstånd",
                                        is(
                                                withdrawn,
                                                w ->
                                                        w.reason()
                                                                .equals(
                                                                        WithdrawalReason
                                                                                .CHANGED_HEALTH))),
                                new Option(
                                        "Skickad av misstag",
                                        is(
                                                withdrawn,
                                                w -> w.reason().equals(WithdrawalReason.MISTAKE))),
                                new Option(
                                        other(
                                                "Annan orsak",
                                                withdrawn
                                                        .map(ReadyWithdrawn::reason)
                                                        .filter(MessageLayout::hasNoBox)
                                                        .map(WithdrawalReason::code)),
                                        is(withdrawn, w -> hasNoBox(w.reason()))))));
        sheet.row(text(12, "Läkarens underskrift", ""));
        sheet.note(
                "När patienten åter är utskrivningsklar skickas en ny underrättelse. Inga uppgifter om hälsotillstånd.");
    }

    private static boolean hasNoBox(WithdrawalReason reason) {
        return !reason.equals(WithdrawalReason.CHANGED_HEALTH)
                && !reason.equals(WithdrawalReason.MISTAKE);
    }

    /** With what it is, or a line to write that on. */
    private static String other(String name, Optional<String> code) {
        return name + ": " + code.filter(known -> !known.equals("other")).orElse(BY_HAND);
    }

    private void availability() throws IOException {
        Optional<Availability> said = content(Availability.class);
        sheet.section("Svar");
        sheet.row(
                choice(
                        8,
                        "Enheten",
                        List.of(
                                new Option(
                                        "kan ta emot",
                                        is(
                                                said,
                                                a ->
                                                        a.answer()
                                                                == Availability.Answer
                                                                        .CAN_RECEIVE)),
                                new Option(
                                        "kan inte ta emot",
                                        is(
                                                said,
                                                a ->
                                                        a.answer()
                                                                == Availability.Answer
                                                                        .CANNOT_RECEIVE)),
                                new Option(
                                        "vet inte ännu",
                                        is(said, a -> a.answer() == Availability.Answer.UNCLEAR)))),
                text(4, "Gäller från och med, datum", date(said.flatMap(Availability::from))));
        sheet.row(
                text(
                        12,
                        "Praktiskt (tid för hemgång, nyckel, hjälpmedel); inga uppgifter om hälsotillstånd",
                        "",
                        3));
    }

    private void receipt() throws IOException {
        Optional<MessageId> of =
                content(Receipt.class)
                        .map(Receipt::of)
                        .or(() -> content(Declined.class).map(Declined::of));
        Optional<CaseEvent> about =
                of.flatMap(id -> known.flatMap(in -> in.message(id))).map(Message::event);
        Optional<DeclineReason> declined = content(Declined.class).map(Declined::reason);
        sheet.section("Meddelandet som kvitteras");
        sheet.row(
                text(
                        4,
                        "Meddelande",
                        about.flatMap(e -> PaperForm.of(e.content()))
                                .map(PaperForm::title)
                                .orElse("")),
                text(4, "Löpnummer eller id", of.map(MessageId::value).orElse("")),
                text(4, "Skickat, datum och kl.", moment(about.flatMap(e -> e.times().sent()))));
        sheet.row(
                choice(
                        12,
                        "Kvittens eller avvisning",
                        List.of(
                                new Option("Läst", content(Receipt.class).isPresent()),
                                new Option(
                                        "Avvisas: inte folkbokförd här",
                                        is(declined, DeclineReason.NOT_RESIDENT::equals)),
                                new Option(
                                        "Ej känd: inga insatser",
                                        is(declined, DeclineReason.NOT_KNOWN::equals)),
                                new Option(
                                        "Fel enhet",
                                        is(declined, DeclineReason.WRONG_UNIT::equals)))));
        sheet.row(
                text(4, "Läst, datum och kl.", moment(event.map(e -> e.times().happened()))),
                text(4, "Läst av (namn)", ""),
                text(4, "Underskrift", ""));
        sheet.note(
                "Kvittens betyder att meddelandet är läst. Den betyder inte att enheten åtar sig något.");
    }

    private void dischargeNotice() throws IOException {
        Optional<DischargeNotice> notice = content(DischargeNotice.class);
        Optional<Destination> to = notice.map(DischargeNotice::destination);
        List<Destination> named =
                List.of(
                        Destination.HOME,
                        Destination.HOME_WITH_SERVICES,
                        Destination.SHORT_TERM_CARE,
                        Destination.CARE_HOME);
        sheet.section("Utskrivning");
        sheet.row(
                text(
                        4,
                        "Lämnar sjukhuset, datum och kl.",
                        moment(notice.map(DischargeNotice::dischargedAt))),
                text(8, "Hemresa (färdsätt, följeslagare, nyckel)", ""));
        sheet.row(
                choice(
                        12,
                        "Till",
                        List.of(
                                new Option("Hemmet", is(to, Destination.HOME::equals)),
                                new Option(
                                        "Hemmet med insatser",
                                        is(to, Destination.HOME_WITH_SERVICES::equals)),
                                new Option(
                                        "Korttidsboende",
                                        is(to, Destination.SHORT_TERM_CARE::equals)),
                                new Option(
                                        "Särskilt boende", is(to, Destination.CARE_HOME::equals)),
                                new Option(
                                        other(
                                                "Annat",
                                                to.filter(d -> !named.contains(d))
                                                        .map(Destination::code)),
                                        is(to, d -> !named.contains(d))))));
        Optional<HomeReadyChecklist> list =
                known.flatMap(in -> in.current(HomeReadyChecklist.class));
        sheet.row(
                choice(
                        12,
                        "Hemgångsklar",
                        Arrays.stream(HomeReadyItem.values())
                                .map(
                                        item ->
                                                new Option(
                                                        homeReady(item),
                                                        is(list, l -> l.done().contains(item))))
                                .toList()));
    }

    private static String homeReady(HomeReadyItem item) {
        return switch (item) {
            case JUDGED_READY -> "Bedömd utskrivningsklar";
            case PATIENT_INFORMED -> "Patienten informerad muntligt och skriftligt";
            case NEXT_PROVIDER_INFORMED -> "Nästa vårdgivare informerad";
            case AIDS_IN_PLACE -> "Hjälpmedel på plats";
            case MEDICINES_AVAILABLE -> "Läkemedel finns";
        };
    }

    private void dischargeInformation() throws IOException {
        Optional<PatientInformed> informed = content(PatientInformed.class);
        sheet.section("Information till den som tar över, och till patienten");
        sheet.row(
                text(
                        12,
                        "Finns i journalen (journalsystem, dokument)",
                        content(DischargeInformation.class)
                                .map(DischargeInformation::reference)
                                .orElse("")));
        sheet.row(text(12, "Sammanfattning av vården", "", 5));
        sheet.row(text(12, "Läkemedel: ändringar och skäl; läkemedelslista bifogas", "", 4));
        sheet.row(text(12, "Fortsatta insatser: vad, när, vem", "", 4));
        sheet.row(
                text(6, "Fast vårdkontakt (namn, telefon)", contactOfCase(), 1),
                text(
                        6,
                        "SIP: datum, kl. och plats",
                        known.flatMap(in -> in.current(SipCall.class))
                                .map(MessageLayout::meeting)
                                .orElse(""),
                        1));
        sheet.row(text(6, "Planer som finns", "", 2), text(6, "Hjälpmedel", "", 2));
        sheet.row(
                text(
                        12,
                        "Patienten vänder sig vid frågor eller försämring till (namn, telefon, tider)",
                        "",
                        2));
        sheet.row(
                choice(
                        6,
                        "Patienten, eller närstående, har fått informationen",
                        List.of(
                                new Option("muntligt", is(informed, PatientInformed::orally)),
                                new Option(
                                        "skriftligt", is(informed, PatientInformed::inWriting)))),
                text(6, "Lämnad av (namn, datum och kl.)", ""));
        sheet.note(
                "Överförs senast den dag patienten skrivs ut, om inte sekretess hindrar det (3 kap. 2 §); patienten"
                        + " informeras vid utskrivningen (3 kap. 3 §; patientlagen 3 kap.). Uppgifterna dokumenteras i journalen.");
    }

    private static String meeting(SipCall call) {
        return (moment(call.meetingAt()) + "\n" + call.place()).strip();
    }

    private void leave() throws IOException {
        Optional<LeaveStarted> started = content(LeaveStarted.class);
        Optional<LeaveEnded> ended = content(LeaveEnded.class);
        sheet.section("Permission: patienten är fortfarande inskriven");
        sheet.row(
                choice(
                        12,
                        "Permissionen",
                        List.of(
                                new Option("börjar", started.isPresent()),
                                new Option("är slut, patienten är åter", ended.isPresent()))));
        sheet.row(
                text(
                        4,
                        "Lämnar avdelningen, datum och kl.",
                        moment(started.flatMap(s -> event.map(e -> e.times().happened())))),
                text(
                        4,
                        "Väntas åter, datum och kl.",
                        moment(started.flatMap(LeaveStarted::expectedBack))),
                text(
                        4,
                        "Åter, datum och kl.",
                        moment(ended.flatMap(s -> event.map(e -> e.times().happened())))));
        sheet.row(text(12, "Praktiskt under permissionen (vistas var, nås hur)", "", 2));
    }

    private void interruption() throws IOException {
        Optional<Interruption> interrupted = content(Interruption.class);
        sheet.section("Samordningen avbryts");
        sheet.row(
                choice(
                        12,
                        "Orsak",
                        Arrays.stream(Interruption.Reason.values())
                                .map(
                                        reason ->
                                                new Option(
                                                        reason(reason),
                                                        is(interrupted, i -> i.reason() == reason)))
                                .toList()));
        sheet.row(text(12, "Överflyttad till (sjukhus, avdelning)", ""));
    }

    private static String reason(Interruption.Reason reason) {
        return switch (reason) {
            case DISCONTINUED -> "Processen avbryts";
            case DECLINED -> "Avvisad";
            case DEATH -> "Avliden";
            case TRANSFERRED -> "Överflyttad";
            case NO_NEED -> "Inget behov";
        };
    }

    private void planMade() throws IOException {
        sheet.section("Planen är upprättad");
        sheet.row(
                text(
                        12,
                        "Planens id, eller var den finns",
                        content(SipMade.class).map(SipMade::reference).orElse("")));
        sheet.note("Planen skickas med, eller hämtas där den finns.");
    }

    private void times(PaperForm form) throws IOException {
        sheet.section("Tider");
        sheet.row(
                text(3, "Inträffade, datum och kl.", moment(event.map(e -> e.times().happened()))),
                text(3, "Skickat, datum och kl.", moment(event.flatMap(e -> e.times().sent()))),
                choice(
                        6,
                        "Skickat per",
                        List.of(
                                new Option("fax", false),
                                new Option("telefon", false),
                                new Option("bud", false))));
        if (form != PaperForm.RECEIPT) {
            sheet.section("Kvittens: fylls i av mottagaren och sänds åter");
            sheet.row(
                    text(3, "Läst, datum och kl.", ""),
                    text(5, "Enhet och namn", ""),
                    text(4, "Underskrift", ""));
        }
        sheet.section("Efterregistrering");
        sheet.row(
                text(4, "Registrerat i systemet, datum och kl.", ""),
                text(4, "Registrerat av (namn)", ""),
                text(4, "Signatur", ""));
    }

    private Optional<Patient> patient() {
        return content(AdmissionNotice.class)
                .or(() -> known.flatMap(in -> in.current(AdmissionNotice.class)))
                .map(AdmissionNotice::patient);
    }

    private <C extends Content> Optional<C> content(Class<C> kind) {
        return message.map(m -> m.event().content()).filter(kind::isInstance).map(kind::cast);
    }

    private static <T> boolean is(Optional<T> value, Predicate<T> test) {
        return value.filter(test).isPresent();
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(SwedishForm::moment).orElse("");
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }
}
