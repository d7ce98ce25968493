package se.ehealthsdk.discharge.fallback;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.discharge.event.Content;

/** The paper forms, one for each kind of message, and the list of what has to be entered afterwards. */
public enum PaperForm {
    ADMISSION_NOTICE("Inskrivningsmeddelande", "inskrivningsmeddelande", "admissionNotice"),
    ESTIMATE_CHANGED(
            "Ändrad beräknad utskrivning", "andrad-beraknad-utskrivning", "estimateChanged"),
    FAST_VARDKONTAKT("Fast vårdkontakt", "fast-vardkontakt", "fastVardkontaktAppointed"),
    SIP_CALL("Kallelse till SIP", "kallelse-till-sip", "sipCall"),
    READY_NOTICE("Utskrivningsklar", "utskrivningsklar", "readyNotice"),
    READY_WITHDRAWN("Återtag av utskrivningsklar", "atertag-utskrivningsklar", "readyWithdrawn"),
    AVAILABILITY("Kan ta emot / kan inte ta emot", "kan-ta-emot", "availability"),
    RECEIPT("Kvittens", "kvittens", "receipt", "declined"),
    DISCHARGE_NOTICE("Utskrivningsmeddelande", "utskrivningsmeddelande", "dischargeNotice"),
    DISCHARGE_INFORMATION(
            "Information vid utskrivning",
            "information-vid-utskrivning",
            "dischargeInformation",
            "patientInformed"),
    LEAVE("Permission", "permission", "leaveStarted", "leaveEnded"),
    INTERRUPTION("Avbrott", "avbrott", "interruption"),
    /** The plan itself; the message that tells that it is made goes with it. */
    SIP("Samordnad individuell plan (SIP)", "sip", "sipMade"),
    /** What was sent on paper and has to be entered when the system is back. */
    RETRO_ENTRY_LIST("Lista för efterregistrering", "efterregistrering");

    private final String title;
    private final String name;
    private final Set<String> kinds;

    PaperForm(String title, String name, String... kinds) {
        this.title = title;
        this.name = name;
        this.kinds = Set.of(kinds);
    }

    /** The form for a message; empty for what is not sent on paper. */
    public static Optional<PaperForm> of(Content content) {
        return Arrays.stream(values())
                .filter(form -> form.kinds.contains(content.kind()))
                .findFirst();
    }

    /** Its title, in Swedish. */
    public String title() {
        return title;
    }

    /** Its number, for example {@code SVU 05}. */
    public String number() {
        return "SVU %02d".formatted(ordinal() + 1);
    }

    /** The name of its file, for example {@code svu-05-utskrivningsklar.pdf}. */
    public String fileName() {
        return "svu-%02d-%s.pdf".formatted(ordinal() + 1, name);
    }

    /** The kinds of event that it is for ({@link Content#kind()}). */
    public Set<String> kinds() {
        return kinds;
    }
}
