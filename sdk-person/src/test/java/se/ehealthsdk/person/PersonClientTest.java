package se.ehealthsdk.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.ReserveNumberIssuer;
import se.ehealthsdk.core.identifier.Reservnummer;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.person.contract.GetPersonsForProfile;
import se.ehealthsdk.person.contract.RequestedPerson;

class PersonClientTest {

    private static final PersonId TOLVAN = PersonId.parse("191212121212");
    private static final PersonId OTHER = PersonId.parse("189001019802");
    private static final CallDetails DETAILS =
            new CallDetails(
                    "contract",
                    "address",
                    Optional.empty(),
                    "correlation-id",
                    "https://localhost/vp",
                    OptionalInt.of(200),
                    Duration.ZERO,
                    1);

    private final List<GetPersonsForProfile> asked = new ArrayList<>();
    private Function<GetPersonsForProfile, List<RequestedPerson>> service =
            request -> request.persons().stream().map(PersonClientTest::known).toList();
    private final PersonSource source = new PersonService(this::call, 500);
    private final PersonClient persons = new PersonClient(source, true, false);

    private Reply<List<RequestedPerson>> call(GetPersonsForProfile request) {
        asked.add(request);
        return new Reply<>(service.apply(request), DETAILS);
    }

    private static RequestedPerson known(Identity identity) {
        return new RequestedPerson(identity, Optional.of(Person.builder(identity).build()));
    }

    private static RequestedPerson unknown(Identity identity) {
        return new RequestedPerson(identity, Optional.empty());
    }

    @Test
    void personFound_isReturned_andTheVeryNumberAskedFor() {
        assertThat(persons.person(TOLVAN, LookupProfile.P2))
                .contains(Person.builder(TOLVAN).build());
        assertThat(asked)
                .containsExactly(
                        new GetPersonsForProfile(
                                List.of(Identity.of(TOLVAN)), LookupProfile.P2, true));
    }

    @Test
    void personUnknown_isEmpty() {
        service = request -> List.of(unknown(request.persons().get(0)));

        assertThat(persons.person(TOLVAN, LookupProfile.P1)).isEmpty();
    }

    @Test
    void answersInAnotherOrder_reachTheirOwners() {
        service = request -> List.of(unknown(Identity.of(OTHER)), known(Identity.of(TOLVAN)));

        Map<PersonId, Optional<Person>> found =
                persons.persons(List.of(TOLVAN, OTHER), LookupProfile.P1);

        assertThat(found.keySet()).containsExactly(TOLVAN, OTHER);
        assertThat(found.get(TOLVAN)).isPresent();
        assertThat(found.get(OTHER)).isEmpty();
    }

    @Test
    void answerWithHyphen_isMatched() {
        service = request -> List.of(known(new Identity("1.2.752.129.2.1.3.1", "19121212-1212")));

        assertThat(persons.person(TOLVAN, LookupProfile.P1)).isPresent();
    }

    @Test
    void personGivenTwice_isAskedForOnce() {
        assertThat(persons.persons(List.of(TOLVAN, OTHER, TOLVAN), LookupProfile.P1)).hasSize(2);
        assertThat(asked.get(0).persons()).hasSize(2);
    }

    @Test
    void nobodyGiven_nobodyIsAsked() {
        assertThat(persons.persons(List.of(), LookupProfile.P1)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 1001})
    void many_areAskedForInCallsOfAtMost500(int count) {
        List<PersonId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, "TEST" + i));
        }
        service =
                request -> {
                    List<RequestedPerson> answers =
                            new ArrayList<>(
                                    request.persons().stream()
                                            .map(PersonClientTest::known)
                                            .toList());
                    Collections.reverse(answers);
                    return answers;
                };

        Map<PersonId, Optional<Person>> found = persons.persons(ids, LookupProfile.P1);

        assertThat(found.keySet()).containsExactlyElementsOf(ids);
        assertThat(found)
                .allSatisfy(
                        (id, person) ->
                                assertThat(person.orElseThrow().identity())
                                        .isEqualTo(Identity.of(id)));
        assertThat(asked).hasSize((count + 499) / 500);
        assertThat(asked).allMatch(call -> call.persons().size() <= 500);
    }

    @Test
    void oneOfSeveralCallsFails_nothingIsReturned() {
        var few = new PersonClient(new PersonService(this::call, 1), true, false);
        service =
                request -> {
                    if (asked.size() == 2) {
                        throw new ServiceFaultException("Server", "log id 17", "", DETAILS);
                    }
                    return List.of(known(request.persons().get(0)));
                };

        assertThatThrownBy(() -> few.persons(List.of(TOLVAN, OTHER), LookupProfile.P1))
                .isInstanceOf(ServiceFaultException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void answerThatLeavesSomebodyOut_isAFailure_notAbsence() {
        service = request -> List.of(known(Identity.of(TOLVAN)));

        assertThatThrownBy(() -> persons.persons(List.of(TOLVAN, OTHER), LookupProfile.P1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("left out")
                .hasMessageNotContaining("1890");
    }

    @Test
    void answerAboutSomebodyElse_isAFailure() {
        service = request -> List.of(known(Identity.of(OTHER)));

        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("not asked for")
                .hasMessageNotContaining("1912")
                .hasMessageNotContaining("1890");
    }

    @Test
    void recordOfSomebodyElse_underTheNumberAskedFor_isAFailure() {
        service = request -> List.of(answered(Person.builder(OTHER).build()));

        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("somebody else")
                .hasMessageNotContaining("1890");

        service =
                request ->
                        List.of(
                                answered(
                                        Person.builder(OTHER)
                                                .referredIdentity(
                                                        new ReferredIdentity(
                                                                Identity.of(TOLVAN),
                                                                Optional.empty()))
                                                .build()));
        assertThat(persons.person(TOLVAN, LookupProfile.P1)).isPresent();
    }

    private static RequestedPerson answered(Person person) {
        return new RequestedPerson(Identity.of(TOLVAN), Optional.of(person));
    }

    @Test
    void twoDifferentAnswersAboutOne_areAFailure_twoEqualAreNot() {
        Identity tolvan = Identity.of(TOLVAN);
        service = request -> List.of(known(tolvan), known(tolvan));
        assertThat(persons.person(TOLVAN, LookupProfile.P1)).isPresent();

        service = request -> List.of(known(tolvan), unknown(tolvan));
        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("two different");
    }

    @Test
    void testPerson_isAsUnknown_unlessAskedFor() {
        service =
                request ->
                        List.of(
                                new RequestedPerson(
                                        Identity.of(TOLVAN),
                                        Optional.of(
                                                Person.builder(TOLVAN)
                                                        .testIndicator(true)
                                                        .build())));

        assertThat(persons.person(TOLVAN, LookupProfile.P1)).isEmpty();
        assertThat(persons.includingTestPersons().person(TOLVAN, LookupProfile.P1)).isPresent();
    }

    @Test
    void followingReferences_asksForIt_andMayFindAnotherNumber() {
        service =
                request ->
                        List.of(
                                new RequestedPerson(
                                        Identity.of(OTHER),
                                        Optional.of(Person.builder(TOLVAN).build())));

        assertThat(persons.followingReferredIdentity().person(OTHER, LookupProfile.P1))
                .hasValueSatisfying(found -> assertThat(found.personId()).contains(TOLVAN));
        assertThat(asked.get(0).ignoreReferredIdentity()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupProfile.class,
            names = {"P6", "P7", "P8", "P9", "P10"})
    void reservedProfile_isRefusedBeforeAnythingIsSent(LookupProfile profile) {
        assertThatThrownBy(() -> persons.person(TOLVAN, profile))
                .isInstanceOf(InvalidInputException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void knownFaults_sayWhatToDo() {
        service = fault("Client", "Obehörigt anrop för system TSTNMT2321000156-TEST");
        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> {
                            assertThat(PersonFault.of(fault))
                                    .contains(PersonFault.UNAUTHORISED_SYSTEM);
                            assertThat(fault.remedy())
                                    .isEqualTo(PersonFault.UNAUTHORISED_SYSTEM.remedy());
                            assertThat(fault.details()).contains(DETAILS);
                            assertThat(fault.retryable()).isFalse();
                        });

        service = fault("Client", "Förfrågans maxgräns överskriden");
        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault ->
                                assertThat(PersonFault.of(fault))
                                        .contains(PersonFault.TOO_MANY_PERSONS));
    }

    @Test
    void otherFaults_areThrownAsTheyCame() {
        service = fault("Server", "Obehörigt anrop för system X");

        assertThatThrownBy(() -> persons.person(TOLVAN, LookupProfile.P1))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> {
                            assertThat(PersonFault.of(fault)).isEmpty();
                            assertThat(fault.retryable()).isTrue();
                        });
    }

    private static Function<GetPersonsForProfile, List<RequestedPerson>> fault(
            String code, String text) {
        return request -> {
            throw new ServiceFaultException(code, text, "", DETAILS);
        };
    }

    @Test
    void cache_asksOnlyForThoseItDoesNotHave_andForgets() {
        AtomicLong nanos = new AtomicLong();
        var cached =
                new PersonClient(
                        new CachedPersons(
                                PersonCache.of(Duration.ofMinutes(5)), source, nanos::get),
                        true,
                        false);
        cached.person(TOLVAN, LookupProfile.P1);

        Map<PersonId, Optional<Person>> both =
                cached.persons(List.of(OTHER, TOLVAN), LookupProfile.P1);
        assertThat(both.keySet()).containsExactly(OTHER, TOLVAN);
        assertThat(both.values()).allMatch(Optional::isPresent);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).persons()).containsExactly(Identity.of(OTHER));

        cached.person(TOLVAN, LookupProfile.P2);
        cached.followingReferredIdentity().person(TOLVAN, LookupProfile.P1);
        assertThat(asked).hasSize(4);

        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        cached.person(TOLVAN, LookupProfile.P1);
        assertThat(asked).hasSize(5);
    }

    @Test
    void cache_remembersNeitherUnknownNorFailure() {
        var cached =
                new PersonClient(
                        new CachedPersons(PersonCache.of(Duration.ofMinutes(5)), source),
                        true,
                        false);
        service = request -> List.of(unknown(request.persons().get(0)));
        assertThat(cached.person(TOLVAN, LookupProfile.P1)).isEmpty();
        service = fault("Server", "log id 17");
        assertThatThrownBy(() -> cached.person(TOLVAN, LookupProfile.P1))
                .isInstanceOf(ServiceFaultException.class);
        service = request -> List.of(known(request.persons().get(0)));

        assertThat(cached.person(TOLVAN, LookupProfile.P1)).isPresent();
    }
}
