package se.ehealthsdk.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.UnknownContent;

/**
 * Events and units in words.
 *
 * @param language Swedish, or English for all others
 */
record EventWords(Locale language) {

    /** Kind, Swedish, English. */
    private static final Map<String, String[]> NAMES =
            Map.ofEntries(
                    name("admission", "Inskriven", "Admitted"),
                    name("admissionNotice", "Inskrivningsmeddelande", "Admission notice"),
                    name("estimateChanged", "Ny beräknad utskrivning", "New expected discharge"),
                    name(
                            "fastVardkontaktAppointed",
                            "Fast vårdkontakt utsedd",
                            "Fast vårdkontakt appointed"),
                    name("planning", "Planering", "Planning"),
                    name("consent", "Samtycke", "Consent"),
                    name(
                            "residenceEstablished",
                            "Ansvarig kommun fastställd",
                            "Residence established"),
                    name("readyNotice", "Utskrivningsklar", "Ready for discharge"),
                    name("readyWithdrawn", "Utskrivningsklar återtagen", "Ready notice withdrawn"),
                    name("availability", "Kan ta emot", "Can receive"),
                    name(
                            "homeReadyChecklist",
                            "Checklista för hemgångsklar",
                            "Home-ready checklist"),
                    name("patientInformed", "Patienten informerad", "Patient informed"),
                    name(
                            "dischargeInformation",
                            "Utskrivningsinformation",
                            "Discharge information"),
                    name("dischargeNotice", "Utskriven", "Discharged"),
                    name("leaveStarted", "Permission börjar", "Leave begins"),
                    name("leaveEnded", "Permission slut", "Leave ends"),
                    name("interruption", "Avbruten", "Interrupted"),
                    name("sipNeed", "Behov av SIP", "Need of SIP"),
                    name("sipCall", "Kallelse till SIP", "Call to SIP"),
                    name("sipMade", "SIP upprättad", "SIP drawn up"),
                    name("sipFollowedUp", "SIP uppföljd", "SIP followed up"),
                    name("compulsoryCarePlan", "Samordnad vårdplan", "Coordinated care plan"),
                    name("planApproved", "Plan justerad", "Plan approved"),
                    name("delivered", "Levererat", "Delivered"),
                    name("receipt", "Kvitterat", "Acknowledged"),
                    name("declined", "Avvisat", "Declined"),
                    name("correction", "Rättelse", "Correction"),
                    name("voiding", "Makulering", "Voiding"),
                    name("closed", "Avslutat", "Closed"));

    private static Map.Entry<String, String[]> name(
            String kind, String inSwedish, String inEnglish) {
        return Map.entry(kind, new String[] {inSwedish, inEnglish});
    }

    private String say(String inSwedish, String inEnglish) {
        return language.getLanguage().equals("sv") ? inSwedish : inEnglish;
    }

    /** What was said, without what could be personal. */
    String what(Content content) {
        String[] name = NAMES.get(content.kind());
        if (name == null || content instanceof UnknownContent) {
            return say("Okänd händelse av en senare version: ", "Unknown, of a later version: ")
                    + content.kind();
        }
        String detail = detail(content);
        return say(name[0], name[1]) + (detail.isEmpty() ? "" : ": " + detail);
    }

    private String detail(Content content) {
        if (content instanceof AdmissionNotice notice) {
            return notice.estimatedDischarge().map(this::expected).orElse("");
        } else if (content instanceof EstimateChanged changed) {
            return changed.estimatedDischarge().toString();
        } else if (content instanceof Availability availability) {
            return answer(availability.answer());
        } else if (content instanceof SipNeed need) {
            return yes(need.needed());
        } else if (content instanceof SipCall call) {
            return call.meetingAt().map(EventWords::moment).orElse("");
        } else if (content instanceof Consent consent) {
            return decision(consent.decision());
        } else if (content instanceof Interruption interruption) {
            return reason(interruption.reason());
        } else if (content instanceof Correction correction) {
            return what(correction.replacement());
        }
        return "";
    }

    private String expected(LocalDate day) {
        return say("beräknad utskrivning ", "discharge expected ") + day;
    }

    private String answer(Availability.Answer answer) {
        return switch (answer) {
            case CAN_RECEIVE -> say("ja", "yes");
            case CANNOT_RECEIVE -> say("nej", "no");
            case UNCLEAR -> say("oklart", "unclear");
        };
    }

    private String yes(boolean yes) {
        return yes ? say("ja", "yes") : say("nej", "no");
    }

    private String decision(Consent.Decision decision) {
        return switch (decision) {
            case GIVEN -> say("ja", "given");
            case REFUSED -> say("nej", "refused");
            case WITHDRAWN -> say("återtaget", "withdrawn");
        };
    }

    private String reason(Interruption.Reason reason) {
        return switch (reason) {
            case DISCONTINUED -> say("avbrott", "discontinued");
            case DECLINED -> say("avvisad", "declined");
            case DEATH -> say("avliden", "death");
            case TRANSFERRED -> say("överflyttad", "transferred");
            case NO_NEED -> say("ej behov", "no need");
        };
    }

    /** Its name, or what it is and its HSA-id. */
    String unit(Participant unit) {
        return Optional.of(unit.name())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> party(unit.party()) + " " + unit.unit());
    }

    private String party(CareParty party) {
        return switch (party) {
            case INPATIENT -> say("slutenvård", "inpatient");
            case OPEN_CARE -> say("öppenvård", "open care");
            case MUNICIPAL_SOCIAL_SERVICES -> say("socialtjänst", "social services");
            case MUNICIPAL_HEALTH_CARE ->
                    say("kommunal hälso- och sjukvård", "municipal health care");
        };
    }

    private static String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                .format(moment.atZone(SwedishTime.ZONE));
    }
}
