package se.ehealthsdk.testkit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import se.ehealthsdk.core.xml.SwedishTime;

/** The rules of informationsecurity:auditing:log 2.0: StoreLog and the reports. */
final class AccessLogRules implements Watch {

    private static final Rule TWICE = Rules.of("storelog.log-id.twice");
    private static final Rule UUID = Rules.of("storelog.log-id.uuid");
    private static final Rule ZONE = Rules.of("storelog.time.zone");
    private static final Rule FUTURE = Rules.of("storelog.time.future");
    private static final Rule LATE = Rules.of("storelog.time.late");
    private static final Rule ACTIVITY = Rules.of("storelog.activity-type");
    private static final Rule PURPOSE = Rules.of("storelog.purpose");
    private static final Rule NAMES = Rules.of("storelog.names");
    private static final Rule OFFLINE = Rules.of("getlogs.period.offline");

    private static final Set<String> ACTIVITIES =
            Set.of("Läsa", "Skriva", "Signera", "Utskrift", "Vidimera", "Radera", "Nödöppning");
    private static final Set<String> PURPOSES =
            Set.of(
                    "Vård och behandling",
                    "Kvalitetssäkring",
                    "Annan dokumentation enligt lag",
                    "Statistik",
                    "Administration",
                    "Kvalitetsregister");
    static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Duration LONG = Duration.ofDays(3);
    private static final int MONTHS_ONLINE = 18;

    private final Notes notes;
    private final Instant now;
    private final Set<String> ids = new HashSet<>();
    private boolean named;

    AccessLogRules(Notes notes, Instant now) {
        this.notes = notes;
        this.now = now;
    }

    @Override
    public void text(Place place, String text) {
        switch (place.name()) {
            case "logId" -> logId(place, text);
            case "startDate" -> startDate(place, text);
            case "fromDate" -> fromDate(place, text);
            case "activityType" -> oneOf(ACTIVITIES, ACTIVITY, place, text);
            case "purpose" -> oneOf(PURPOSES, PURPOSE, place, text);
            case "patientName" -> name(place, text);
            default -> {
                // no rule of its own
            }
        }
    }

    private void logId(Place place, String id) {
        if (!ids.add(id)) {
            notes.add(TWICE, place, id);
        }
        if (!GUID.matcher(id).matches()) {
            notes.add(UUID, place, id);
        }
    }

    private void startDate(Place place, String time) {
        if (LocalTimes.hasZone(time)) {
            notes.add(ZONE, place, time);
            return;
        }
        LocalTimes.moment(time)
                .ifPresent(
                        start -> {
                            LocalTimes.minutesAfter(start, now)
                                    .ifPresent(minutes -> notes.add(FUTURE, place, minutes));
                            Duration age = Duration.between(start, now);
                            if (age.compareTo(LONG) > 0) {
                                notes.add(LATE, place, age.toDays());
                            }
                        });
    }

    private void fromDate(Place place, String time) {
        if (LocalTimes.hasZone(time)) {
            notes.add(ZONE, place, time);
            return;
        }
        Instant online = now.atZone(SwedishTime.ZONE).minusMonths(MONTHS_ONLINE).toInstant();
        if (LocalTimes.moment(time).filter(online::isAfter).isPresent()) {
            notes.add(OFFLINE, place);
        }
    }

    private void oneOf(Set<String> words, Rule rule, Place place, String text) {
        if (!text.isBlank() && !words.contains(text)) {
            notes.add(rule, place, text);
        }
    }

    private void name(Place place, String text) {
        if (!named && !text.isBlank()) {
            named = true;
            notes.add(NAMES, place);
        }
    }
}
