package se.ehealthsdk.testkit.directory.country;

/**
 * An organisation and the tree of its units, which is a regular one: each unit but the lowest has so many below it, numbered
 * level by level from the top. So parents, children, levels and all that is below a unit follow by arithmetic.
 *
 * @param number its number among all
 * @param county its county's number
 * @param inCounty its number within the county; the first is the region
 * @param kind who owns it
 * @param firstUnit its number among all units: that of the organisation's own entry
 * @param size how many units it has, itself counted
 * @param branches how many units stand below one
 * @param careLevel how far down the care units (vårdenheter) stand; 0 if it is one itself
 */
record Organisation(
        int number,
        int county,
        int inCounty,
        Kind kind,
        int firstUnit,
        int size,
        int branches,
        int careLevel) {

    /** Who owns an organisation. */
    enum Kind {
        REGION,
        MUNICIPALITY,
        PRIVATE
    }

    private static final int LOWEST_LEVEL = 5;

    static Organisation of(
            int number, int county, int inCounty, Kind kind, int firstUnit, int size, int least) {
        int branches = least;
        while (levelStart(LOWEST_LEVEL + 1, branches) < size) {
            branches++;
        }
        int lowest = level(size - 1, branches);
        int careLevel = lowest == 0 ? 0 : Math.max(1, lowest - 2);
        return new Organisation(
                number, county, inCounty, kind, firstUnit, size, branches, careLevel);
    }

    int endUnit() {
        return firstUnit + size;
    }

    /** How far a unit of the organisation's own numbering stands below the organisation. */
    int level(int own) {
        return level(own, branches);
    }

    private static int level(int own, int branches) {
        int level = 0;
        for (int at = own; at > 0; at = (at - 1) / branches) {
            level++;
        }
        return level;
    }

    int parent(int own) {
        return (own - 1) / branches;
    }

    /** Its number among those that stand directly below the same unit. */
    int ordinal(int own) {
        return (own - 1) % branches;
    }

    int firstChild(int own) {
        return (int) Math.min(size, (long) own * branches + 1);
    }

    int endChild(int own) {
        return (int) Math.min(size, (long) own * branches + branches + 1);
    }

    /** The first of the care units, which are numbered on end. */
    int firstCareUnit() {
        return (int) levelStart(careLevel, branches);
    }

    int careUnits() {
        return (int) Math.min(size, levelStart(careLevel + 1, branches)) - firstCareUnit();
    }

    /** The care unit that a unit is or belongs to; -1 if it stands above them. */
    int careUnitOf(int own) {
        int at = own;
        for (int level = level(own); level > careLevel; level--) {
            at = parent(at);
        }
        return at >= firstCareUnit() ? at : -1;
    }

    private static long levelStart(int level, int branches) {
        long start = 0;
        long width = 1;
        for (int i = 0; i < level; i++) {
            start += width;
            width *= branches;
        }
        return start;
    }
}
