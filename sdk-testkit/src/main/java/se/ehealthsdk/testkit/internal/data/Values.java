package se.ehealthsdk.testkit.internal.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Validity;

/** The kinds of value that several forms have, and how each is read and written. */
final class Values {

    static final Kind.Text NAME = Kind.Text.of("[^ \\t\\r\\n]", "a name, not blank", "Ängen");

    static final Kind.Text HSA_ID =
            Kind.Text.of(
                            "^[!-~\\u00A1-\\uFFFD]{1,32}$",
                            "an HSA-id: 1 to 32 visible characters without blanks",
                            "TSTNMT2321000156-1001")
                    .checked(HsaId::of);

    static final Kind.Text PERSON_ID =
            Kind.Text.of(
                            "^([0-2](\\.[0-9]+)+ )?[0-9A-Za-z+-]{6,20}$",
                            "a personnummer, samordningsnummer or reserve number of twelve characters,"
                                    + " or an OID, a blank and a number",
                            "191212121212")
                    .checked(Values::personId);

    static final Kind.Text INSTANT =
            Kind.Text.of(
                            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$",
                            "a moment in UTC, as 2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z")
                    .checked(Instant::parse);

    static final Kind.Text DAY =
            Kind.Text.of("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day, as 2026-03-01", "2026-03-01")
                    .checked(LocalDate::parse);

    private static final Form HOURS_IN_PARTS =
            Form.of("hours", "hours in parts, for what HSA says in another way than it should")
                    .must("fromDay", Kind.Text.ANY, "")
                    .must("fromTime", Kind.Text.ANY, "")
                    .must("toDay", Kind.Text.ANY, "")
                    .must("toTime", Kind.Text.ANY, "")
                    .texts("comment", "fromDate", "toDate")
                    .build();

    private static final Pattern HOURS_TEXT =
            Pattern.compile(
                    "^([1-7])-([1-7]) ([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])"
                            + "( # ([^#]*)( # ([0-9]{8})?( # ([0-9]{8})?)?)?)?$");

    static final Kind HOURS =
            new Kind.Either(
                    new Kind.Text(
                            Optional.of(HOURS_TEXT),
                            Values::hours,
                            "days (1 is Monday) and times, as 1-5 08:00-17:00, or with comment and days:"
                                    + " 1-5 08:00-17:00 # Sommar # 20260601 # 20260831",
                            "1-5 08:00-17:00",
                            List.of()),
                    new Kind.Nested(() -> HOURS_IN_PARTS));

    private static final Form ADDRESS_IN_PARTS =
            Form.of("address", "an address in parts")
                    .list("lines", Kind.Text.ANY, "as printed")
                    .texts("postalCode")
                    .list("addressees", Kind.Text.ANY, "")
                    .texts("street", "premisesNumber", "premisesLetter", "postCode", "town")
                    .build();

    static final Kind ADDRESS =
            new Kind.Either(
                    new Kind.Listed(Kind.Text.ANY, 0, 20), new Kind.Nested(() -> ADDRESS_IN_PARTS));

    private Values() {}

    // ---- people ----

    /** A number, with the OID of who issued it before it where the number alone does not tell. */
    static PersonId personId(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? PersonId.parse(text)
                : PersonId.of(text.substring(0, blank), text.substring(blank + 1));
    }

    static String text(PersonId id) {
        return PersonId.tryParse(id.value()).filter(id::equals).isPresent()
                ? id.value()
                : id.oid() + " " + id.value();
    }

    // ---- time ----

    static Form.Builder validity(Form.Builder form) {
        return form.may("start", INSTANT, "from when it holds").may("end", INSTANT, "until when");
    }

    static Validity validity(Entry in) {
        return new Validity(
                in.optional("start", Instant::parse),
                in.optional("end", Instant::parse),
                List.of());
    }

    static void write(Output out, Validity validity) {
        out.put("start", validity.start().map(Instant::toString));
        out.put("end", validity.end().map(Instant::toString));
    }

    // ---- hours ----

    static OpeningHours hours(String text) {
        Matcher parts = HOURS_TEXT.matcher(text);
        if (!parts.matches()) {
            throw new InvalidInputException("hours", "is not days and times", "1-5 08:00-17:00");
        }
        String opens = parts.group(3);
        String closes = parts.group(4);
        if (closes.compareTo(opens) <= 0 || closes.compareTo("24:00") > 0) {
            throw new InvalidInputException(
                    "hours",
                    "has a closing time that is not after the opening time",
                    "a later time of the same day, at most 24:00");
        }
        return new OpeningHours(
                parts.group(1),
                opens + ":00",
                parts.group(2),
                closes + ":00",
                part(parts.group(6)),
                part(parts.group(8)),
                part(parts.group(10)));
    }

    private static Optional<String> part(@Nullable String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty());
    }

    static OpeningHours hours(Entry in) {
        return new OpeningHours(
                in.text("fromDay"),
                in.text("fromTime"),
                in.text("toDay"),
                in.text("toTime"),
                in.optional("comment"),
                in.optional("fromDate"),
                in.optional("toDate"));
    }

    static List<Object> hours(List<OpeningHours> all) {
        return all.stream().map(Values::write).toList();
    }

    /** As a text if that says all of it. */
    private static Object write(OpeningHours hours) {
        String text =
                hours.fromDay()
                        + "-"
                        + hours.toDay()
                        + " "
                        + minutes(hours.fromTime())
                        + "-"
                        + minutes(hours.toTime())
                        + tail(hours);
        if (HOURS_TEXT.matcher(text).matches() && isSame(text, hours)) {
            return text;
        }
        Output out = new Output();
        out.text("fromDay", hours.fromDay());
        out.text("fromTime", hours.fromTime());
        out.text("toDay", hours.toDay());
        out.text("toTime", hours.toTime());
        out.put("comment", hours.comment());
        out.put("fromDate", hours.fromDate());
        out.put("toDate", hours.toDate());
        return out.done();
    }

    private static boolean isSame(String text, OpeningHours hours) {
        try {
            return hours(text).equals(hours);
        } catch (InvalidInputException notSaidInShort) {
            return false;
        }
    }

    private static String minutes(String time) {
        return time.endsWith(":00") && time.length() == 8 ? time.substring(0, 5) : time;
    }

    private static String tail(OpeningHours hours) {
        if (hours.toDate().isPresent()) {
            return " # "
                    + hours.comment().orElse("")
                    + " # "
                    + hours.fromDate().orElse("")
                    + " # "
                    + hours.toDate().get();
        }
        if (hours.fromDate().isPresent()) {
            return " # " + hours.comment().orElse("") + " # " + hours.fromDate().get();
        }
        return hours.comment().map(comment -> " # " + comment).orElse("");
    }

    // ---- addresses ----

    static Optional<PostalAddress> address(Entry in, String name) {
        Optional<Entry> parts = in.entry(name);
        if (parts.isPresent()) {
            return Optional.of(address(parts.get()));
        }
        List<String> lines = in.list(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(PostalAddress.ofLines(lines));
    }

    private static PostalAddress address(Entry in) {
        return new PostalAddress(
                in.list("lines"),
                in.optional("postalCode"),
                in.has("postCode") || in.has("town")
                        ? Optional.of(
                                new PostalAddress.Parts(
                                        in.list("addressees"),
                                        in.optional("street"),
                                        in.optional("premisesNumber"),
                                        in.optional("premisesLetter"),
                                        in.optional("postCode").orElse(""),
                                        in.optional("town").orElse("")))
                        : Optional.empty());
    }

    static Optional<Object> address(Optional<PostalAddress> address) {
        return address.map(
                it -> {
                    boolean plain =
                            it.parts().isEmpty()
                                    && it.postalCode().isEmpty()
                                    && !it.lines().isEmpty();
                    return plain ? it.lines() : inParts(it);
                });
    }

    private static Map<String, Object> inParts(PostalAddress address) {
        Output out = new Output();
        out.list("lines", address.lines());
        out.put("postalCode", address.postalCode());
        address.parts()
                .ifPresent(
                        parts -> {
                            out.list("addressees", parts.addressees());
                            out.put("street", parts.street());
                            out.put("premisesNumber", parts.premisesNumber());
                            out.put("premisesLetter", parts.premisesLetter());
                            out.text("postCode", parts.postCode());
                            out.text("town", parts.town());
                        });
        return out.done();
    }

    /** Names with values on their way out; what is empty is left out. */
    static final class Output {

        private final Map<String, Object> values = new LinkedHashMap<>();

        /** Always there. */
        void text(String name, String value) {
            values.put(name, value);
        }

        void put(String name, Optional<? extends Object> value) {
            value.ifPresent(it -> values.put(name, it));
        }

        void put(String name, int value) {
            values.put(name, value);
        }

        void flag(String name, boolean value) {
            if (value) {
                values.put(name, true);
            }
        }

        void list(String name, List<? extends Object> all) {
            if (!all.isEmpty()) {
                values.put(name, all);
            }
        }

        Map<String, Object> done() {
            return values;
        }
    }
}
