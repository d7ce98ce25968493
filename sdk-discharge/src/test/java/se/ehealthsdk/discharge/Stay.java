package se.ehealthsdk.discharge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Residence;

/** An invented stay of an invented patient, for tests. Times are Swedish. */
final class Stay {

    static final PersonId PATIENT = PersonId.parse("191212121212");
    static final String NAME = "Tolvan Påhittad";
    static final String ADDRESS = "Hittpågatan 12, 123 45 Påhittsta";
    static final Participant WARD = unit(CareParty.INPATIENT, "SE2321000016-WARD");
    static final Participant CENTRE = unit(CareParty.OPEN_CARE, "SE2321000016-VC");
    static final Participant SOCIAL = unit(CareParty.MUNICIPAL_SOCIAL_SERVICES, "SE2120000142-SOC");
    static final Participant NURSES = unit(CareParty.MUNICIPAL_HEALTH_CARE, "SE2120000142-HSV");
    static final EventWriter AT_WARD = EventWriter.of(CaseId.of("case-1"), PATIENT, WARD);
    static final EventWriter AT_CENTRE = AT_WARD.as(CENTRE);
    static final EventWriter AT_SOCIAL = AT_WARD.as(SOCIAL);
    static final EventWriter AT_NURSES = AT_WARD.as(NURSES);
    static final Instant ADMITTED = time("2026-03-02T10:00");
    static final Instant NOTIFIED = time("2026-03-02T15:00");
    static final Instant READY = time("2026-03-06T10:00");
    static final Instant LEFT = time("2026-03-09T13:00");
    static final Acceptance LATER = Acceptance.at(time("2026-06-01T12:00"));

    private Stay() {}

    static Participant unit(CareParty party, String id) {
        return Participant.of(party, HsaId.of(id));
    }

    static Instant time(String swedish) {
        return LocalDateTime.parse(swedish).atZone(SwedishTime.ZONE).toInstant();
    }

    static Admission admission() {
        return Admission.needing(
                ADMITTED,
                CareForm.SOMATIC,
                CareParty.OPEN_CARE,
                CareParty.MUNICIPAL_SOCIAL_SERVICES);
    }

    static AdmissionNotice admissionNotice() {
        return admissionNotice(PATIENT, admission());
    }

    static AdmissionNotice admissionNotice(PersonId id, Admission admission) {
        return new AdmissionNotice(
                admission,
                new Patient(
                        id,
                        Optional.of(NAME),
                        Optional.of(ADDRESS),
                        Protection.NONE,
                        Residence.in(MunicipalityCode.of("0180"))),
                Optional.of(LocalDate.of(2026, 3, 8)));
    }

    static CaseEvent notified() {
        return AT_WARD.send(admissionNotice(), NOTIFIED, CENTRE, SOCIAL);
    }

    static CaseEvent ready() {
        return AT_WARD.send(ReadyNotice.judged(READY), READY, CENTRE, SOCIAL);
    }

    static CaseEvent left() {
        return AT_WARD.send(new DischargeNotice(LEFT, Destination.HOME), LEFT, CENTRE, SOCIAL);
    }

    /** The case so far: the admission notice, then these. */
    static DischargeCase notifiedAnd(CaseEvent... events) {
        return and(DischargeCase.open(notified(), LATER), events);
    }

    static DischargeCase and(DischargeCase soFar, CaseEvent... events) {
        DischargeCase all = soFar;
        for (CaseEvent event : events) {
            all = all.with(event, LATER);
        }
        return all;
    }

    static CaseEvent fromWard(Content content, Instant at) {
        return AT_WARD.send(content, at, CENTRE, SOCIAL);
    }
}
