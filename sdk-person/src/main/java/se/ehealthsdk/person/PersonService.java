package se.ehealthsdk.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.person.contract.GetPersonsForProfile;
import se.ehealthsdk.person.contract.RequestedPerson;

/** Asks the service itself, in as many calls as are needed. */
final class PersonService implements PersonSource {

    /** One call. */
    interface Caller extends Function<GetPersonsForProfile, Reply<List<RequestedPerson>>> {}

    private final Caller caller;
    private final int personsPerCall;

    PersonService(Caller caller, int personsPerCall) {
        this.caller = caller;
        this.personsPerCall = personsPerCall;
    }

    @Override
    public Map<PersonId, Optional<Person>> persons(
            Set<PersonId> ids, LookupProfile profile, boolean ignoreReferredIdentity) {
        List<PersonId> all = List.copyOf(ids);
        Map<PersonId, Optional<Person>> found = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += personsPerCall) {
            List<PersonId> some = all.subList(from, Math.min(all.size(), from + personsPerCall));
            found.putAll(call(some, profile, ignoreReferredIdentity));
        }
        return found;
    }

    private Map<PersonId, Optional<Person>> call(
            List<PersonId> ids, LookupProfile profile, boolean ignoreReferredIdentity) {
        var request =
                new GetPersonsForProfile(
                        ids.stream().map(Identity::of).toList(), profile, ignoreReferredIdentity);
        Reply<List<RequestedPerson>> reply;
        try {
            reply = caller.apply(request);
        } catch (ServiceFaultException fault) {
            throw PersonFault.of(fault).map(known -> explained(fault, known)).orElse(fault);
        }
        Map<PersonId, Optional<Person>> found = matched(ids, reply);
        if (ignoreReferredIdentity) {
            found.forEach((id, person) -> person.ifPresent(one -> requireSame(id, one, reply)));
        }
        return found;
    }

    /** A number that refers to another is answered with its own record; one with neither is somebody else's. */
    private static void requireSame(PersonId id, Person person, Reply<?> reply) {
        Identity asked = Identity.of(id);
        boolean same =
                person.identity().isSameAs(asked)
                        || person.referredIdentities().stream()
                                .anyMatch(each -> each.identity().isSameAs(asked))
                        || person.linkedIdentities().stream()
                                .anyMatch(each -> each.identity().isSameAs(asked));
        if (!same) {
            throw broken(
                    "The person data service answered with the record of somebody else", reply);
        }
    }

    private static ServiceFaultException explained(ServiceFaultException fault, PersonFault known) {
        return new ServiceFaultException(
                fault.faultCode(),
                fault.faultString(),
                fault.detail(),
                known.remedy(),
                fault.details().orElse(null));
    }

    /** Answers come in any order: each belongs to the number that it repeats. */
    private static Map<PersonId, Optional<Person>> matched(
            List<PersonId> ids, Reply<List<RequestedPerson>> reply) {
        Map<PersonId, Optional<Person>> found = new LinkedHashMap<>();
        Set<PersonId> asked = new HashSet<>(ids);
        for (RequestedPerson answer : reply.message()) {
            PersonId id =
                    answer.requested()
                            .personId()
                            .filter(asked::contains)
                            .orElseThrow(
                                    () ->
                                            broken(
                                                    "The person data service answered about somebody"
                                                            + " who was not asked for",
                                                    reply));
            Optional<Person> before = found.putIfAbsent(id, answer.person());
            if (before != null && !before.equals(answer.person())) {
                throw broken(
                        "The person data service gave two different answers about one person",
                        reply);
            }
        }
        if (!found.keySet().containsAll(asked)) {
            throw broken(
                    "The person data service left out some of those who were asked for", reply);
        }
        Map<PersonId, Optional<Person>> inOrder = new LinkedHashMap<>();
        new ArrayList<>(ids)
                .forEach(id -> inOrder.put(id, found.getOrDefault(id, Optional.empty())));
        return inOrder;
    }

    private static ProtocolException broken(String what, Reply<?> reply) {
        return new ProtocolException(what, reply.details(), null);
    }
}
