package se.ehealthsdk.hsa.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/**
 * Which levels of the tree make the name that patients see (visningsalternativ): 1 is the organisation, 2 the step
 * below it, and so on.
 *
 * <p>Source: HSA schema, {@code displayOption}, as {@code 2#4}.
 *
 * @param levels from the top down; at least one
 */
public record DisplayOption(List<Integer> levels) {

    /**
     * Copies the list.
     *
     * @throws InvalidInputException if there is no level, one is below 1, or they do not ascend
     */
    public DisplayOption {
        levels = List.copyOf(levels);
        int above = 0;
        for (int level : levels) {
            if (level <= above) {
                throw notLevels();
            }
            above = level;
        }
        if (levels.isEmpty()) {
            throw notLevels();
        }
    }

    private static InvalidInputException notLevels() {
        return new InvalidInputException(
                "displayOption", "has not levels that ascend from 1", "levels as 2#4");
    }

    /**
     * The name of a unit: the names of the levels, divided by a comma and a blank.
     *
     * @param unit where the unit stands
     * @return empty if it has not all the levels, or stands below no organisation ({@code o})
     */
    public Optional<String> publicName(DistinguishedName unit) {
        List<String> steps = unit.valuesFrom("o");
        if (steps.size() < levels.get(levels.size() - 1)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(levels.size());
        for (int level : levels) {
            names.add(steps.get(level - 1));
        }
        return Optional.of(String.join(", ", names));
    }

    /**
     * The name of a unit that has no display option: its own and where it lies, divided by a blank.
     *
     * @param location the place as people call it ({@code l})
     */
    public static String publicName(String unitName, Optional<String> location) {
        return location.filter(place -> !place.isBlank())
                .map(place -> unitName + " " + place)
                .orElse(unitName);
    }
}
