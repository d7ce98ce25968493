package se.ehealthsdk.hsa.ldap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.internal.directory.CareStructure;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.SearchTerms;
import se.ehealthsdk.hsa.schema.DirectoryField;

/**
 * The commissions that people have, with care unit and care provider, as GetCredentialsForPerson tells of them. One
 * that lacks what that contract requires is left out there without a word; here it is left out too, and the reason is
 * told to the tally.
 */
final class HeldCommissions {

    private static final Comparator<CommissionEntry> BY_ID =
            Comparator.comparing(CommissionEntry::hsaId);

    private final Question question;
    private final Reading on;
    private final SearchTerms terms;

    HeldCommissions(Question question, Reading on) {
        this.question = question;
        this.on = on;
        this.terms = on.terms();
    }

    /** What each of these people has at a time, in the order of the commissions' HSA-ids. */
    Map<HsaId, List<Commission>> of(Collection<HsaId> people, Instant at) {
        Map<HsaId, Optional<Commission>> resolved = new LinkedHashMap<>();
        Map<HsaId, List<Commission>> held = new LinkedHashMap<>();
        for (List<HsaId> some : Question.portions(people)) {
            List<CommissionEntry> found =
                    question.all(
                            on.kinds().commissions(),
                            namesAny(some),
                            entry -> isHeldByAny(entry, some, at));
            for (CommissionEntry entry : found.stream().sorted(BY_ID).toList()) {
                resolved.computeIfAbsent(entry.hsaId(), id -> resolve(entry))
                        .ifPresent(commission -> add(commission, entry, some, at, held));
            }
        }
        return held;
    }

    private static void add(
            Commission commission,
            CommissionEntry entry,
            List<HsaId> people,
            Instant at,
            Map<HsaId, List<Commission>> held) {
        for (HsaId person : people) {
            if (isMember(entry, person, at)) {
                held.computeIfAbsent(person, id -> new ArrayList<>()).add(commission);
            }
        }
    }

    /** A value begins with the HSA-id; that of somebody else may begin so too, which is why it is looked at again. */
    private Condition namesAny(List<HsaId> people) {
        List<Condition> each =
                people.stream()
                        .map(id -> terms.startsWith(DirectoryField.COMMISSION_MEMBERS, id.value()))
                        .toList();
        return each.size() == 1 ? each.get(0) : new Condition.Any(each);
    }

    private boolean isHeldByAny(CommissionEntry entry, List<HsaId> people, Instant at) {
        if (people.stream().anyMatch(id -> isMember(entry, id, at))) {
            return true;
        }
        // the membership that was looked for may be one that cannot be read
        if (on.visibility().sees(entry.marks())) {
            entry.problems().stream()
                    .filter(it -> terms.isOf(DirectoryField.COMMISSION_MEMBERS, it.attribute()))
                    .forEach(question::problem);
        }
        return false;
    }

    static boolean isMember(CommissionEntry entry, HsaId person, Instant at) {
        for (CommissionMember member : entry.members()) {
            if (member.person().equals(person) && member.validity().at(at)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Commission> resolve(CommissionEntry entry) {
        if (entry.purpose().isEmpty()) {
            return dropped(entry, DirectoryField.COMMISSION_PURPOSE, "Vård och behandling");
        }
        if (entry.title().isBlank()) {
            return dropped(entry, DirectoryField.COMMISSION_TITLE, "a name");
        }
        Optional<UnitEntry> holder = question.directlyAbove(entry.name());
        if (holder.isEmpty()) {
            question.problem(
                    entry.hsaId(),
                    terms.attribute(DirectoryField.HSA_ID),
                    "is that of a commission that is left out: what it stands directly below has no HSA-id",
                    "a place directly below a care unit or a care provider");
            return Optional.empty();
        }
        return holder.filter(question::tellsOf).flatMap(it -> resolve(entry, it));
    }

    private Optional<Commission> resolve(CommissionEntry entry, UnitEntry holder) {
        Optional<HsaId> pointer = holder.care().responsibleProvider();
        if (pointer.isEmpty() && holder.care().careProvider()) {
            return provider(entry, Optional.of(holder))
                    .map(provider -> Told.commission(entry, Optional.empty(), provider));
        }
        if (pointer.isEmpty()) {
            question.problem(
                    holder.hsaId(),
                    terms.attribute(DirectoryField.RESPONSIBLE_PROVIDER),
                    "is missing, and commissions of the unit are left out for it",
                    "the HSA-id of a care provider");
            return Optional.empty();
        }
        if (holder.unit().name().isBlank()) {
            question.problem(
                    holder.hsaId(),
                    terms.attribute(DirectoryField.UNIT_NAME),
                    "is missing, and commissions of the unit are left out for it",
                    "a name");
            return Optional.empty();
        }
        return provider(entry, question.unit(pointer.get()))
                .map(provider -> Told.commission(entry, Optional.of(holder), provider));
    }

    private Optional<CareProvider> provider(CommissionEntry entry, Optional<UnitEntry> found) {
        Optional<CareProvider> provider = found.flatMap(CareStructure::asProvider);
        if (provider.isEmpty()) {
            question.problem(
                    entry.hsaId(),
                    terms.attribute(DirectoryField.RESPONSIBLE_PROVIDER),
                    "leads to no care provider with name and organisation number that is told of, and"
                            + " the commission is left out for it",
                    "a whole care provider");
        }
        return provider;
    }

    private Optional<Commission> dropped(
            CommissionEntry entry, DirectoryField missing, String expected) {
        question.problem(
                entry.hsaId(),
                terms.attribute(missing),
                "is missing, and the commission is left out for it",
                expected);
        return Optional.empty();
    }
}
