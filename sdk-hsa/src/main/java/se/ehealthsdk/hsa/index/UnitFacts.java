package se.ehealthsdk.hsa.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** The facts about a unit by name: all but where it stands, when it was changed, and what could not be read. */
final class UnitFacts {

    private static final Map<String, Function<UnitEntry, Object>> ALL = all();

    private UnitFacts() {}

    /** The names of those that differ. */
    static List<String> differing(UnitEntry before, UnitEntry after) {
        List<String> names = new ArrayList<>(2);
        ALL.forEach(
                (name, fact) -> {
                    if (!fact.apply(before).equals(fact.apply(after))) {
                        names.add(name);
                    }
                });
        return names;
    }

    private static Map<String, Function<UnitEntry, Object>> all() {
        Map<String, Function<UnitEntry, Object>> facts = new LinkedHashMap<>();
        facts.put("kind", UnitEntry::kind);
        facts.put("marks", UnitEntry::marks);
        facts.put("orgNo", UnitEntry::orgNo);
        facts.put("care.careProvider", it -> it.care().careProvider());
        facts.put("care.careUnit", it -> it.care().careUnit());
        facts.put("care.responsibleProvider", it -> it.care().responsibleProvider());
        facts.put("care.members", it -> it.care().members());
        facts.put("care.manager", it -> it.care().manager());
        facts.put("workplaceCodes", UnitEntry::workplaceCodes);
        facts.put("name", it -> it.unit().name());
        facts.put("publicName", it -> it.unit().publicName());
        facts.put("alternateNames", it -> it.unit().alternateNames());
        facts.put("mail", it -> it.unit().mail());
        facts.put("telephones", it -> it.unit().telephones());
        facts.put("hours", it -> it.unit().hours());
        facts.put("place", it -> it.unit().place());
        facts.put("classification", it -> it.unit().classification());
        facts.put("presentation", it -> it.unit().presentation());
        facts.put("visitingRules", it -> it.unit().visitingRules());
        facts.put("functions", it -> it.unit().functions());
        facts.put("temporaryInformation", it -> it.unit().temporaryInformation());
        facts.put("relatedUnits", it -> it.unit().relatedUnits());
        facts.put("directoryContact", it -> it.unit().directoryContact());
        facts.put("validity", it -> it.unit().validity());
        facts.put("feigned", it -> it.unit().feigned());
        facts.put("additional", UnitEntry::additional);
        return facts;
    }
}
