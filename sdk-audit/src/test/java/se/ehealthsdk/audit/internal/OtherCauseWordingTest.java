package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCauseWordingTest {

    private final OtherCauseWording wording = new OtherCauseWording();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startDate ligger i framtiden",
                "Startdatum ligger i framtiden",
                "Okänd vårdgivare",
                "Vårdenheten finns inte",
                "Enheten finns inte i HSA",
                "Okänd enhet",
                "Personnummer är ogiltigt",
                "patientId is not valid",
                "Patienten finns inte",
                "Unknown purpose",
                "Ogiltigt syfte",
                "activityType saknas",
                "Ogiltig aktivitetstyp",
                "resourceType is not in the code system",
                "Resurstypen är okänd",
                "careUnitId saknas",
                "userId has the wrong form",
                "Användarens HSA-id är fel",
                "Medarbetaruppdraget finns inte",
                "Loggpost 3: careUnitId saknas",
                "Log record 3: startDate must be earlier than now",
                "startDate får inte vara tidigare än 1900-01-01",
                "cvc-maxLength-valid: Value with length 300 is not facet-valid"
            })
    void text_thatNamesAPartOfARecord_isAnotherCause(String text) {
        assertThat(wording.test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Valideringsfel",
                "Validation failed",
                "En eller flera parametrar har felaktiga värden",
                "Ett oväntat fel inträffade",
                "Reply data corrupt, blockchain cannot be validated",
                "LogId är inte unikt",
                "logId finns redan för patienten",
                "Loggposten finns redan för användaren",
                "Loggposten finns för patienten",
                "A log record for this user exists",
                "En post för samma patient, användare och tidpunkt är redan lagrad",
                "Loggpost med samma datum och användare har tagits emot tidigare",
                "Identical record for this patient has been received before",
                "Duplicate record for patient",
                "Dubblett: samma resurs och person",
                "Resursen finns redan",
                "Resursen är upptagen",
                "Otillräckliga resurser",
                "Uppdraget kunde inte utföras",
                "Felet visas inte, det kan innehålla personuppgifter",
                "Kontakta ansvarig person",
                "Kontakta driftenheten",
                "Säkerhetsfel",
                "Felet uppstod vid tidpunkten 2026-11-22T09:00:00",
                "Aktiviteten avbröts",
                "Databasen ska uppdateras, felets datum 2026-11-22"
            })
    void text_thatIsGeneralOrMaySpeakOfADuplicate_isNone(String text) {
        assertThat(wording.test(text)).isFalse();
    }
}
