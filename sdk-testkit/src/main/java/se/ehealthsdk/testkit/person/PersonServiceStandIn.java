package se.ehealthsdk.testkit.person;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.Caller;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.testkit.ServiceFaults;
import se.ehealthsdk.testkit.check.Inspector;
import se.ehealthsdk.testkit.check.Rule;
import se.ehealthsdk.testkit.check.Rules;
import se.ehealthsdk.testkit.data.DataFolder;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.internal.data.DataReader;

/**
 * The person data service, with people that a test can add to and take from. Those of the HSA stand-in are in it too,
 * under the same numbers and names. Safe for use by many threads.
 *
 * <pre>{@code
 * services.persons().add(RegisteredPerson.of("NEW", id, "Nina", "Ny").registeredIn(MunicipalityCode.of("0180")));
 * services.persons().next(PersonServiceFault.LEAVES_OUT_ONE);
 * }</pre>
 *
 * <p>It answers in another order than it is asked, tells each profile what belongs to it and of the protected only what
 * the real one tells, takes at most 500 in a call, and writes faults in the real one's words. Reads and writes the wire
 * with code of its own.
 */
public final class PersonServiceStandIn {

    private static final int MOST = 500;

    private static final Rule CONTENT = Rules.of("pu.content");
    private static final Rule NO_RIGHT = Rules.of("pu.denied");
    private static final Rule LIMIT = Rules.of("pu.persons.limit");

    private final HsaStandIn hsa;
    private volatile Inspector inspector = new Inspector(Clock.systemUTC());
    private final List<RegisteredPerson> initial;
    private final Map<PersonId, RegisteredPerson> people = new LinkedHashMap<>();
    private final Set<PersonId> unknown = new HashSet<>();
    private final Set<HsaId> denied = new HashSet<>();
    private final ServiceFaults<PersonServiceFault> faults;
    private int most = MOST;

    /**
     * The people that come with the testkit.
     *
     * @param hsa whose people are known too
     */
    public PersonServiceStandIn(HsaStandIn hsa) {
        this(hsa, Clock.systemUTC());
    }

    /**
     * The people that come with the testkit.
     *
     * @param hsa whose people are known too
     * @param clock by which faults with a window begin and end
     */
    public PersonServiceStandIn(HsaStandIn hsa, Clock clock) {
        this(hsa, RegisteredPerson.SHIPPED, clock);
    }

    /**
     * These people, and no others.
     *
     * @param hsa whose people are known too
     * @param clock by which faults with a window begin and end
     */
    public PersonServiceStandIn(HsaStandIn hsa, List<RegisteredPerson> people, Clock clock) {
        this.hsa = hsa;
        this.initial = List.copyOf(people);
        this.faults = new ServiceFaults<>("persons", clock);
        reset();
    }

    /** Whom it asks before it refuses, and tells what rules are broken; strict, and telling nobody, unless set. */
    public void inspectedBy(Inspector asked) {
        inspector = asked;
    }

    /**
     * What is in files of one's own, with what comes with the testkit or in its place, as the files say.
     *
     * @param hsa whose people are known too
     */
    public static PersonServiceStandIn of(DataFolder data, HsaStandIn hsa, Clock clock) {
        Map<PersonId, RegisteredPerson> all = new LinkedHashMap<>();
        if (!data.replaces()) {
            RegisteredPerson.SHIPPED.forEach(each -> all.put(each.id(), each));
        }
        data.patients().forEach(each -> all.put(each.id(), each));
        return new PersonServiceStandIn(hsa, List.copyOf(all.values()), clock);
    }

    /** Adds a person, in the place of one with the same number. */
    public synchronized void add(RegisteredPerson person) {
        unknown.remove(person.id());
        people.put(person.id(), person);
    }

    /**
     * Adds the patients who are described in a file, in YAML or JSON; the testkit's own {@code persons.yaml} shows how.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if the file cannot be read
     * @throws se.ehealthsdk.testkit.data.InvalidDataException if something in it is wrong
     */
    public void add(Path file) {
        DataReader.files(List.of(file), DataReader.NOTHING).patients().forEach(this::add);
    }

    /** From now on nobody knows of this person. */
    public synchronized void remove(PersonId person) {
        people.remove(person);
        unknown.add(person);
    }

    /**
     * Puts a person in the place of another, under a new number if it has one.
     *
     * @throws InvalidInputException if nobody has this number here, or another has the new one
     */
    public synchronized void replace(PersonId person, RegisteredPerson by) {
        if (!people.containsKey(person)) {
            throw new InvalidInputException("person", "is not there", "somebody in this service");
        }
        if (!by.id().equals(person) && people.containsKey(by.id())) {
            throw new InvalidInputException(
                    "id", "is another person's here", "a number of its own");
        }
        Map<PersonId, RegisteredPerson> all = new LinkedHashMap<>();
        people.forEach(
                (id, each) ->
                        all.put(id.equals(person) ? by.id() : id, id.equals(person) ? by : each));
        people.clear();
        people.putAll(all);
        unknown.remove(by.id());
    }

    /** All people of this service; those of the HSA stand-in are known beside them. */
    public synchronized List<RegisteredPerson> people() {
        return List.copyOf(people.values());
    }

    /** The person with this number; empty if there is none here, whoever the HSA stand-in has. */
    public synchronized Optional<RegisteredPerson> find(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    /** What the next call that has nothing else waiting for it meets. */
    public void next(PersonServiceFault fault) {
        faults.next(fault);
    }

    /** The faults that wait for calls. */
    public ServiceFaults<PersonServiceFault> faults() {
        return faults;
    }

    /** Does not let a system in, by the HSA-id of its certificate. */
    public synchronized void deny(HsaId system) {
        denied.add(system);
    }

    /** Takes fewer than 500 in a call. */
    public synchronized void maxPersons(int number) {
        if (number < 1) {
            throw new InvalidInputException("number", "is below 1", "1 or more");
        }
        most = number;
    }

    /** Everything as it was at the start. */
    public synchronized void reset() {
        people.clear();
        initial.forEach(each -> people.put(each.id(), each));
        unknown.clear();
        denied.clear();
        faults.clear();
        most = MOST;
    }

    /** Answers the contract. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        endpoint.on(PersonWire.GET_PERSONS, this::answer);
    }

    private synchronized List<PersonWire.Answer> answer(PersonQuestion question, Caller caller) {
        if (!question.isWhole()) {
            inspector.report(CONTENT, "GetPersonsForProfile");
            throw RivtaFault.client("Unmarshalling Error");
        }
        Optional<PersonServiceFault> fault = faults.take();
        Optional<HsaId> system = caller.originalConsumer().or(caller::sender);
        boolean refused =
                system.filter(denied::contains).isPresent()
                        && inspector.refuses(NO_RIGHT, "", system.get().value());
        if (refused || fault.filter(PersonServiceFault.UNAUTHORISED_SYSTEM::equals).isPresent()) {
            throw RivtaFault.client(
                    "Obehörigt anrop för system " + system.map(HsaId::value).orElse(""));
        }
        boolean tooMany =
                question.ids().size() > most
                        && inspector.refuses(LIMIT, "personId", question.ids().size());
        if (tooMany || fault.filter(PersonServiceFault.TOO_MANY_PERSONS::equals).isPresent()) {
            throw RivtaFault.client("Förfrågans maxgräns överskriden");
        }
        if (fault.filter(PersonServiceFault.TECHNICAL::equals).isPresent()) {
            throw RivtaFault.server("Tekniskt fel, logg-id 4711");
        }
        boolean tellsProtection =
                fault.filter(PersonServiceFault.FORGETS_PROTECTION::equals).isEmpty();
        List<PersonWire.Answer> answers = new ArrayList<>();
        for (PersonQuestion.Id id : question.ids()) {
            answers.add(
                    new PersonWire.Answer(
                            id, found(id, question.follows()), question.level(), tellsProtection));
        }
        Collections.reverse(answers);
        fault.ifPresent(which -> spoil(answers, which));
        return answers;
    }

    private static void spoil(List<PersonWire.Answer> answers, PersonServiceFault fault) {
        PersonWire.Answer last = answers.get(answers.size() - 1);
        switch (fault) {
            case LEAVES_OUT_ONE -> answers.remove(last);
            case ANSWERS_ABOUT_ANOTHER ->
                    answers.add(
                            new PersonWire.Answer(
                                    new PersonQuestion.Id("1.2.752.129.2.1.3.1", "180101319861"),
                                    Optional.empty(),
                                    last.level(),
                                    true));
            case CONTRADICTS_ITSELF ->
                    answers.add(
                            new PersonWire.Answer(
                                    last.requested(),
                                    last.person().isPresent()
                                            ? Optional.empty()
                                            : Optional.of(RegisteredPerson.NORDIN),
                                    last.level(),
                                    true));
            case DOUBLES_ANSWERS -> answers.addAll(List.copyOf(answers));
            default -> {
                // a SOAP fault, or in the answers already
            }
        }
    }

    private Optional<RegisteredPerson> found(PersonQuestion.Id id, boolean follows) {
        Optional<PersonId> number = PersonId.tryParse(id.root(), id.extension());
        Optional<RegisteredPerson> known =
                number.filter(each -> !unknown.contains(each)).flatMap(this::known);
        return follows
                ? known.map(old -> old.replacedBy().flatMap(this::known).orElse(old))
                : known;
    }

    private Optional<RegisteredPerson> known(PersonId id) {
        return Optional.ofNullable(people.get(id))
                .or(
                        () ->
                                hsa.personas().stream()
                                        .filter(each -> each.personId().equals(id))
                                        .findFirst()
                                        .map(PersonServiceStandIn::employee));
    }

    private static RegisteredPerson employee(Persona persona) {
        RegisteredPerson person =
                RegisteredPerson.of(
                        persona.name(),
                        persona.personId(),
                        persona.givenName(),
                        persona.middleAndSurname());
        person = persona.protectedPerson() ? person.markedForSecrecy() : person;
        return persona.feigned() ? person.markedForTests() : person;
    }
}
