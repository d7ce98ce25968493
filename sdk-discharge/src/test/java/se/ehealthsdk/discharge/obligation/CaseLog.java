package se.ehealthsdk.discharge.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Residence;

/** Writes invented cases for tests, an event a line. Times are Swedish. */
final class CaseLog {

    static final PersonId PATIENT = PersonId.parse("191212121212");
    static final Participant WARD = unit(CareParty.INPATIENT, "SE2321000016-WARD");
    static final Participant CENTRE = unit(CareParty.OPEN_CARE, "SE2321000016-VC");
    static final Participant SOCIAL = unit(CareParty.MUNICIPAL_SOCIAL_SERVICES, "SE2120000142-SOC");
    static final Participant NURSES = unit(CareParty.MUNICIPAL_HEALTH_CARE, "SE2120000142-HSV");

    private final List<CaseEvent> events = new ArrayList<>();
    private final EventWriter writer = EventWriter.of(CaseId.of("case-1"), PATIENT, WARD);

    static Instant at(String swedish) {
        return LocalDateTime.parse(swedish).atZone(SwedishTime.ZONE).toInstant();
    }

    static Participant unit(CareParty party, String id) {
        return Participant.of(party, HsaId.of(id));
    }

    /** Admitted with the need seen at once, and the notice sent to open care and social services. */
    static CaseLog admitted(String admitted, String notified) {
        return new CaseLog()
                .ward(
                        notified,
                        notice(
                                needing(
                                        admitted,
                                        CareParty.OPEN_CARE,
                                        CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                null),
                        CENTRE,
                        SOCIAL);
    }

    static Admission needing(String admitted, CareParty... parties) {
        return Admission.needing(at(admitted), CareForm.SOMATIC, parties);
    }

    static Admission judged(String admitted, String judged, CareParty... parties) {
        return new Admission(
                at(admitted), CareForm.SOMATIC, Optional.of(at(judged)), Set.of(parties));
    }

    static AdmissionNotice notice(Admission admission, String estimate) {
        return new AdmissionNotice(
                admission,
                new Patient(
                        PATIENT,
                        Optional.of("Tolvan Påhittad"),
                        Optional.of("Hittpågatan 12"),
                        Protection.NONE,
                        Residence.UNKNOWN),
                Optional.ofNullable(estimate).map(LocalDate::parse));
    }

    CaseLog ward(String time, Content content, Participant... to) {
        return add(writer.send(content, at(time), to));
    }

    CaseLog by(Participant unit, String time, Content content, Participant... to) {
        return add(writer.as(unit).send(content, at(time), to));
    }

    CaseLog recorded(String time, Content content) {
        return add(writer.record(content, at(time)));
    }

    /** What happened at one time and was sent at another. */
    CaseLog ward(String happened, String sent, Content content, Participant... to) {
        return add(
                writer.send(
                        content,
                        new EventTimes(at(happened), at(sent), Optional.of(at(sent))),
                        List.of(to)));
    }

    CaseLog ready(String time) {
        return ward(time, ReadyNotice.judged(at(time)), CENTRE, SOCIAL);
    }

    CaseLog left(String time) {
        return ward(time, new DischargeNotice(at(time), Destination.HOME), CENTRE, SOCIAL);
    }

    CaseLog add(CaseEvent event) {
        events.add(event);
        return this;
    }

    CaseEvent last() {
        return events.get(events.size() - 1);
    }

    List<CaseEvent> events() {
        return List.copyOf(events);
    }

    DischargeCase build() {
        return DischargeCase.of(events);
    }

    DischargeCase shuffled(long seed) {
        List<CaseEvent> other = new ArrayList<>(events);
        Collections.shuffle(other, new Random(seed));
        return DischargeCase.of(other);
    }
}
