package se.ehealthsdk.discharge.fallback;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;

/** How times and units are written on a form. */
final class SwedishForm {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 'kl.' HH.mm");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 'kl.' HH.mm.ss");

    private SwedishForm() {}

    /** Swedish time, with the seconds when there are any: at noon they matter. */
    static String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(SwedishTime.ZONE);
        return local.format(local.getSecond() == 0 ? MINUTES : SECONDS);
    }

    /** The unit's name, or its HSA-id. */
    static String unit(Participant participant) {
        return participant.name().isBlank() ? participant.unit().value() : participant.name();
    }

    static String party(CareParty party) {
        return switch (party) {
            case INPATIENT -> "Slutenvård";
            case OPEN_CARE -> "Öppenvård";
            case MUNICIPAL_SOCIAL_SERVICES -> "Socialtjänst";
            case MUNICIPAL_HEALTH_CARE -> "Kommunal HSV";
        };
    }
}
