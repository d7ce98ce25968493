package se.ehealthsdk.discharge.obligation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.internal.text.Wordings;

/** The sentences of one language. */
final class Wording {

    private static final Wordings TEXTS = Wordings.beside(Wording.class, "obligations");
    private static final Wording SWEDISH = new Wording(true, TEXTS.swedish());
    private static final Wording ENGLISH = new Wording(false, TEXTS.english());
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(SwedishTime.ZONE);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(SwedishTime.ZONE);

    private final boolean swedish;
    private final Properties texts;

    private Wording(boolean swedish, Properties texts) {
        this.swedish = swedish;
        this.texts = texts;
    }

    static Wording in(Locale language) {
        return language.getLanguage().equals("sv") ? SWEDISH : ENGLISH;
    }

    String of(Obligation duty) {
        return duty(duty) + ": " + outcome(duty) + ".";
    }

    String duty(Obligation duty) {
        if (duty.local().isPresent()) {
            String own = swedish ? duty.local().get().swedish() : duty.local().get().english();
            return own.endsWith(".") ? own.substring(0, own.length() - 1) : own;
        }
        String key = duty.rule() + (duty.limit().isPresent() ? ".limit" : "");
        String sentence =
                text(texts.containsKey(key) ? key : duty.rule())
                        .replace("{limit}", duty.limit().map(this::amount).orElse(""))
                        .replace("{owner}", owners(duty));
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String outcome(Obligation duty) {
        if (duty.reason().isPresent()) {
            return text("reason." + duty.reason().get());
        }
        String key =
                switch (duty.status()) {
                    case MET -> "met";
                    case LATE -> duty.isDoneLate() ? "late" : duty.lapsed() ? "lapsed" : "overdue";
                    default -> "open";
                };
        return text(duty.dueAt().isPresent() ? key + ".due" : key)
                .replace("{due}", due(duty))
                .replace("{met}", duty.metAt().map(Wording::moment).orElse(""));
    }

    private String owners(Obligation duty) {
        List<String> names =
                duty.owners().stream()
                        .map(CareParty::name)
                        .map(name -> text("party." + name))
                        .toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last))
                        + " "
                        + text("and")
                        + " "
                        + names.get(last);
    }

    private static String due(Obligation duty) {
        return duty.dueDay()
                .map(LocalDate::toString)
                .or(() -> duty.dueAt().map(Wording::moment))
                .orElse("");
    }

    private static String moment(Instant time) {
        return (time.getEpochSecond() % 60 == 0 ? MINUTES : SECONDS).format(time);
    }

    private String amount(TemporalAmount limit) {
        if (limit instanceof Period days) {
            return counted(days.getDays(), "day");
        }
        Duration time = Duration.from(limit);
        return time.toMinutes() % 60 == 0
                ? counted(time.toHours(), "hour")
                : counted(time.toMinutes(), "minute");
    }

    private String counted(long number, String unit) {
        return number + " " + text(number == 1 ? unit : unit + "s");
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
