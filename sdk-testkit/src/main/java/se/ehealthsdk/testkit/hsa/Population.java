package se.ehealthsdk.testkit.hsa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.testkit.data.DataFolder;

/** All that is in a directory at one moment. Immutable. */
record Population(
        Map<HsaId, CareProvider> providers,
        Map<HsaId, DirectoryUnit> units,
        Map<HsaId, DirectoryCommission> commissions,
        List<Persona> personas,
        Set<PersonId> followed) {

    static final Population NOBODY =
            new Population(Map.of(), Map.of(), Map.of(), List.of(), Set.of());

    Population {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        commissions = Collections.unmodifiableMap(new LinkedHashMap<>(commissions));
        personas = List.copyOf(personas);
        followed = Set.copyOf(followed);
    }

    static Population of(DataFolder data) {
        return NOBODY.and(data);
    }

    Persona persona(String name) {
        return personas.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "persona", "is not in the directory", "another name"));
    }

    Optional<CareProvider> provider(HsaId id) {
        return Optional.ofNullable(providers.get(id));
    }

    Optional<DirectoryUnit> unit(HsaId id) {
        return Optional.ofNullable(units.get(id));
    }

    Stream<Owned> posts() {
        return personas.stream()
                .flatMap(person -> person.posts().stream().map(post -> new Owned(person, post)));
    }

    /** A post and whose it is. */
    record Owned(Persona person, Post post) {}

    Population with(CareProvider provider) {
        return new Population(
                added(providers, provider.hsaId(), provider),
                units,
                commissions,
                personas,
                followed);
    }

    Population with(DirectoryUnit unit) {
        return new Population(
                providers, added(units, unit.hsaId(), unit), commissions, personas, followed);
    }

    Population with(DirectoryCommission commission) {
        return new Population(
                providers,
                units,
                added(commissions, commission.hsaId(), commission),
                personas,
                followed);
    }

    /** With a person, in the place of one of the same name. */
    Population with(Persona persona) {
        List<Persona> all = new ArrayList<>(personas);
        int place = places(all).indexOf(persona.name());
        if (place < 0) {
            all.add(persona);
        } else {
            all.set(place, persona);
        }
        return with(all);
    }

    Population replacing(String name, Persona persona) {
        List<Persona> all = new ArrayList<>(personas);
        int place = places(all).indexOf(name);
        if (place < 0) {
            throw new InvalidInputException("name", "is nobody's", "the name of somebody there is");
        }
        if (!persona.name().equals(name) && places(all).contains(persona.name())) {
            throw new InvalidInputException(
                    "persona", "has a name that another has", "a name of its own");
        }
        all.set(place, persona);
        return with(all);
    }

    private static List<String> places(List<Persona> people) {
        return people.stream().map(Persona::name).toList();
    }

    Population with(List<Persona> people) {
        return new Population(providers, units, commissions, people, followed);
    }

    Population without(HsaId id) {
        return new Population(
                removed(providers, id),
                removed(units, id),
                removed(commissions, id),
                personas,
                followed);
    }

    Population following(PersonId person, boolean follow) {
        Set<PersonId> changed = new HashSet<>(followed);
        if (follow) {
            changed.add(person);
        } else {
            changed.remove(person);
        }
        return new Population(providers, units, commissions, personas, changed);
    }

    /** With one post changed, whoever has it. */
    Population changing(HsaId post, UnaryOperator<Post> change) {
        List<Persona> changed = new ArrayList<>();
        for (Persona person : personas) {
            List<Post> posts =
                    person.posts().stream()
                            .map(each -> each.hsaId().equals(post) ? change.apply(each) : each)
                            .toList();
            changed.add(
                    new Persona(
                            person.name(),
                            person.personId(),
                            person.givenName(),
                            person.middleAndSurname(),
                            person.protectedPerson(),
                            person.feigned(),
                            posts));
        }
        return with(changed);
    }

    /** With what files say, in the place of what has the same HSA-ids and names. */
    Population and(DataFolder more) {
        Map<HsaId, CareProvider> allProviders = new LinkedHashMap<>(providers);
        more.careProviders().forEach(each -> allProviders.put(each.hsaId(), each));
        Map<HsaId, DirectoryUnit> allUnits = new LinkedHashMap<>(units);
        more.units().forEach(each -> allUnits.put(each.hsaId(), each));
        Map<HsaId, DirectoryCommission> allCommissions = new LinkedHashMap<>(commissions);
        more.commissions().forEach(each -> allCommissions.put(each.hsaId(), each));
        Map<String, Persona> allPeople = new LinkedHashMap<>();
        personas.forEach(each -> allPeople.put(each.name(), each));
        more.people().forEach(each -> allPeople.put(each.name(), each));
        return new Population(
                allProviders, allUnits, allCommissions, List.copyOf(allPeople.values()), followed);
    }

    private static <T> Map<HsaId, T> added(Map<HsaId, T> before, HsaId id, T value) {
        Map<HsaId, T> all = new LinkedHashMap<>(before);
        all.put(id, value);
        return all;
    }

    private static <T> Map<HsaId, T> removed(Map<HsaId, T> before, HsaId id) {
        Map<HsaId, T> rest = new LinkedHashMap<>(before);
        rest.remove(id);
        return rest;
    }
}
