package se.ehealthsdk.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;

class PersonTest {

    private static final PersonId TOLVAN = PersonId.parse("191212121212");
    private static final PersonId OTHER = PersonId.parse("189001019802");

    @ParameterizedTest
    @CsvSource({
        "10, Anna Maria, Anna",
        "20, Anna Maria, Maria",
        "12, Anna Maria Karin, Anna Maria",
        "13, Anna Maria Karin, Anna Karin",
        "12, Per-Olof Nils, Per-Olof",
        "30, Per-Olof Nils, Nils",
        "10, '  Anna  ', Anna"
    })
    void nameInUse_isWhatTheIndicatorPointsOut(int indicator, String names, String expected) {
        assertThat(named(indicator, names).nameInUse()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, Per-Olof Nils", "20, Per-Olof Nils", "30, Anna Maria", "14, Anna Maria"})
    void nameInUse_thatCannotBeTold_isEmpty_andAllNamesAreShown(int indicator, String names) {
        assertThat(named(indicator, names).nameInUse()).isEmpty();
        assertThat(named(indicator, names).displayed()).isEqualTo(names + " Efternamn");
    }

    private static PersonName named(int indicator, String names) {
        return new PersonName(
                Optional.of(indicator),
                Optional.of(names),
                Optional.empty(),
                Optional.of("Efternamn"),
                Optional.empty());
    }

    @Test
    void displayedName_isThatInUse_withMiddleNameAndSurname() {
        var name =
                new PersonName(
                        Optional.of(20),
                        Optional.of("Anna Maria"),
                        Optional.of("Mellan"),
                        Optional.of("Efter"),
                        Optional.empty());

        assertThat(name.displayed()).isEqualTo("Maria Mellan Efter");
        assertThat(PersonName.of("Bo", "Berg").displayed()).isEqualTo("Bo Berg");
    }

    @Test
    void protection_comesInBothForms_andTheStrongerIsTold() {
        assertThat(Person.builder(TOLVAN).build().protection()).isEqualTo(Protection.NONE);
        assertThat(Person.builder(TOLVAN).protectedPersonIndicator(true).build().protection())
                .isEqualTo(Protection.SECRECY_MARKING);
        assertThat(
                        Person.builder(TOLVAN)
                                .protectedPersonIndicator(true)
                                .protectedPopulationRecord(true)
                                .build()
                                .protection())
                .isEqualTo(Protection.PROTECTED_REGISTRATION);
    }

    @Test
    void municipality_isCountyAndMunicipality_andEmptyWhenHalfIsMissing() {
        assertThat(registered("01", "80").municipality()).contains(MunicipalityCode.of("0180"));
        assertThat(registered("01", null).municipality()).isEmpty();
        assertThat(registered("01", null).county()).contains("01");
        assertThat(registered(null, "80").municipality()).isEmpty();
        assertThat(registered("1", "80").municipality()).isEmpty();
    }

    private static Person registered(String county, String municipality) {
        return Person.builder(TOLVAN)
                .registration(
                        new PopulationRegistration(
                                Optional.empty(),
                                Optional.ofNullable(county),
                                Optional.ofNullable(municipality),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .build();
    }

    @Test
    void deceased_isToldByReasonOrByCoordinationNumber() {
        var day = PartialDate.of(LocalDate.of(2026, 3, 1));
        Person gone =
                Person.builder(TOLVAN)
                        .deregistration(
                                new Deregistration(
                                        Optional.of("AV"), Optional.of(day), Optional.empty()))
                        .build();
        Person found =
                Person.builder(TOLVAN)
                        .deregistration(
                                new Deregistration(
                                        Optional.of("AV"), Optional.empty(), Optional.of(day)))
                        .build();
        Person emigrated =
                Person.builder(TOLVAN)
                        .deregistration(
                                new Deregistration(
                                        Optional.of("UV"), Optional.of(day), Optional.empty()))
                        .build();
        Person visitor =
                Person.builder(TOLVAN)
                        .coordinationNumberData(
                                new CoordinationNumberData(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(day)))
                        .build();

        assertThat(List.of(gone, found, visitor))
                .allMatch(Person::isDeceased)
                .allMatch(person -> person.deceasedOn().equals(Optional.of(day)));
        assertThat(emigrated.isDeceased()).isFalse();
        assertThat(emigrated.deceasedOn()).isEmpty();
    }

    @Test
    void currentIdentity_isOwn_orTheOneReferredTo_andNeverGuessed() {
        Person main = Person.builder(TOLVAN).referredIdentity(referring(OTHER)).build();
        Person old =
                Person.builder(TOLVAN)
                        .primaryIdentity(false)
                        .referredIdentity(referring(OTHER))
                        .build();
        Person unclear =
                Person.builder(TOLVAN)
                        .primaryIdentity(false)
                        .referredIdentity(referring(OTHER))
                        .referredIdentity(referring(PersonId.parse("189001029819")))
                        .build();

        assertThat(main.currentIdentity()).contains(TOLVAN);
        assertThat(old.currentIdentity()).contains(OTHER);
        assertThat(unclear.currentIdentity()).isEmpty();
    }

    @Test
    void currentIdentity_ofALoopOrOfNothing_isNotTheOldNumber() {
        Person loop =
                Person.builder(TOLVAN)
                        .primaryIdentity(false)
                        .referredIdentity(referring(TOLVAN))
                        .referredIdentity(
                                new ReferredIdentity(
                                        new Identity("1.2.752.129.2.1.3.1", "19121212-1212"),
                                        Optional.empty()))
                        .build();
        Person nothing = Person.builder(TOLVAN).primaryIdentity(false).build();
        Person twice =
                Person.builder(TOLVAN)
                        .primaryIdentity(false)
                        .referredIdentity(referring(TOLVAN))
                        .referredIdentity(referring(OTHER))
                        .referredIdentity(referring(OTHER))
                        .build();

        assertThat(loop.currentIdentity()).isEmpty();
        assertThat(nothing.currentIdentity()).isEmpty();
        assertThat(twice.currentIdentity()).contains(OTHER);
    }

    @Test
    void deceased_foundDeadAlone_isDead_anEmptyDateIsNothing() {
        var found = new PartialDate(PartialDate.Precision.MONTH, "2026-03");
        var left = PartialDate.of(LocalDate.of(2020, 1, 1));
        var empty = new PartialDate(PartialDate.Precision.DAY, " ");
        Person abroad =
                Person.builder(TOLVAN)
                        .deregistration(
                                new Deregistration(
                                        Optional.of("UV"), Optional.of(left), Optional.of(found)))
                        .build();
        Person alive =
                Person.builder(TOLVAN)
                        .deregistration(
                                new Deregistration(
                                        Optional.empty(), Optional.empty(), Optional.of(empty)))
                        .coordinationNumberData(
                                new CoordinationNumberData(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(empty)))
                        .build();

        assertThat(abroad.isDeceased()).isTrue();
        assertThat(abroad.deceasedOn()).contains(found);
        assertThat(alive.isDeceased()).isFalse();
        assertThat(alive.deceasedOn()).isEmpty();
    }

    @Test
    void protectedPerson_withDataThatShouldNotBeThere_keepsThemAsTheyCame() {
        Person here = registered("01", "80");
        Person hidden =
                Person.builder(TOLVAN)
                        .protectedPersonIndicator(true)
                        .registration(here.registration().orElseThrow())
                        .build();

        assertThat(hidden.protection()).isEqualTo(Protection.SECRECY_MARKING);
        assertThat(hidden.municipality()).isEqualTo(here.municipality()).isPresent();
        assertThat(hidden.toString()).doesNotContain("0180", "80");
    }

    private static ReferredIdentity referring(PersonId person) {
        return new ReferredIdentity(Identity.of(person), Optional.empty());
    }

    @Test
    void birthDate_isThatOfTheRegister_elseThatInTheNumber() {
        Person known =
                Person.builder(TOLVAN)
                        .birth(
                                new Birth(
                                        Optional.of(PartialDate.of(LocalDate.of(1912, 12, 13))),
                                        Optional.empty(),
                                        Optional.empty()))
                        .build();

        assertThat(known.birthDate()).contains(LocalDate.of(1912, 12, 13));
        assertThat(Person.builder(TOLVAN).build().birthDate()).contains(LocalDate.of(1912, 12, 12));
    }

    @Test
    void partialDate_tellsWhatIsKnown_andNoMore() {
        var day = new PartialDate(PartialDate.Precision.DAY, "2024-02-29");
        var month = new PartialDate(PartialDate.Precision.MONTH, "2024-02");
        var year = new PartialDate(PartialDate.Precision.YEAR, "2024");
        var zeros = new PartialDate(PartialDate.Precision.DAY, "1950-00-00");
        var odd = new PartialDate(PartialDate.Precision.DAY, "okänt");

        assertThat(day.day()).contains(LocalDate.of(2024, 2, 29));
        assertThat(month.day()).isEmpty();
        assertThat(month.month()).contains(YearMonth.of(2024, 2));
        assertThat(year.month()).isEmpty();
        assertThat(year.year()).contains(Year.of(2024));
        assertThat(zeros.day()).isEmpty();
        assertThat(zeros.month()).isEmpty();
        assertThat(zeros.year()).contains(Year.of(1950));
        assertThat(odd.year()).isEmpty();
        assertThat(odd.day()).isEmpty();
    }

    @Test
    void serviceTime_isSwedishLocalTime() {
        assertThat(new ServiceTime("20260701120000").instant())
                .contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(ServiceTime.of(Instant.parse("2026-01-01T11:00:00Z")).text())
                .isEqualTo("20260101120000");
        assertThat(new ServiceTime("20260230120000x").instant()).isEmpty();
    }

    @Test
    void addressForPost_isTheOneGiven_elseTheSpecial_elseTheResidential() {
        PostalAddress home = address("Hemgatan 1");
        PostalAddress special = address("Box 2");

        assertThat(addresses(home, special).forPost()).contains(special);
        assertThat(addresses(home, null).forPost()).contains(home);
        assertThat(home.printedLines()).containsExactly("c/o Berg", "Hemgatan 1", "012 34 Ort");
    }

    private static PostalAddress address(String street) {
        return new PostalAddress(
                Optional.of("Berg"),
                Optional.empty(),
                Optional.of(street),
                Optional.of("01234"),
                Optional.of("Ort"));
    }

    private static Addresses addresses(PostalAddress home, PostalAddress special) {
        return new Addresses(
                Optional.of(home),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(special),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void attachment_thatIsNotBase64_isAFailure() {
        var broken =
                new Attachment(Optional.empty(), "image/jpeg", Optional.of("A"), Optional.empty());

        assertThatThrownBy(broken::bytes).isInstanceOf(ProtocolException.class);
    }

    @Test
    void identity_ofAnHsaId_isNoPerson() {
        assertThat(Identity.of(HsaId.of("TSTNMT2321000156-1001")).personId()).isEmpty();
        assertThat(new Identity("1.2.752.129.2.1.3.1", "191212121213").personId()).isEmpty();
        assertThat(Identity.of(TOLVAN).personId()).contains(TOLVAN);
    }
}
