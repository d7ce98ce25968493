package se.ehealthsdk.testkit.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.AdminCommission;
import se.ehealthsdk.hsa.AuthorizationScopeProperty;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.UnitFunction;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.testkit.hsa.DirectoryCommission;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testkit.hsa.HsaStandIn;
import se.ehealthsdk.testkit.hsa.Membership;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testkit.hsa.Post;

/** Makes the tree of entries of what is in HSA's stand-in. For use once. */
final class TreeBuilder {

    private static final DN TOP = new DN(new RDN("c", "SE"));
    private static final DN ELSEWHERE = below(TOP, "o", "Region Påhitt");

    private final Map<DN, EntryDraft> entries = new LinkedHashMap<>();
    private final Map<HsaId, DN> holders = new HashMap<>();

    private TreeBuilder() {}

    /** All entries, each after its parent. */
    static List<Entry> tree(HsaStandIn hsa) {
        TreeBuilder tree = new TreeBuilder();
        List<DirectoryUnit> units = hsa.units();
        units.forEach(unit -> tree.addUnit(unit, units));
        hsa.careProviders().forEach(tree::addProvider);
        List<Persona> people = hsa.personas();
        people.forEach(tree::addPerson);
        hsa.commissions().forEach(commission -> tree.addCommission(commission, people));
        people.forEach(tree::addAdminCommissions);
        tree.addContainers();
        return tree.entries.values().stream()
                .sorted(Comparator.comparingInt(it -> it.name().getRDNs().length))
                .map(EntryDraft::toEntry)
                .toList();
    }

    private void addUnit(DirectoryUnit unit, Collection<DirectoryUnit> all) {
        DN name =
                free(
                        parse(unit.distinguishedName())
                                .orElseGet(() -> below(ELSEWHERE, "ou", unit.unit().name())),
                        unit.hsaId());
        List<HsaId> members =
                all.stream()
                        .filter(it -> it.careUnit().filter(unit.hsaId()::equals).isPresent())
                        .map(DirectoryUnit::hsaId)
                        .toList();
        entries.put(name, UnitEntries.unit(name, unit, members));
        holders.put(unit.hsaId(), name);
        for (UnitFunction each : unit.unit().functions()) {
            DN function = below(name, "cn", each.name());
            entries.put(function, UnitEntries.function(function, each));
        }
    }

    /** A care provider that shares its HSA-id with a unit, as HSA allows, is one entry with it. */
    private void addProvider(CareProvider provider) {
        DN unit = holders.get(provider.hsaId());
        if (unit != null) {
            UnitEntries.addProvider(draft(unit), provider);
            return;
        }
        String named = provider.name().isBlank() ? provider.hsaId().value() : provider.name();
        DN name = free(below(TOP, "o", named), provider.hsaId());
        entries.put(name, UnitEntries.provider(name, provider));
        holders.put(provider.hsaId(), name);
    }

    private EntryDraft draft(DN name) {
        return Objects.requireNonNull(entries.get(name));
    }

    private void addPerson(Persona person) {
        for (Post post : person.posts()) {
            DN name =
                    free(
                            parse(post.employee().distinguishedName())
                                    .orElseGet(() -> below(ELSEWHERE, "cn", post.hsaId().value())),
                            post.hsaId());
            entries.put(name, PersonEntries.post(name, person, post));
        }
    }

    /** One whose holder is not there is nowhere. */
    private void addCommission(DirectoryCommission commission, List<Persona> people) {
        DN holder = holders.get(commission.holder());
        if (holder == null) {
            return;
        }
        Map<HsaId, Validity> members = new LinkedHashMap<>();
        for (Persona person : people) {
            for (Post post : person.posts()) {
                for (Membership each : post.memberships()) {
                    if (each.commission().equals(commission.hsaId())) {
                        members.put(post.hsaId(), each.validity());
                    }
                }
            }
        }
        String named = commission.name().isBlank() ? commission.hsaId().value() : commission.name();
        DN name = free(below(holder, "cn", named), commission.hsaId());
        entries.put(name, PersonEntries.commission(name, commission, members));
    }

    private void addAdminCommissions(Persona person) {
        for (Post post : person.posts()) {
            for (AuthorizationScopeProperty scope : post.adminScopes()) {
                for (AdminCommission each : scope.commissions()) {
                    DN name = below(ELSEWHERE, "cn", each.hsaId().value());
                    EntryDraft present = entries.get(name);
                    if (present == null) {
                        entries.put(
                                name,
                                PersonEntries.adminCommission(
                                        name, scope, each, List.of(post.hsaId())));
                    } else {
                        present.add("hsaAdminCommissionMemberP", post.hsaId().value());
                    }
                }
            }
        }
    }

    private void addContainers() {
        entries.computeIfAbsent(TOP, UnitEntries::container);
        for (DN name : new ArrayList<>(entries.keySet())) {
            for (DN parent = name.getParent(); parent != null; parent = parent.getParent()) {
                entries.computeIfAbsent(parent, UnitEntries::container);
            }
        }
    }

    /** A place that is taken gets the HSA-id into its name, as two entries cannot share one. */
    private DN free(DN wished, HsaId id) {
        if (!entries.containsKey(wished)) {
            return wished;
        }
        RDN taken = wished.getRDN();
        RDN own =
                new RDN(
                        new String[] {taken.getAttributeNames()[0], "hsaIdentity"},
                        new String[] {taken.getAttributeValues()[0], id.value()});
        return wished.getParent() == null ? new DN(own) : new DN(own, wished.getParent());
    }

    private static DN below(DN parent, String attribute, String value) {
        return new DN(new RDN(attribute, value), parent);
    }

    /** Empty for what is no name in the tree below c=SE: contracts do not mind, a directory has no place for it. */
    private static Optional<DN> parse(String text) {
        try {
            DN name = new DN(text);
            return Optional.of(name).filter(it -> it.isDescendantOf(TOP, false));
        } catch (LDAPException notAName) {
            return Optional.empty();
        }
    }
}
