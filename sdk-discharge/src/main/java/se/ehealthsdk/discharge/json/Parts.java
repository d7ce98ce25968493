package se.ehealthsdk.discharge.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.internal.json.JsonFields;
import se.ehealthsdk.discharge.internal.json.JsonValue;
import se.ehealthsdk.discharge.internal.json.JsonWriting;

/** What several kinds of content are made of. */
final class Parts {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{8}-?[0-9]{4}");
    private static final String EXPECTED_PERSON =
            "a personnummer or samordningsnummer of twelve digits, or {\"oid\", \"number\"}";

    private Parts() {}

    static void writeAdmission(Admission admission, JsonWriting json) {
        json.moment("admittedAt", admission.admittedAt());
        json.constant("careForm", admission.careForm());
        json.optionalMoment("needJudgedAt", admission.needJudgedAt());
        json.constants("expectedNeeds", admission.expectedNeeds());
    }

    static Admission readAdmission(JsonFields fields) {
        return new Admission(
                fields.moment("admittedAt"),
                fields.constant("careForm", CareForm.class),
                fields.optionalMoment("needJudgedAt"),
                fields.constants("expectedNeeds", CareParty.class));
    }

    static void writePatient(Patient patient, JsonWriting json) {
        writePerson("id", patient.id(), json);
        json.optionalText("name", patient.name());
        json.optionalText("registeredAddress", patient.registeredAddress());
        json.constant("protection", patient.protection());
        json.object("residence", at -> writeResidence(patient.residence(), at));
    }

    static Patient readPatient(JsonFields fields) {
        return new Patient(
                readPerson(fields, "id"),
                fields.optionalText("name"),
                fields.optionalText("registeredAddress"),
                fields.constant("protection", Protection.class),
                fields.optionalObject("residence")
                        .map(Parts::readResidence)
                        .orElse(Residence.UNKNOWN));
    }

    static void writeResidence(Residence residence, JsonWriting json) {
        json.optionalCode("registered", residence.registered());
        json.optionalCode("placedBy", residence.placedBy());
    }

    static Residence readResidence(JsonFields fields) {
        return new Residence(
                fields.optionalCode("registered", MunicipalityCode::new),
                fields.optionalCode("placedBy", MunicipalityCode::new));
    }

    static void writeParticipant(Participant participant, JsonWriting json) {
        json.constant("party", participant.party());
        json.code("unit", participant.unit());
        json.textUnlessBlank("name", participant.name());
        json.optionalCode("municipality", participant.municipality());
    }

    static Participant readParticipant(JsonFields fields) {
        return new Participant(
                fields.constant("party", CareParty.class),
                fields.code("unit", HsaId::of),
                fields.textOrBlank("name"),
                fields.optionalCode("municipality", MunicipalityCode::new));
    }

    static List<Participant> readParticipants(JsonFields fields, String name) {
        List<Participant> participants = new ArrayList<>();
        fields.each(
                name, (value, at) -> participants.add(readParticipant(JsonFields.of(value, at))));
        return participants;
    }

    /** A national number as its twelve digits, which tell what it is; a reserve number with its root. */
    static void writePerson(String name, PersonId person, JsonWriting json) {
        if (person instanceof Reservnummer) {
            json.object(
                    name,
                    at -> {
                        at.text("oid", person.oid());
                        at.text("number", person.value());
                    });
        } else {
            json.text(name, person.value());
        }
    }

    static PersonId readPerson(JsonFields fields, String name) {
        JsonValue value = fields.value(name, EXPECTED_PERSON);
        if (value instanceof JsonValue.Members) {
            JsonFields number = fields.object(name);
            String oid = number.text("oid");
            return number.code("number", text -> PersonId.of(oid, text));
        }
        return JsonFields.code(value, fields.path(name), Parts::national);
    }

    private static PersonId national(String text) {
        if (!TWELVE_DIGITS.matcher(text).matches()) {
            throw new InvalidInputException(
                    "personId", "is not written as such a number", EXPECTED_PERSON);
        }
        return PersonId.parse(text);
    }
}
