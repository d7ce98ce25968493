package se.ehealthsdk.discharge.sip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Participant;

/** Plans of invented patients. */
public final class Sips {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    public static final PersonId PATIENT = PersonId.parse("191212121212");
    public static final Participant PRIMARY_CARE =
            new Participant(
                    CareParty.OPEN_CARE,
                    HsaId.of("SE2321000016-1P2C"),
                    "Gröna gatans vårdcentral",
                    Optional.empty());
    public static final Participant HOME_NURSING =
            new Participant(
                    CareParty.MUNICIPAL_HEALTH_CARE,
                    HsaId.of("SE2120000142-4H5N"),
                    "Hemsjukvården Söder",
                    Optional.of(MunicipalityCode.of("0180")));
    public static final Participant SOCIAL_SERVICES =
            new Participant(
                    CareParty.MUNICIPAL_SOCIAL_SERVICES,
                    HsaId.of("SE2120000142-4S5S"),
                    "Biståndsenheten Söder",
                    Optional.of(MunicipalityCode.of("0180")));

    private Sips() {}

    public static SipConsent consent() {
        return SipConsent.given(
                Consent.GivenBy.PATIENT,
                DAY.minusDays(4),
                "Region och kommun får dela uppgifter om omvårdnad, rehabilitering och läkemedel.",
                DAY.plusMonths(6));
    }

    /** A plan without findings. */
    public static Sip.Builder complete() {
        return Sip.builder(PATIENT)
                .id("sip-1")
                .patientName("Åsa Öberg Ängström")
                .consent(consent())
                .whatMatters("Att få vara hemma, och orka gå ut med hunden.")
                .ownActions("Gör mina benövningar varje dag.")
                .goal("Bo kvar hemma")
                .goal("Såret läkt till midsommar")
                .intervention(
                        Intervention.of("Såromläggning två gånger i veckan")
                                .by(HOME_NURSING)
                                .fundedBy(Funder.MUNICIPAL_HEALTH_CARE)
                                .person("Omvårdnadsansvarig sjuksköterska")
                                .goal("Såret läker utan infektion")
                                .due(DAY.plusDays(2)))
                .intervention(
                        Intervention.of("Läkemedelsgenomgång")
                                .by(PRIMARY_CARE)
                                .fundedBy(Funder.REGION_OPEN_CARE)
                                .person("Fast vårdkontakt")
                                .due(DAY.plusDays(14)))
                .intervention(
                        Intervention.of("Hemtjänst morgon och kväll")
                                .by(SOCIAL_SERVICES)
                                .fundedBy(Funder.SOCIAL_SERVICES)
                                .person("Biståndshandläggare"))
                .byOther(new OtherMeasure("Dottern", "Handlar på lördagar"))
                .overallResponsibility(Huvudman.MUNICIPALITY)
                .contact(new ContactPerson("Örjan Åhs, distriktssköterska", "08-123 00 11"))
                .called(PRIMARY_CARE)
                .called(HOME_NURSING)
                .called(SOCIAL_SERVICES)
                .invited(new Invited("Märta Öberg", "anhörig"))
                .meeting(new Meeting(Instant.parse("2026-03-10T12:30:00Z"), "Vårdcentralen, rum 4"))
                .followUp(DAY.plusMonths(3));
    }

    public static Sip.Builder inDischarge() {
        return complete().inDischarge(CaseId.of("case-1"));
    }
}
