package se.ehealthsdk.hsa.contactcard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.Unit;

/**
 * When a change will be seen on a unit's contact card: an estimate, from the times of {@link CardFeed}. Nothing tells when
 * it has been.
 *
 * <pre>{@code
 * CardPublication seen = CardPublication.visibleAfter(clock.instant(), unit);
 * say("senast " + seen.latest() + ": " + seen.explanation());
 * }</pre>
 *
 * @param changed when the change was made in the source
 * @param earliest when it can be seen at the earliest
 * @param latest when it is seen at the latest, unless something fails on the way
 * @param explanation why, in a sentence, with times in Swedish local time
 */
public record CardPublication(
        Instant changed, Instant earliest, Instant latest, String explanation) {

    /** The destinations (visas för) for which HSA notifies 1177 of changes. */
    private static final Set<String> NOTIFIED = Set.of("03", "04");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(SwedishTime.ZONE);

    /**
     * A change of a unit in HSA. Of a unit shown at 03 or 04 HSA notifies 1177 within minutes when a field that the card
     * uses is changed; if that fails, or for other units, it is seen after one of the day's imports.
     *
     * @param changed when it was changed in HSA itself; in a region's own directory it has yet to get there
     * @param unit the unit as it is after the change
     */
    public static CardPublication visibleAfter(Instant changed, Unit unit) {
        CardPublication imported = visibleAfter(changed, CardFeed.HSA);
        boolean notified =
                unit.classification().destinationIndicators().stream()
                        .map(String::strip)
                        .anyMatch(NOTIFIED::contains);
        return notified ? imported.notifiedAtOnce() : imported;
    }

    /**
     * A change in a source that is fetched at certain times.
     *
     * @param changed when it was changed in the source
     */
    public static CardPublication visibleAfter(Instant changed, CardFeed feed) {
        Instant earliest = nextFetch(changed, feed, feed.age().minus(feed.margin()));
        Instant latest = nextFetch(changed, feed, feed.age().plus(feed.margin()));
        return new CardPublication(changed, earliest, latest, explained(feed, earliest, latest));
    }

    /** The same change, of which 1177 is notified too: seen within minutes, or else at {@link #latest} as before. */
    public CardPublication notifiedAtOnce() {
        return new CardPublication(
                changed,
                changed,
                latest,
                "HSA notifies 1177 within minutes of a change to what the card uses; should that fail: "
                        + explanation);
    }

    /** The first fetch of what was made no earlier than the change. */
    private static Instant nextFetch(Instant changed, CardFeed feed, Duration age) {
        LocalDate day = LocalDate.ofInstant(changed, SwedishTime.ZONE);
        return Stream.iterate(day, each -> each.plusDays(1))
                .flatMap(
                        each ->
                                feed.times().stream()
                                        .map(
                                                time ->
                                                        ZonedDateTime.of(
                                                                        each,
                                                                        time,
                                                                        SwedishTime.ZONE)
                                                                .toInstant()))
                .filter(fetch -> !fetch.isBefore(changed) && !fetch.minus(age).isBefore(changed))
                .findFirst()
                .orElseThrow();
    }

    private static String explained(CardFeed feed, Instant earliest, Instant latest) {
        String age =
                feed.age().isZero()
                        ? ""
                        : ", as it was about " + feed.age().toMinutes() + " minutes before";
        String when =
                earliest.equals(latest)
                        ? TIME.format(latest)
                        : TIME.format(earliest) + " or " + TIME.format(latest);
        return "1177 fetches from %s at %s Swedish time%s; the change is in the fetch of %s (times known %s)"
                .formatted(
                        feed.name(),
                        String.join(", ", feed.times().stream().map(Object::toString).toList()),
                        age,
                        when,
                        feed.asOf());
    }
}
