package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateWordingTest {

    private final DuplicateWording wording = new DuplicateWording();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LogId är inte unikt",
                "LOGID ÄR INTE UNIKT",
                "Logg-id 0193-aa är ej unikt",
                "LogId must be unique",
                "LogId måste vara unikt",
                "logId is not unique: 018f3a",
                "Duplicate LogId",
                "duplicate key value violates unique constraint",
                "Dubblett av loggpost",
                "Dubbla förekomster av logId",
                "Loggposten finns redan",
                "Posten finns redan lagrad",
                "Loggposten är redan lagrad",
                "redan mottagen",
                "Log record already exists",
                "A record with this id exists already",
                "The log entry has already been stored",
                "LogId 12 finns i databasen",
                "logId exists",
                "Log record stored",
                "Loggposten lagrades 2026-01-01",
                "LogId har redan använts",
                "Field logId is not unique",
                "The id is already in use: already used",
                "Ingen loggpost lagrad: LogId är inte unikt",
                "LogId 0193-aa finns redan, inga loggposter lagrades"
            })
    void text_thatTellsOfAKnownLogId_isADuplicate(String text) {
        assertThat(wording.test(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Valideringsfel",
                "Personen finns inte",
                "Patienten finns ej i registret",
                "LogId finns inte",
                "LogId saknas",
                "logId saknas i posten som finns i anropet",
                "LogId is missing",
                "LogId does not exist",
                "Care unit not found",
                "Unknown purpose",
                "Okänd vårdgivare",
                "Vårdenheten finns",
                "Enheten existerar inte",
                "The record could not be stored",
                "Log record not stored",
                "Log record could not be stored",
                "Loggposten kunde inte lagras",
                "Loggposten är inte lagrad",
                "Loggposten är ej lagrad",
                "Patient already deceased",
                "Patient already registered as deceased",
                "Enheten är redan registrerad som avslutad",
                "LogId 0193-aa: vårdenheten finns",
                "LogId 0193-aa: patienten finns redan spärrad",
                "Loggposten innehåller dubbla resurser",
                "Användaren har redan använt sitt uppdrag",
                "Certifikatet har redan gått ut",
                "Duplicate element careUnit",
                "Attributet förekommer dubblerat",
                "Inga dubbletter funna, men syftet är fel",
                "resultCode VALIDATION_ERROR",
                "Reply data corrupt, blockchain cannot be validated",
                "startDate ligger i framtiden",
                "Valideringsfel, inga loggposter lagrades",
                "Ingen loggpost har lagrats",
                "No log records stored",
                "Log records rejected, nothing stored",
                "None of the log records have been stored",
                "0 log records stored",
                "Loggposterna lagrades aldrig",
                "LogId ska vara ett unikt UUID",
                "logId must be a unique identifier of at most 36 characters",
                "LogId ska vara unikt och högst 36 tecken",
                "Duplicate key in activityArgs",
                "activityType duplicated",
                "startDate har redan passerat och posten lagras ej",
                "systemId är inte unikt"
            })
    void text_thatTellsOfAnythingElse_isNone(String text) {
        assertThat(wording.test(text)).isFalse();
    }
}
