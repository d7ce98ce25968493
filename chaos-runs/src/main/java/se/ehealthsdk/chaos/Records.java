package se.ehealthsdk.chaos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import se.ehealthsdk.outbox.Item;

/** Records of the access log to append. */
final class Records {

    /** Logical addresses; the first is the national log service's. */
    static final List<String> DESTINATIONS = List.of("SE165565594230-1000", "SE2321000016-LOGG");

    private static final int ONE_POISON_OF = 700;

    private Records() {}

    /** A record with a new id; one of many is poison. */
    static Item draw(SplittableRandom random) {
        String destination = DESTINATIONS.get(random.nextInt(10) == 0 ? 1 : 0);
        Mark mark = new Mark(destination, random.nextInt(ONE_POISON_OF) == 0);
        String id = newId(random);
        return Item.of(id, destination, payload(id, mark).getBytes(StandardCharsets.UTF_8));
    }

    /** UUID version 7: grows with time. */
    private static String newId(SplittableRandom random) {
        long time = System.currentTimeMillis();
        return String.format(
                Locale.ROOT,
                "%08x-%04x-7%03x-%04x-%012x",
                time >>> 16,
                time & 0xffff,
                random.nextInt(0x1000),
                0x8000 | random.nextInt(0x4000),
                random.nextLong() & 0xffff_ffff_ffffL);
    }

    private static String payload(String id, Mark mark) {
        return "<r:log><c:logId>"
                + id
                + "</c:logId><c:activity><c:activityLevel>"
                + mark.print()
                + "</c:activityLevel><c:activityArgs>"
                + Mark.filler(id)
                + "</c:activityArgs></c:activity></r:log>";
    }
}
