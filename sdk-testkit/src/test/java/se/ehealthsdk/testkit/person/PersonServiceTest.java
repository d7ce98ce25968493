package se.ehealthsdk.testkit.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.PlatformException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RetryPolicy;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.person.LookupProfile;
import se.ehealthsdk.person.Person;
import se.ehealthsdk.person.PersonClient;
import se.ehealthsdk.person.PersonFault;
import se.ehealthsdk.person.PersonName;
import se.ehealthsdk.person.Protection;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** The client of the SDK against the stand-in, which has no code in common with it. */
class PersonServiceTest {

    private static NationalServices services;
    private static RivtaClient platform;
    private static PersonClient persons;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        platform = services.client();
        persons =
                PersonClient.builder(platform.with(options -> options.retry(RetryPolicy.NONE)))
                        .limit(RateLimit.none())
                        .build();
    }

    @AfterAll
    static void stop() {
        platform.close();
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    private static Person found(RegisteredPerson who, LookupProfile profile) {
        return persons.person(who.id(), profile).orElseThrow();
    }

    @Test
    void profiles_tellMoreAndMore() {
        Person p1 = found(RegisteredPerson.NORDIN, LookupProfile.P1);
        Person p2 = found(RegisteredPerson.NORDIN, LookupProfile.P2);
        Person p3 = found(RegisteredPerson.NORDIN, LookupProfile.P3);
        Person p4 = found(RegisteredPerson.NORDIN, LookupProfile.P4);

        assertThat(p1.name().flatMap(PersonName::nameInUse)).contains("Karin");
        assertThat(p1.municipality()).isEmpty();
        assertThat(p2.municipality()).contains(MunicipalityCode.of("0180"));
        assertThat(p2.addresses().orElseThrow().forPost().orElseThrow().printedLines())
                .containsExactly("Påhittsgatan 1 lgh 1101", "012 34 Påhittad");
        assertThat(p2.contactPoints()).isEmpty();
        assertThat(p3.contactPoints()).hasSize(1);
        assertThat(p4.birth()).isPresent();
        assertThat(p4.version().flatMap(version -> version.instant())).isPresent();
    }

    @Test
    void protectedPeople_inBothForms_comeWithoutAddressAndMunicipality() {
        Person secret = found(RegisteredPerson.SECRET, LookupProfile.P5);
        Person hidden = found(RegisteredPerson.HIDDEN, LookupProfile.P5);

        assertThat(secret.protection()).isEqualTo(Protection.SECRECY_MARKING);
        assertThat(hidden.protection()).isEqualTo(Protection.PROTECTED_REGISTRATION);
        assertThat(List.of(secret, hidden))
                .allMatch(person -> person.addresses().isEmpty())
                .allMatch(person -> person.municipality().isEmpty())
                .allMatch(person -> person.county().equals(Optional.of("01")))
                .allMatch(person -> person.name().isPresent());
    }

    @Test
    void deceased_isTold() {
        Person gone = found(RegisteredPerson.DECEASED, LookupProfile.P2);

        assertThat(gone.isDeceased()).isTrue();
        assertThat(gone.deceasedOn().flatMap(day -> day.day())).contains(LocalDate.of(2026, 3, 1));
        assertThat(found(RegisteredPerson.NORDIN, LookupProfile.P2).isDeceased()).isFalse();
    }

    @Test
    void changedNumber_tellsTheNewOne_orIsFollowed() {
        PersonId old = RegisteredPerson.OLD_NUMBER.id();
        PersonId now = RegisteredPerson.NEW_NUMBER.id();

        Person asIs = found(RegisteredPerson.OLD_NUMBER, LookupProfile.P2);
        Person followed =
                persons.followingReferredIdentity().person(old, LookupProfile.P2).orElseThrow();

        assertThat(asIs.personId()).contains(old);
        assertThat(asIs.currentIdentity()).contains(now);
        assertThat(followed.personId()).contains(now);
        assertThat(followed.municipality()).contains(MunicipalityCode.of("0180"));
        assertThat(followed.currentIdentity()).contains(now);
    }

    @Test
    void testPerson_andUnknown_areEmpty() {
        services.persons().remove(RegisteredPerson.NORDIN.id());

        Map<PersonId, Optional<Person>> found =
                persons.persons(
                        List.of(
                                RegisteredPerson.TEST_PERSON.id(),
                                RegisteredPerson.NORDIN.id(),
                                RegisteredPerson.UPPSALA.id()),
                        LookupProfile.P1);

        assertThat(found.get(RegisteredPerson.TEST_PERSON.id())).isEmpty();
        assertThat(found.get(RegisteredPerson.NORDIN.id())).isEmpty();
        assertThat(found.get(RegisteredPerson.UPPSALA.id())).isPresent();
        assertThat(
                        persons.includingTestPersons()
                                .person(RegisteredPerson.TEST_PERSON.id(), LookupProfile.P1))
                .isPresent();
    }

    @Test
    void peopleOfHsa_areInTheRegisterToo() {
        assertThat(persons.person(Persona.DR_LINDGREN.personId(), LookupProfile.P1))
                .hasValueSatisfying(
                        doctor ->
                                assertThat(doctor.name().orElseThrow().displayed())
                                        .isEqualTo("Åsa Påhittsson Lindgren"));
        assertThat(
                        persons.person(Persona.PROTECTED_EK.personId(), LookupProfile.P1)
                                .orElseThrow()
                                .protection())
                .isEqualTo(Protection.SECRECY_MARKING);
    }

    @Test
    void moreThanTheServiceTakes_isToldByTheService_andSplitByPersonsPerCall() {
        services.persons().maxPersons(1);
        List<PersonId> two = List.of(RegisteredPerson.NORDIN.id(), RegisteredPerson.UPPSALA.id());

        assertThatThrownBy(() -> persons.persons(two, LookupProfile.P1))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault ->
                                assertThat(PersonFault.of(fault))
                                        .contains(PersonFault.TOO_MANY_PERSONS));
        assertThat(
                        PersonClient.builder(platform)
                                .personsPerCall(1)
                                .build()
                                .persons(two, LookupProfile.P1)
                                .values())
                .allMatch(Optional::isPresent);
    }

    @Test
    void systemThatIsNotLetIn_isToldSo() {
        services.persons().deny(HsaId.of(NationalServices.SYSTEM_HSA_ID));

        assertThatThrownBy(() -> found(RegisteredPerson.NORDIN, LookupProfile.P1))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault ->
                                assertThat(PersonFault.of(fault))
                                        .contains(PersonFault.UNAUTHORISED_SYSTEM));
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonServiceFault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "DOUBLES_ANSWERS")
    void faults_areExceptions_withoutNumbers_andNeverAbsence(PersonServiceFault fault) {
        services.persons().next(fault);

        assertThatThrownBy(() -> found(RegisteredPerson.NORDIN, LookupProfile.P1))
                .isInstanceOf(EHealthException.class)
                .hasMessageNotContaining("1890")
                .hasMessageNotContaining("Nordin");
        assertThat(persons.person(RegisteredPerson.NORDIN.id(), LookupProfile.P1)).isPresent();
    }

    @Test
    void faultsOfTheAnswer_areOfTheirKind() {
        services.persons().next(PersonServiceFault.FORGETS_PROTECTION);
        assertThatThrownBy(() -> found(RegisteredPerson.NORDIN, LookupProfile.P1))
                .isInstanceOf(ProtocolException.class);

        services.faults().next(Fault.vp("VP009").producerStatus(503));
        assertThatThrownBy(() -> found(RegisteredPerson.NORDIN, LookupProfile.P1))
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void answersThatComeTwice_areOne() {
        services.persons().next(PersonServiceFault.DOUBLES_ANSWERS);

        assertThat(
                        persons.persons(
                                List.of(
                                        RegisteredPerson.NORDIN.id(),
                                        RegisteredPerson.UPPSALA.id()),
                                LookupProfile.P1))
                .hasSize(2);
    }
}
