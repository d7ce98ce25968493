package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.directory.DistinguishedName;

/** Until package syntax has it. */
final class PublicName {

    private PublicName() {}

    static String of(
            DistinguishedName place,
            String name,
            Optional<String> location,
            Optional<String> displayOption) {
        if (displayOption.isEmpty()) {
            return location.map(where -> (name + " " + where).strip()).orElse(name);
        }
        List<String> levels = new ArrayList<>();
        List<DistinguishedName> way = new ArrayList<>(place.ancestors());
        java.util.Collections.reverse(way);
        way.add(place);
        for (DistinguishedName each : way) {
            if (!levels.isEmpty() || each.ownType().equals("o")) {
                levels.add(each.ownValue());
            }
        }
        List<String> chosen = new ArrayList<>();
        for (String number : displayOption.get().split("#")) {
            try {
                chosen.add(levels.get(Integer.parseInt(number.strip()) - 1));
            } catch (RuntimeException none) {
                return name;
            }
        }
        return String.join(", ", chosen);
    }
}
