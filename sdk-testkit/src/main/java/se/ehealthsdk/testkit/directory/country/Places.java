package se.ehealthsdk.testkit.directory.country;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Which entries stand at, directly below or anywhere below a place in the tree: a few ranges of numbers. */
final class Places {

    private final Country country;
    private final Tree tree;

    Places(Country country) {
        this.country = country;
        this.tree = country.tree();
    }

    /** The number of the entry with a distinguished name; empty if there is none. */
    OptionalInt find(String name) throws LDAPException {
        RDN[] steps = new DN(name).getRDNs();
        int at = steps.length - 1;
        if (at < 0 || !is(steps[at], "c", "SE")) {
            return OptionalInt.empty();
        }
        if (--at < 0) {
            return OptionalInt.of(0);
        }
        int county = 0;
        while (county < County.ALL.size() && !is(steps[at], "l", County.ALL.get(county).name())) {
            county++;
        }
        if (county == County.ALL.size()) {
            return OptionalInt.empty();
        }
        if (--at < 0) {
            return OptionalInt.of(1 + county);
        }
        for (Organisation of : tree.ofCounty(county)) {
            if (is(steps[at], "o", country.names().organisation(of))) {
                return below(of, steps, at - 1);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt below(Organisation of, RDN[] steps, int lowest) {
        int own = 0;
        for (int at = lowest; at >= 0; at--) {
            int child = of.firstChild(own);
            while (child < of.endChild(own)
                    && !is(steps[at], "ou", UnitFacts.plain(country.names().unit(of, child)))) {
                child++;
            }
            if (child >= of.endChild(own)) {
                return at == 0 ? leaf(of, own, steps[0]) : OptionalInt.empty();
            }
            own = child;
        }
        return OptionalInt.of(country.firstUnit() + of.firstUnit() + own);
    }

    private OptionalInt leaf(Organisation of, int own, RDN step) {
        int unit = of.firstUnit() + own;
        for (int person = tree.firstPerson(unit); person < tree.firstPerson(unit + 1); person++) {
            if (is(step, "cn", country.names().person(person, unit))) {
                return OptionalInt.of(country.firstPerson() + person);
            }
        }
        if (of.level(own) == of.careLevel()) {
            Range all = tree.commissionsOf(of, own);
            for (int commission = all.start(); commission < all.end(); commission++) {
                if (is(step, "cn", country.names().commission(commission, all))) {
                    return OptionalInt.of(country.firstCommission() + commission);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static boolean is(RDN step, String type, String value) {
        return !step.isMultiValued()
                && step.getAttributeNames()[0].equalsIgnoreCase(type)
                && step.getAttributeValues()[0].equalsIgnoreCase(value);
    }

    /** The entries that a search from an entry goes through. */
    List<Range> within(int base, SearchScope scope) {
        List<Range> ranges = new ArrayList<>();
        if (scope == SearchScope.BASE) {
            ranges.add(new Range(base, base + 1));
        } else if (scope == SearchScope.ONE) {
            children(base, ranges);
        } else {
            if (scope == SearchScope.SUB) {
                ranges.add(new Range(base, base + 1));
            }
            allBelow(base, ranges);
        }
        ranges.removeIf(range -> range.size() == 0);
        return ranges;
    }

    private void children(int base, List<Range> ranges) {
        if (base == 0) {
            ranges.add(new Range(1, country.firstUnit()));
        } else if (base < country.firstUnit()) {
            for (Organisation of : tree.ofCounty(base - 1)) {
                int entry = country.firstUnit() + of.firstUnit();
                ranges.add(new Range(entry, entry + 1));
            }
        } else if (base < country.firstPerson()) {
            int unit = base - country.firstUnit();
            Organisation of = tree.ofUnit(unit);
            int own = unit - of.firstUnit();
            int first = country.firstUnit() + of.firstUnit();
            ranges.add(new Range(first + of.firstChild(own), first + of.endChild(own)));
            ranges.add(people(unit, unit + 1));
            if (of.level(own) == of.careLevel()) {
                ranges.add(commissions(of, new Range(own, own + 1)));
            }
        }
    }

    private void allBelow(int base, List<Range> ranges) {
        if (base == 0) {
            ranges.add(new Range(1, country.size()));
        } else if (base < country.firstUnit()) {
            List<Organisation> all = tree.ofCounty(base - 1);
            if (!all.isEmpty()) {
                Organisation first = all.get(0);
                Organisation last = all.get(all.size() - 1);
                whole(first, last, first.firstUnit(), ranges);
            }
        } else if (base < country.firstPerson()) {
            int unit = base - country.firstUnit();
            Organisation of = tree.ofUnit(unit);
            if (unit == of.firstUnit()) {
                whole(of, of, unit + 1, ranges);
            } else {
                below(of, unit, ranges);
            }
        }
    }

    /** Neighbouring organisations, their units from a certain one. */
    private void whole(Organisation first, Organisation last, int fromUnit, List<Range> ranges) {
        ranges.add(new Range(country.firstUnit() + fromUnit, country.firstUnit() + last.endUnit()));
        ranges.add(people(first.firstUnit(), last.endUnit()));
        int start = tree.commissionsOf(first, first.firstCareUnit()).start();
        int end = tree.commissionsOf(last, last.firstCareUnit() + last.careUnits() - 1).end();
        ranges.add(new Range(country.firstCommission() + start, country.firstCommission() + end));
    }

    private void below(Organisation of, int unit, List<Range> ranges) {
        List<Range> levels = tree.withAllBelow(of, unit - of.firstUnit());
        for (Range level : levels.subList(1, levels.size())) {
            ranges.add(
                    new Range(
                            country.firstUnit() + level.start(),
                            country.firstUnit() + level.end()));
        }
        for (Range level : levels) {
            ranges.add(people(level.start(), level.end()));
        }
        for (Range level : levels) {
            int own = level.start() - of.firstUnit();
            if (of.level(own) == of.careLevel()) {
                ranges.add(commissions(of, new Range(own, level.end() - of.firstUnit())));
            }
        }
    }

    private Range people(int fromUnit, int toUnit) {
        return new Range(
                country.firstPerson() + tree.firstPerson(fromUnit),
                country.firstPerson() + tree.firstPerson(toUnit));
    }

    private Range commissions(Organisation of, Range careUnits) {
        return new Range(
                country.firstCommission() + tree.commissionsOf(of, careUnits.start()).start(),
                country.firstCommission() + tree.commissionsOf(of, careUnits.end() - 1).end());
    }
}
