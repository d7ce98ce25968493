package se.ehealthsdk.testkit.directory.country;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A search's filter. Object classes are known without making an entry, and look-ups by HSA-id and for the commissions of a
 * person lead straight to the entry; for anything else each entry in scope is made and looked at.
 */
final class Search {

    private final Country country;
    private final Filter filter;

    Search(Country country, Filter filter) {
        this.country = country;
        this.filter = filter;
    }

    /** The only entries that can be meant; null if it may be any. */
    @Nullable List<Range> only() {
        return only(filter);
    }

    private @Nullable List<Range> only(Filter part) {
        switch (part.getFilterType()) {
            case Filter.FILTER_TYPE_AND:
                for (Filter each : part.getComponents()) {
                    List<Range> ranges = only(each);
                    if (ranges != null) {
                        return ranges;
                    }
                }
                return null;
            case Filter.FILTER_TYPE_OR:
                List<Range> all = new ArrayList<>();
                for (Filter each : part.getComponents()) {
                    List<Range> ranges = only(each);
                    if (ranges == null) {
                        return null;
                    }
                    all.addAll(ranges);
                }
                return all;
            case Filter.FILTER_TYPE_EQUALITY:
                return equality(
                        part.getAttributeName().toLowerCase(Locale.ROOT),
                        part.getAssertionValue().strip());
            case Filter.FILTER_TYPE_SUBSTRING:
                return commission(part);
            default:
                return null;
        }
    }

    private @Nullable List<Range> equality(String attribute, String value) {
        return switch (attribute) {
            case "hsaidentity" -> ranges(country.find(value).orElse(-1));
            case "hsahealthcareunitmember" -> {
                int unit = Names.number('U', value);
                if (unit < 0 || unit >= country.units()) {
                    yield List.of();
                }
                Organisation of = country.tree().ofUnit(unit);
                int careUnit = of.careUnitOf(unit - of.firstUnit());
                yield ranges(careUnit < 0 ? -1 : country.firstUnit() + of.firstUnit() + careUnit);
            }
            case "hsaresponsiblehealthcareprovider" -> {
                int unit = Names.number('U', value);
                if (unit < 0 || unit >= country.units()) {
                    yield List.of();
                }
                Organisation of = country.tree().ofUnit(unit);
                int first = country.firstUnit() + of.firstUnit() + of.firstCareUnit();
                yield List.of(new Range(first, first + of.careUnits()));
            }
            default -> null;
        };
    }

    /** The commissions of a person are asked for by how a value of theirs begins: HSA-id, semicolon. */
    private @Nullable List<Range> commission(Filter part) {
        String start = part.getSubInitialString();
        if (start == null || !part.getAttributeName().equalsIgnoreCase("hsaCommissionMember")) {
            return null;
        }
        int end = start.indexOf(';');
        int person = Names.number('P', end < 0 ? start : start.substring(0, end));
        if (person < 0 || person >= country.people()) {
            return end < 0 ? null : List.of();
        }
        int commission = country.tree().commissionOf(person);
        return ranges(commission < 0 ? -1 : country.firstCommission() + commission);
    }

    private static List<Range> ranges(int entry) {
        return entry < 0 ? List.of() : List.of(new Range(entry, entry + 1));
    }

    /** The ranges, cut down to the kinds of entry that can be meant. */
    List<Range> narrowed(List<Range> ranges) {
        List<Range> kinds = new ArrayList<>();
        addIfPossible(new Range(0, 1), kinds);
        addIfPossible(new Range(1, country.firstUnit()), kinds);
        addIfPossible(new Range(country.firstUnit(), country.firstPerson()), kinds);
        addIfPossible(new Range(country.firstPerson(), country.firstCommission()), kinds);
        addIfPossible(new Range(country.firstCommission(), country.size()), kinds);
        List<Range> narrowed = new ArrayList<>();
        for (Range range : ranges) {
            for (Range kind : kinds) {
                Range both = range.and(kind);
                if (both.size() > 0) {
                    narrowed.add(both);
                }
            }
        }
        return narrowed;
    }

    private void addIfPossible(Range kind, List<Range> kinds) {
        if (kind.size() > 0 && couldHold(filter, kind.start())) {
            kinds.add(kind);
        }
    }

    /** Whether an entry of this kind could be meant; of the classes only those that are a kind's own are looked at. */
    private boolean couldHold(Filter part, int kind) {
        return switch (part.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> {
                for (Filter each : part.getComponents()) {
                    if (!couldHold(each, kind)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Filter.FILTER_TYPE_OR -> {
                for (Filter each : part.getComponents()) {
                    if (couldHold(each, kind)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Filter.FILTER_TYPE_EQUALITY -> {
                Range ofClass =
                        part.getAttributeName().equalsIgnoreCase("objectClass")
                                ? kindOf(part.getAssertionValue())
                                : null;
                yield ofClass == null || ofClass.holds(kind);
            }
            default -> true;
        };
    }

    /** The entries of a class; null if it is no kind's own. */
    private @Nullable Range kindOf(String objectClass) {
        return switch (objectClass.toLowerCase(Locale.ROOT)) {
            case "country" -> new Range(0, 1);
            case "locality" -> new Range(1, country.firstUnit());
            case "organization",
                    "organizationalunit",
                    "hsahealthcareunit",
                    "hsahealthcareprovider" ->
                    new Range(country.firstUnit(), country.firstPerson());
            case "person", "organizationalperson", "inetorgperson", "hsapersonextension" ->
                    new Range(country.firstPerson(), country.firstCommission());
            case "hsacommission" -> new Range(country.firstCommission(), country.size());
            default -> null;
        };
    }

    /** Whether an entry is meant. */
    boolean holds(int entry) throws LDAPException {
        return holds(filter, entry);
    }

    private boolean holds(Filter part, int entry) throws LDAPException {
        switch (part.getFilterType()) {
            case Filter.FILTER_TYPE_AND:
                for (Filter each : part.getComponents()) {
                    if (!holds(each, entry)) {
                        return false;
                    }
                }
                return true;
            case Filter.FILTER_TYPE_OR:
                for (Filter each : part.getComponents()) {
                    if (holds(each, entry)) {
                        return true;
                    }
                }
                return false;
            case Filter.FILTER_TYPE_NOT:
                return !holds(part.getNOTComponent(), entry);
            case Filter.FILTER_TYPE_PRESENCE:
                if (part.getAttributeName().equalsIgnoreCase("objectClass")) {
                    return true;
                }
                if (part.getAttributeName().equalsIgnoreCase("hsaIdentity")) {
                    return entry >= country.firstUnit();
                }
                return part.matchesEntry(made(entry));
            case Filter.FILTER_TYPE_EQUALITY:
                if (part.getAttributeName().equalsIgnoreCase("objectClass")) {
                    return hasClass(entry, part.getAssertionValue());
                }
                return part.matchesEntry(made(entry));
            default:
                return part.matchesEntry(made(entry));
        }
    }

    private boolean hasClass(int entry, String objectClass) {
        for (String each : country.classes(entry)) {
            if (each.equalsIgnoreCase(objectClass)) {
                return true;
            }
        }
        return false;
    }

    private Entry made(int entry) {
        List<Attribute> attributes = new ArrayList<>();
        CountryEntry values = country.entry(entry);
        values.attributes().forEach((name, each) -> attributes.add(new Attribute(name, each)));
        return new Entry(values.name(), attributes);
    }
}
