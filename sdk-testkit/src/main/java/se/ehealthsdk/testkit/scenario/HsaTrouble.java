package se.ehealthsdk.testkit.scenario;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.UnitDetails;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Membership;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;

/** Makes HSA's data bad in one way, and good again. */
final class HsaTrouble {

    private HsaTrouble() {}

    /**
     * Makes them bad.
     *
     * @return makes them good again
     * @throws InvalidInputException if the person, the unit or the commission is not there
     */
    static Runnable make(HsaStandIn hsa, Action.ChangeHsa change, Instant now) {
        return switch (change.problem()) {
            case MISSING_WORKPLACE_CODE ->
                    unit(
                            hsa,
                            change.of(),
                            unit ->
                                    unit.withDetails(
                                            new UnitDetails(
                                                    List.of(),
                                                    unit.details().telephoneNumbers(),
                                                    unit.details().postalAddress())));
            case ARCHIVED_UNIT -> unit(hsa, change.of(), DirectoryUnit::putInArchive);
            case UNKNOWN_PERSON -> {
                Persona before = hsa.persona(change.of());
                hsa.remove(before);
                yield () -> hsa.add(before);
            }
            default -> person(hsa, change, now);
        };
    }

    private static Runnable unit(
            HsaStandIn hsa, String id, java.util.function.UnaryOperator<DirectoryUnit> spoil) {
        DirectoryUnit before =
                hsa.units().stream()
                        .filter(each -> each.hsaId().equals(HsaId.of(id)))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "of", "is no unit of HSA here", "a unit's HSA-id"));
        hsa.addUnit(spoil.apply(before));
        return () -> hsa.addUnit(before);
    }

    private static Runnable person(HsaStandIn hsa, Action.ChangeHsa change, Instant now) {
        Persona before = hsa.persona(change.of());
        List<Post> posts =
                switch (change.problem()) {
                    case NO_ASSIGNMENT ->
                            before.posts().stream().map(each -> with(each, List.of())).toList();
                    case EXPIRED_ASSIGNMENT -> expired(before, change.commission(), now);
                    case TWO_HSA_IDS ->
                            Stream.concat(before.posts().stream(), Stream.of(second(before)))
                                    .toList();
                    default ->
                            before.posts().stream()
                                    .map(
                                            each ->
                                                    new Post(
                                                            isProtected(each.employee()),
                                                            each.credentials(),
                                                            each.memberships(),
                                                            each.adminScopes()))
                                    .toList();
                };
        boolean isProtected =
                before.protectedPerson() || change.problem() == Action.HsaProblem.PROTECTED_PERSON;
        hsa.add(
                new Persona(
                        before.name(),
                        before.personId(),
                        before.givenName(),
                        before.middleAndSurname(),
                        isProtected,
                        before.feigned(),
                        posts));
        return () -> hsa.add(before);
    }

    private static List<Post> expired(Persona person, Optional<String> commission, Instant now) {
        Optional<HsaId> which = commission.map(HsaId::of);
        boolean there =
                person.posts().stream()
                        .flatMap(each -> each.memberships().stream())
                        .anyMatch(each -> which.map(each.commission()::equals).orElse(true));
        if (!there) {
            throw new InvalidInputException(
                    "commission", "is none of the person's assignments", "one that the person has");
        }
        Validity ended =
                new Validity(
                        Optional.empty(), Optional.of(now.minus(1, ChronoUnit.DAYS)), List.of());
        return person.posts().stream()
                .map(
                        post ->
                                with(
                                        post,
                                        post.memberships().stream()
                                                .map(
                                                        each ->
                                                                which.map(each.commission()::equals)
                                                                                .orElse(true)
                                                                        ? new Membership(
                                                                                each.commission(),
                                                                                ended)
                                                                        : each)
                                                .toList()))
                .toList();
    }

    private static Post with(Post post, List<Membership> memberships) {
        return new Post(post.employee(), post.credentials(), memberships, post.adminScopes());
    }

    /** A post with the data of the first and an HSA-id of its own. */
    private static Post second(Persona person) {
        Post first = person.posts().get(0);
        HsaId other = HsaId.of(first.hsaId().value() + "X");
        Employee its = first.employee();
        return new Post(
                Employee.builder(other)
                        .givenName(its.givenName().orElse(person.givenName()))
                        .middleAndSurname(its.middleAndSurname())
                        .distinguishedName("cn=" + other.value() + ",o=Region Påhitt,c=SE")
                        .protectedPerson(its.protectedPerson())
                        .build(),
                Credentials.builder(other).build(),
                first.memberships(),
                List.of());
    }

    private static Employee isProtected(Employee it) {
        return new Employee(
                it.hsaId(),
                it.givenName(),
                it.middleAndSurname(),
                it.nickName(),
                it.mail(),
                it.telephoneNumbers(),
                it.switchboardNumber(),
                it.nonPublicTelephoneNumbers(),
                it.mobileNumbers(),
                it.faxNumbers(),
                it.telephoneHours(),
                it.postalAddress(),
                it.description(),
                it.title(),
                it.licences(),
                it.paTitles(),
                it.specialityNames(),
                it.specialityCodes(),
                it.specialities(),
                it.distinguishedName(),
                true,
                it.validity(),
                it.feigned(),
                it.age(),
                it.gender());
    }
}
