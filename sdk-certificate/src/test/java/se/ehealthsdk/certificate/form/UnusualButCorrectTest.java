package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.identifier.PersonId;

/** Certificates that are as they should be, of patients and days that are easily forgotten. */
class UnusualButCorrectTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    /** A newborn, one born on a leap day, a very old one, coordination numbers (also of a leap day). */
    @ParameterizedTest
    @ValueSource(
            strings = {"20240228238", "20000229238", "19030101980", "19700163239", "20000289238"})
    void patient_ofAnyAge_withAnyNumber_isClean(String elevenDigits) {
        assertClean(note(number(elevenDigits), LEAP_DAY, LEAP_DAY));
    }

    @Test
    void sickLeave_ofOneDay_orFromLeapDayForAYear_isClean() {
        PersonId patient = Samples.PATIENT;

        assertClean(note(patient, LEAP_DAY, LEAP_DAY));
        assertClean(note(patient, LEAP_DAY.minusDays(6), LEAP_DAY));
        assertThat(errors(note(patient, LEAP_DAY, LEAP_DAY.minusDays(1)))).isNotEmpty();
    }

    @Test
    void pregnancy_expectedOnLeapDay_isClean() {
        Fk7210.Builder builder =
                Fk7210.builder(Samples.PATIENT, Samples.issuer()).checker(on(LEAP_DAY));

        assertThat(builder.expectedBirth(LEAP_DAY).check()).isEmpty();
        assertThat(builder.expectedBirth(LocalDate.of(2025, 2, 28)).check()).isEmpty();
    }

    private static Intyg note(PersonId patient, LocalDate from, LocalDate to) {
        return Fk7804.builder(patient, Samples.issuer())
                .basedOn(Basis.PHYSICAL_EXAMINATION, LEAP_DAY)
                .currentWork("Undersköterska")
                .diagnosis("F430", "Akut stressreaktion")
                .impairment("Nedsatt koncentration")
                .activityLimitation("Klarar inte att planera")
                .unableToWork(Degree.FULL, from, to)
                .prognosis(Prognosis.fullReturn())
                .draft();
    }

    private static void assertClean(Intyg note) {
        for (CheckMode mode : CheckMode.values()) {
            assertThat(on(LEAP_DAY).check(note, mode)).isEmpty();
            assertThat(on(LEAP_DAY).check(note.xml(), mode)).isEmpty();
        }
    }

    private static List<Finding> errors(Intyg note) {
        return on(LEAP_DAY).check(note, CheckMode.FORM).stream().filter(Finding::isError).toList();
    }

    private static CertificateChecker on(LocalDate day) {
        return CertificateChecker.builder()
                .clock(Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .build();
    }

    /** With its check digit. */
    private static PersonId number(String elevenDigits) {
        int sum = 0;
        for (int i = 2; i < elevenDigits.length(); i++) {
            int digit = (elevenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return PersonId.parse(elevenDigits + (10 - sum % 10) % 10);
    }
}
