package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.policy.DocumentStatus;
import se.ehealthsdk.discharge.sip.Sips;

/** Messages of an invented patient, for paper. */
public final class Papers {

    public static final PersonId PATIENT = Sips.PATIENT;
    public static final CaseId CASE = CaseId.of("case-1");
    public static final Participant WARD =
            new Participant(
                    CareParty.INPATIENT,
                    HsaId.of("SE2321000016-M072"),
                    "Medicinavdelning 72, Södra sjukhuset",
                    Optional.empty());
    public static final FormEdition EDITION =
            new FormEdition(
                    "Region Stockholm",
                    "1.0",
                    LocalDate.of(2026, 2, 1),
                    DocumentStatus.NOT_A_RECORD);
    public static final AddressBook ADDRESSES =
            AddressBook.EMPTY
                    .with(entry(WARD, "08-123 72 00", "08-123 72 99"))
                    .with(entry(Sips.PRIMARY_CARE, "08-123 00 10", "08-123 00 19"))
                    .with(entry(Sips.HOME_NURSING, "08-508 00 20", "08-508 00 29"))
                    .with(entry(Sips.SOCIAL_SERVICES, "08-508 00 30", "08-508 00 39"));

    private Papers() {}

    private static AddressBook.Entry entry(Participant unit, String phone, String fax) {
        return new AddressBook.Entry(
                unit.unit(), unit.name(), Optional.of(phone), Optional.of(fax), Optional.empty());
    }

    public static Instant at(String swedishWinterTime) {
        return Instant.parse(swedishWinterTime + "+01:00");
    }

    public static CaseEvent event(
            String id, Participant sender, List<Participant> to, String at, Content content) {
        return new CaseEvent(
                MessageId.of(id),
                CASE,
                PATIENT,
                sender,
                to,
                EventTimes.at(at(at)),
                Optional.empty(),
                content);
    }

    public static final List<Participant> RECEIVERS =
            List.of(Sips.PRIMARY_CARE, Sips.SOCIAL_SERVICES, Sips.HOME_NURSING);

    public static CaseEvent admissionNotice(Protection protection) {
        return event(
                "e1",
                WARD,
                RECEIVERS,
                "2026-03-05T20:15:00",
                new AdmissionNotice(
                        new Admission(
                                at("2026-03-05T18:40:00"),
                                CareForm.SOMATIC,
                                Optional.of(at("2026-03-05T19:30:00")),
                                Set.of(
                                        CareParty.OPEN_CARE,
                                        CareParty.MUNICIPAL_SOCIAL_SERVICES,
                                        CareParty.MUNICIPAL_HEALTH_CARE)),
                        new Patient(
                                PATIENT,
                                Optional.of("Åsa Öberg Ängström"),
                                Optional.of("Älgstigen 7 B\n118 00 Stockholm"),
                                protection,
                                Residence.in(MunicipalityCode.of("0180"))),
                        Optional.of(LocalDate.of(2026, 3, 9))));
    }

    /** One message for each form that is for messages. */
    public static Map<PaperForm, PaperMessage> messages() {
        List<CaseEvent> events = new ArrayList<>();
        Map<PaperForm, PaperMessage> all = new LinkedHashMap<>();
        say(all, events, admissionNotice(Protection.NONE));
        say(
                all,
                events,
                event(
                        "e2",
                        WARD,
                        RECEIVERS,
                        "2026-03-06T08:05:00",
                        new EstimateChanged(LocalDate.of(2026, 3, 11))));
        events.add(
                event(
                        "e2c",
                        WARD,
                        List.of(),
                        "2026-03-06T08:30:00",
                        new Consent(
                                Consent.Scope.SIP,
                                Consent.Decision.GIVEN,
                                Consent.GivenBy.PATIENT,
                                Optional.empty(),
                                Optional.empty())));
        say(
                all,
                events,
                event(
                        "e3",
                        Sips.PRIMARY_CARE,
                        List.of(WARD, Sips.SOCIAL_SERVICES),
                        "2026-03-06T09:00:00",
                        new FastVardkontaktAppointed(
                                Optional.of("Örjan Åhs"),
                                Optional.of(HsaId.of("SE2321000016-9X9X")))));
        say(
                all,
                events,
                event(
                        "e4",
                        WARD,
                        RECEIVERS,
                        "2026-03-06T12:00:01",
                        new ReadyNotice(
                                at("2026-03-06T11:50:00"),
                                Optional.of(HsaId.of("SE2321000016-7D7D")),
                                ReadyNotice.Basis.PHYSICIAN)));
        say(
                all,
                events,
                event(
                        "e5",
                        Sips.SOCIAL_SERVICES,
                        List.of(WARD),
                        "2026-03-06T13:00:00",
                        new Receipt(MessageId.of("e4"))));
        say(
                all,
                events,
                event(
                        "e6",
                        Sips.SOCIAL_SERVICES,
                        List.of(WARD),
                        "2026-03-06T15:00:00",
                        new Availability(
                                Availability.Answer.CANNOT_RECEIVE,
                                Optional.of(LocalDate.of(2026, 3, 7)))));
        say(
                all,
                events,
                event(
                        "e7",
                        Sips.PRIMARY_CARE,
                        List.of(WARD, Sips.SOCIAL_SERVICES, Sips.HOME_NURSING),
                        "2026-03-08T10:00:00",
                        new SipCall(
                                Optional.of(at("2026-03-10T13:30:00")),
                                "Vårdcentralen, rum 4",
                                List.of(Sips.SOCIAL_SERVICES, Sips.HOME_NURSING, WARD),
                                List.of("Märta Öberg, anhörig"))));
        say(
                all,
                events,
                event(
                        "e8",
                        WARD,
                        RECEIVERS,
                        "2026-03-08T11:00:00",
                        new ReadyWithdrawn(WithdrawalReason.CHANGED_HEALTH)));
        say(
                all,
                events,
                event(
                        "e9",
                        WARD,
                        RECEIVERS,
                        "2026-03-08T12:00:00",
                        new LeaveStarted(Optional.of(at("2026-03-08T18:00:00")))));
        events.add(
                event(
                        "e9b",
                        WARD,
                        List.of(),
                        "2026-03-10T09:00:00",
                        new HomeReadyChecklist(
                                EnumSet.of(
                                        HomeReadyItem.JUDGED_READY,
                                        HomeReadyItem.MEDICINES_AVAILABLE))));
        say(
                all,
                events,
                event(
                        "e10",
                        WARD,
                        RECEIVERS,
                        "2026-03-10T10:00:00",
                        new DischargeNotice(
                                at("2026-03-10T14:00:00"), Destination.HOME_WITH_SERVICES)));
        say(
                all,
                events,
                event(
                        "e11",
                        WARD,
                        RECEIVERS,
                        "2026-03-10T14:10:00",
                        new DischargeInformation("Epikris 2026-03-10")));
        say(
                all,
                events,
                event(
                        "e12",
                        Sips.PRIMARY_CARE,
                        List.of(Sips.SOCIAL_SERVICES, Sips.HOME_NURSING),
                        "2026-03-10T15:00:00",
                        new SipMade("sip-1")));
        say(
                all,
                events,
                event(
                        "e13",
                        WARD,
                        RECEIVERS,
                        "2026-03-10T16:00:00",
                        new Interruption(Interruption.Reason.TRANSFERRED)));
        return all;
    }

    public static PaperMessage declined() {
        CaseEvent notice = admissionNotice(Protection.NONE);
        return new PaperMessage(
                "B-2026-0003",
                event(
                        "d1",
                        Sips.SOCIAL_SERVICES,
                        List.of(WARD),
                        "2026-03-06T07:30:00",
                        new Declined(MessageId.of("e1"), DeclineReason.NOT_RESIDENT)),
                Optional.of(DischargeCase.of(List.of(notice))));
    }

    private static void say(
            Map<PaperForm, PaperMessage> all, List<CaseEvent> before, CaseEvent event) {
        Optional<DischargeCase> known =
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(DischargeCase.of(List.copyOf(before)));
        PaperMessage message =
                new PaperMessage("M72-2026-%04d".formatted(all.size() + 1), event, known);
        all.put(message.form(), message);
        before.add(event);
    }
}
