package se.ehealthsdk.discharge.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.discharge.event.CareParty;

/**
 * A duty that a region has added: after a message, a party owes another one within a time.
 *
 * @param id for example {@code HALLAND-1}
 * @param after the kind of event that the time counts from, the first that holds
 * @param by who owes; only when it takes part in the case
 * @param owes the kind of event that it owes
 * @param within how long it has
 * @param swedish one sentence for a nurse, in Swedish
 * @param english the same in English
 * @param origin where it comes from
 */
public record LocalRule(
        String id,
        String after,
        CareParty by,
        String owes,
        Duration within,
        String swedish,
        String english,
        Origin origin) {

    static LocalRule of(String id, PolicyValues values) {
        values.object(id, Set.of("after", "by", "owes", "within", "sv", "en"));
        String after = values.part(id, "after");
        String owes = values.part(id, "owes");
        values.kinds(id, List.of(after, owes));
        return new LocalRule(
                id,
                after,
                values.constant(id, values.part(id, "by"), CareParty.class),
                owes,
                values.parsed(
                        id, values.part(id, "within"), Duration::parse, "a duration, as PT48H"),
                values.part(id, "sv"),
                values.part(id, "en"),
                values.origin(id));
    }
}
