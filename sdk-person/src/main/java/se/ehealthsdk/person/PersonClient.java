package se.ehealthsdk.person;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.person.contract.GetPersonsForProfile;
import se.ehealthsdk.person.contract.PersonContracts;

/**
 * Asks the national person data service (Personuppgiftstjänsten, PU) who somebody is and where they are registered.
 *
 * <pre>{@code
 * PersonClient persons = PersonClient.on(platform);
 * Optional<Person> patient = persons.person(PersonId.parse("191212121212"), LookupProfile.P2);
 * patient.flatMap(Person::municipality);        // 0180
 * }</pre>
 *
 * <p><b>Unknown</b> is an empty {@link Optional}, and so are {@linkplain #includingTestPersons() test persons}. A failure
 * is always an exception, those of {@link RivtaClient#call}; also an answer that leaves somebody out, answers about
 * somebody else, or says two things of one person is one ({@link se.ehealthsdk.core.error.ProtocolException}). Faults
 * that the service is known for are told apart by {@link PersonFault}.
 *
 * <p><b>Many at a time.</b> The service takes 500 in one call. More are asked for in several calls, one after the other;
 * if one of them fails, all of it does. It promises an answer in 100 ms and 20 ms more for each person: with hundreds,
 * see that {@link se.ehealthsdk.core.rivta.CallOptions} allows for that.
 *
 * <p><b>Protected people</b> come with little more than identity and name, whatever the profile: see {@link
 * Person#protection()}. The contracts that tell all of them need reasons that are approved, and are not here.
 *
 * <p>Source: strategicresourcemanagement:persons:person 5.0. Immutable, safe for use by many threads. Holds no resources
 * of its own: close the {@link RivtaClient}.
 */
public final class PersonClient {

    /**
     * Inera's HSA-id, {@code SE165565594230-1000}: where the national services are. Check it against what was ordered
     * for this service.
     */
    public static final LogicalAddress NATIONAL_ADDRESS = LogicalAddress.of("SE165565594230-1000");

    private final PersonSource source;
    private final boolean ignoreReferredIdentity;
    private final boolean testPersonsToo;

    PersonClient(PersonSource source, boolean ignoreReferredIdentity, boolean testPersonsToo) {
        this.source = source;
        this.ignoreReferredIdentity = ignoreReferredIdentity;
        this.testPersonsToo = testPersonsToo;
    }

    /** A client with the logical address of the environment, and no cache. */
    public static PersonClient on(RivtaClient platform) {
        return builder(platform).build();
    }

    /** Starts a client with choices of its own. */
    public static Builder builder(RivtaClient platform) {
        return new Builder(platform);
    }

    /**
     * The same client, following an old number to the one that it refers to ({@code ignoreReferredIdentity} false): the
     * person found may then have another {@linkplain Person#identity() identity} than the one asked for. Otherwise the
     * answer is about the very number, and {@link Person#currentIdentity()} tells the new one.
     */
    public PersonClient followingReferredIdentity() {
        return new PersonClient(source, false, testPersonsToo);
    }

    /**
     * The same client, also telling of persons that are marked as made up for tests ({@link Person#testIndicator()}).
     * For test environments: in production they must not be shown to anyone, and without this they are as unknown.
     */
    public PersonClient includingTestPersons() {
        return new PersonClient(source, ignoreReferredIdentity, true);
    }

    /**
     * One person.
     *
     * @param id personnummer, samordningsnummer or reserve number
     * @param profile how much to ask for; no more than is needed, for the service is ordered by profile
     * @return empty if the service does not know of the person
     * @throws InvalidInputException if the profile is reserved; nothing was sent
     */
    public Optional<Person> person(PersonId id, LookupProfile profile) {
        return persons(Set.of(id), profile).getOrDefault(id, Optional.empty());
    }

    /**
     * Many persons. Who is given twice is asked for once.
     *
     * @param ids any number; none, and nobody is asked
     * @param profile how much to ask for
     * @return a value for each of those given, in their order: empty if the service does not know of the person; cannot
     *     be changed
     * @throws InvalidInputException if the profile is reserved; nothing was sent
     */
    public Map<PersonId, Optional<Person>> persons(
            Collection<PersonId> ids, LookupProfile profile) {
        if (profile.isReserved()) {
            throw new InvalidInputException("profile", "is reserved by the contract", "P1 to P5");
        }
        Set<PersonId> once = new LinkedHashSet<>(ids);
        if (once.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Optional<Person>> found = new LinkedHashMap<>();
        source.persons(once, profile, ignoreReferredIdentity)
                .forEach(
                        (id, person) ->
                                found.put(
                                        id,
                                        person.filter(
                                                one -> testPersonsToo || !one.testIndicator())));
        return Collections.unmodifiableMap(found);
    }

    /** Builds a {@link PersonClient}. Not for use by more than one thread. */
    public static final class Builder {

        private static final int CALLS_PER_SECOND = 10;

        private final RivtaClient platform;
        private Optional<LogicalAddress> address = Optional.empty();
        private int personsPerCall = GetPersonsForProfile.MAX_PERSONS;
        private RateLimit limit = RateLimit.perSecond(CALLS_PER_SECOND);
        private @Nullable PersonCache cache;

        private Builder(RivtaClient platform) {
            this.platform = platform;
        }

        /**
         * Whom to call. Otherwise the address that the environment has for the domain, or else {@link
         * PersonClient#NATIONAL_ADDRESS}.
         */
        public Builder logicalAddress(LogicalAddress to) {
            this.address = Optional.of(to);
            return this;
        }

        /**
         * How many to ask for in one call; 500 unless set.
         *
         * @throws InvalidInputException if it is not between 1 and 500, which the contract allows
         */
        public Builder personsPerCall(int most) {
            if (most < 1 || most > GetPersonsForProfile.MAX_PERSONS) {
                throw new InvalidInputException(
                        "personsPerCall", "is not what the contract allows", "1 to 500");
            }
            this.personsPerCall = most;
            return this;
        }

        /** The pace of calls: 10 begun in each second unless set, which is what the service promises to manage. */
        public Builder limit(RateLimit pace) {
            this.limit = pace;
            return this;
        }

        /** Remembers persons. Off unless asked for. */
        public Builder cache(PersonCache settings) {
            this.cache = settings;
            return this;
        }

        /**
         * The client.
         *
         * @throws ConfigurationException if the cache is on and Caffeine is missing
         */
        public PersonClient build() {
            RivtaClient paced = platform.with(options -> options.rateLimit(limit));
            LogicalAddress to =
                    address.or(() -> paced.environment().logicalAddress(PersonContracts.DOMAIN))
                            .orElse(NATIONAL_ADDRESS);
            PersonSource service =
                    new PersonService(
                            request ->
                                    paced.exchange(
                                            PersonContracts.GET_PERSONS_FOR_PROFILE_5, to, request),
                            personsPerCall);
            return new PersonClient(cache == null ? service : caching(cache, service), true, false);
        }

        static PersonSource caching(PersonCache settings, PersonSource next) {
            try {
                return new CachedPersons(settings, next);
            } catch (NoClassDefFoundError missing) {
                throw new ConfigurationException(
                        "The cache of persons is on, but the library Caffeine is missing",
                        "Add com.github.ben-manes.caffeine:caffeine to the application, or build the"
                                + " PersonClient without cache.",
                        missing);
            }
        }
    }
}
