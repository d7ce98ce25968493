package se.ehealthsdk.testkit.directory.country;

import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.testkit.directory.country.Draw.Question;

/**
 * Who stands where in the country: by arithmetic, from a table of the organisations alone.
 *
 * <p>People are numbered unit by unit and commissions care unit by care unit, so that those of anything in the tree are few
 * ranges.
 */
final class Tree {

    private static final int REGION_PER_MILLE = 700;
    private static final int MUNICIPALITY_UNITS = 150;
    private static final int LARGEST_PRIVATE = 29;
    private static final int JITTER_BITS = 16;

    private final Draw draw;
    private final int units;
    private final int people;
    private final int commissions;
    private final List<Organisation> organisations = new ArrayList<>();
    private final int[] firstOfCounty = new int[County.ALL.size() + 1];

    Tree(Draw draw, int units, int people, int commissions) {
        this.draw = draw;
        this.units = units;
        this.people = people;
        this.commissions = commissions;
        long shares = County.ALL.stream().mapToLong(County::share).sum();
        long sofar = 0;
        int start = 0;
        for (int county = 0; county < County.ALL.size(); county++) {
            sofar += County.ALL.get(county).share();
            int end = (int) (units * sofar / shares);
            firstOfCounty[county] = organisations.size();
            if (end > start) {
                settle(county, start, end);
            }
            start = end;
        }
        firstOfCounty[County.ALL.size()] = organisations.size();
    }

    private void settle(int county, int start, int end) {
        int region = Math.max(1, (int) ((long) (end - start) * REGION_PER_MILLE / 1000));
        int at = add(county, Organisation.Kind.REGION, start, region, 7);
        int municipal = (end - at) / 2;
        int municipalities = (municipal + MUNICIPALITY_UNITS - 1) / MUNICIPALITY_UNITS;
        for (int i = 0; i < municipalities; i++) {
            int size =
                    (int)
                            ((i + 1L) * municipal / municipalities
                                    - (long) i * municipal / municipalities);
            at = add(county, Organisation.Kind.MUNICIPALITY, at, size, 8);
        }
        while (at < end) {
            int size =
                    1
                            + draw.below(
                                    LARGEST_PRIVATE,
                                    Question.ORGANISATION_SIZE,
                                    organisations.size());
            at = add(county, Organisation.Kind.PRIVATE, at, Math.min(size, end - at), 6);
        }
    }

    private int add(int county, Organisation.Kind kind, int start, int size, int branches) {
        int number = organisations.size();
        organisations.add(
                Organisation.of(
                        number,
                        county,
                        number - firstOfCounty[county],
                        kind,
                        start,
                        size,
                        branches));
        return start + size;
    }

    int units() {
        return units;
    }

    int people() {
        return people;
    }

    int commissions() {
        return commissions;
    }

    /** The organisations of a county. */
    List<Organisation> ofCounty(int county) {
        return organisations.subList(firstOfCounty[county], firstOfCounty[county + 1]);
    }

    Organisation ofUnit(int unit) {
        int low = 0;
        int high = organisations.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (organisations.get(middle).firstUnit() <= unit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return organisations.get(low);
    }

    /** The first of the people of a unit; of the unit after the last, the number of people. */
    int firstPerson(int unit) {
        if (unit <= 0 || unit >= units) {
            return unit <= 0 ? 0 : people;
        }
        long jitter = draw.bits(Question.PEOPLE, unit) >>> (Long.SIZE - JITTER_BITS);
        return (int)
                ((((long) unit << JITTER_BITS) + jitter) * people / ((long) units << JITTER_BITS));
    }

    int unitOfPerson(int person) {
        int unit = (int) Math.min(units - 1L, (long) person * units / people);
        while (firstPerson(unit) > person) {
            unit--;
        }
        while (firstPerson(unit + 1) <= person) {
            unit++;
        }
        return unit;
    }

    /** The first of the commissions of an organisation. */
    private int firstCommission(int unitAtItsTop) {
        return people == 0 ? 0 : (int) ((long) firstPerson(unitAtItsTop) * commissions / people);
    }

    /** The commissions of a care unit. */
    Range commissionsOf(Organisation of, int careUnit) {
        int first = firstCommission(of.firstUnit());
        int count = firstCommission(of.endUnit()) - first;
        int place = careUnit - of.firstCareUnit();
        return new Range(
                first + share(place, count, of.careUnits()),
                first + share(place + 1, count, of.careUnits()));
    }

    private static int share(int place, int count, int parts) {
        return (int) (((long) place * count + parts - 1) / parts);
    }

    /** The care unit, in its organisation's numbering, that a commission stands below. */
    int careUnitOfCommission(Organisation of, int commission) {
        int first = firstCommission(of.firstUnit());
        int count = firstCommission(of.endUnit()) - first;
        int place = (int) ((long) (commission - first) * of.careUnits() / count);
        while (share(place, count, of.careUnits()) > commission - first) {
            place--;
        }
        while (share(place + 1, count, of.careUnits()) <= commission - first) {
            place++;
        }
        return of.firstCareUnit() + place;
    }

    Organisation ofCommission(int commission) {
        int low = 0;
        int high = organisations.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstCommission(organisations.get(middle).firstUnit()) <= commission) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return organisations.get(low);
    }

    /** A unit and all units below it, level by level. */
    List<Range> withAllBelow(Organisation of, int own) {
        List<Range> levels = new ArrayList<>();
        int start = own;
        int end = own + 1;
        while (start < end) {
            levels.add(new Range(of.firstUnit() + start, of.firstUnit() + end));
            int nextStart = of.firstChild(start);
            end = of.endChild(end - 1);
            start = nextStart;
        }
        return levels;
    }

    /** Those who may have the commissions of a care unit: the people of it and of all units below it. */
    List<Range> staff(Organisation of, int careUnit) {
        return withAllBelow(of, careUnit).stream()
                .map(level -> new Range(firstPerson(level.start()), firstPerson(level.end())))
                .filter(range -> range.size() > 0)
                .toList();
    }

    /** The members of a commission; each of the staff of a care unit has one of its commissions. */
    List<Integer> members(int commission) {
        Organisation of = ofCommission(commission);
        int careUnit = careUnitOfCommission(of, commission);
        Range all = commissionsOf(of, careUnit);
        List<Integer> members = new ArrayList<>();
        int before = 0;
        for (Range range : staff(of, careUnit)) {
            int skip = Math.floorMod(commission - all.start() - before, all.size());
            for (int person = range.start() + skip; person < range.end(); person += all.size()) {
                members.add(person);
            }
            before += range.size();
        }
        return members;
    }

    /** The commission that a person is a member of; -1 if of none. */
    int commissionOf(int person) {
        int unit = unitOfPerson(person);
        Organisation of = ofUnit(unit);
        int careUnit = of.careUnitOf(unit - of.firstUnit());
        if (careUnit < 0) {
            return -1;
        }
        Range all = commissionsOf(of, careUnit);
        int before = 0;
        for (Range range : staff(of, careUnit)) {
            if (range.holds(person)) {
                return all.size() == 0
                        ? -1
                        : all.start() + (before + person - range.start()) % all.size();
            }
            before += range.size();
        }
        return -1;
    }
}
