package se.ehealthsdk.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.PersonId;

/** Remembers persons. The only class that touches Caffeine, so that it is needed only where this is used. */
final class CachedPersons implements PersonSource {

    private record Question(PersonId id, LookupProfile profile, boolean ignoreReferredIdentity) {}

    private final PersonSource next;
    private final Cache<Question, Person> known;

    CachedPersons(PersonCache settings, PersonSource next) {
        this(settings, next, Ticker.systemTicker());
    }

    CachedPersons(PersonCache settings, PersonSource next, Ticker ticker) {
        this.next = next;
        this.known =
                Caffeine.newBuilder()
                        .expireAfterWrite(settings.timeToLive())
                        .maximumSize(settings.maxPersons())
                        .ticker(ticker)
                        .build();
    }

    @Override
    public Map<PersonId, Optional<Person>> persons(
            Set<PersonId> ids, LookupProfile profile, boolean ignoreReferredIdentity) {
        Map<PersonId, Optional<Person>> found = new LinkedHashMap<>();
        Set<PersonId> missing = new LinkedHashSet<>();
        for (PersonId id : ids) {
            Person remembered =
                    known.getIfPresent(new Question(id, profile, ignoreReferredIdentity));
            found.put(id, Optional.ofNullable(remembered));
            if (remembered == null) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            next.persons(missing, profile, ignoreReferredIdentity)
                    .forEach(
                            (id, person) -> {
                                found.put(id, person);
                                person.ifPresent(
                                        one ->
                                                known.put(
                                                        new Question(
                                                                id,
                                                                profile,
                                                                ignoreReferredIdentity),
                                                        one));
                            });
        }
        return found;
    }
}
