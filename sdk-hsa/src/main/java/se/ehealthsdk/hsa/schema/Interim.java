package se.ehealthsdk.hsa.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.NursePrescriptionRight;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.SystemRole;
import se.ehealthsdk.hsa.TemporaryInformation;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.syntax.ValueSyntax;

/** Until package syntax has them. */
final class Interim {

    private record Made<T>(
            String name, String example, Function<String, T> read, Function<T, String> written)
            implements ValueSyntax<T> {
        @Override
        public T parse(String text) {
            try {
                return read.apply(text);
            } catch (InvalidInputException known) {
                throw known;
            } catch (RuntimeException bad) {
                throw new InvalidInputException(name, "is not a " + name, example);
            }
        }

        @Override
        public String write(T value) {
            return written.apply(value);
        }
    }

    private static final DateTimeFormatter GMT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private static Instant time(String text) {
        return LocalDateTime.parse(text, GMT).toInstant(ZoneOffset.UTC);
    }

    private static String time(Instant at) {
        return GMT.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String[] parts(String text, String by, int least) {
        String[] all = text.split(by, -1);
        if (all.length < least) {
            throw new IllegalArgumentException();
        }
        return all;
    }

    static final ValueSyntax<String> TEXT = new Made<>("text", "any", t -> t, t -> t);
    static final ValueSyntax<String> CODE = new Made<>("code", "01", String::strip, t -> t);
    static final ValueSyntax<String> TELEPHONE_NUMBER =
            new Made<>(
                    "telephone number",
                    "+46812345678",
                    t -> t.startsWith("+46") ? "0" + t.substring(3) : t,
                    t -> t.startsWith("0") ? "+46" + t.substring(1) : t);
    static final ValueSyntax<HsaId> HSA_ID =
            new Made<>("HSA-id", "SE2321000016-39KJ", HsaId::of, HsaId::value);
    static final ValueSyntax<Instant> TIME =
            new Made<>("time", "20100514215959Z", Interim::time, Interim::time);
    static final ValueSyntax<OpeningHours> TIME_SPAN =
            new Made<>(
                    "time span",
                    "1-5#08:00#17:00",
                    t -> {
                        String[] p = parts(t, "#", 3);
                        return new OpeningHours(
                                p[0].substring(0, 1),
                                p[1] + ":00",
                                p[0].substring(2, 3),
                                p[2] + ":00",
                                Optional.ofNullable(p.length > 3 ? p[3] : null)
                                        .filter(c -> !c.isEmpty()),
                                Optional.ofNullable(p.length > 4 ? p[4] : null)
                                        .filter(c -> !c.isEmpty()),
                                Optional.ofNullable(p.length > 5 ? p[5] : null)
                                        .filter(c -> !c.isEmpty()));
                    },
                    s ->
                            s.fromDay()
                                    + "-"
                                    + s.toDay()
                                    + "#"
                                    + s.fromTime().substring(0, 5)
                                    + "#"
                                    + s.toTime().substring(0, 5)
                                    + s.comment().map(c -> "#" + c).orElse(""));
    static final ValueSyntax<List<String>> POSTAL_ADDRESS =
            new Made<>(
                    "postal address",
                    "Vägen 1$123 45 Orten",
                    t -> {
                        List<String> lines = new ArrayList<>();
                        for (String line : t.split("\\$", -1)) {
                            lines.add(line.replace("\\24", "$").replace("\\5C", "\\"));
                        }
                        return lines;
                    },
                    lines ->
                            String.join(
                                    "$",
                                    lines.stream()
                                            .map(l -> l.replace("\\", "\\5C").replace("$", "\\24"))
                                            .toList()));
    static final ValueSyntax<PostalAddress.Parts> PARTS = none("postal address in parts");
    static final ValueSyntax<VisitingAddress> VISITING = none("visiting address in parts");
    static final ValueSyntax<Coordinates.Sweref99Grid> SWEREF99 = none("SWEREF 99 TM");

    private static <T> ValueSyntax<T> none(String name) {
        return new Made<>(
                name,
                "none",
                t -> {
                    throw new IllegalArgumentException();
                },
                v -> {
                    throw new InvalidInputException(name, "cannot be written", "none");
                });
    }

    static final ValueSyntax<Coordinates.Rt90> RT90 =
            new Made<>(
                    "RT 90 point",
                    "X:6581164,Y:1630250",
                    t -> {
                        String[] p = parts(t, "[:,]", 4);
                        return new Coordinates.Rt90(p[1], p[3]);
                    },
                    p -> "X:" + p.x() + ",Y:" + p.y());
    static final ValueSyntax<Picture> PICTURE =
            new Made<>("picture", "base64", Picture::new, Picture::base64);
    static final ValueSyntax<VisitingRules.Age> AGE =
            new Made<>(
                    "visiting age",
                    "02-08",
                    t -> {
                        String[] p = t.split("#", 2);
                        String[] a = parts(p[0], "-", 2);
                        return new VisitingRules.Age(
                                a[0], a[1], Optional.ofNullable(p.length > 1 ? p[1] : null));
                    },
                    a -> a.from() + "-" + a.to() + a.comment().map(c -> "#" + c).orElse(""));
    static final ValueSyntax<TemporaryInformation> TEMPORARY_INFORMATION =
            new Made<>(
                    "temporary information",
                    ";20260701;20260831;text",
                    t -> {
                        if (!t.startsWith(";")) {
                            return new TemporaryInformation("", "", t);
                        }
                        String[] p = t.split(";", 4);
                        return new TemporaryInformation(p[1], p[2], p[3]);
                    },
                    i -> ";" + i.fromDate() + ";" + i.toDate() + ";" + i.text());
    static final ValueSyntax<PersonalIdentity> PERSONAL_IDENTITY =
            new Made<>(
                    "personal identity",
                    "twelve digits",
                    t -> PersonalIdentity.of(PersonId.parse(t)),
                    PersonalIdentity::extension);
    static final ValueSyntax<Speciality> SPECIALITY =
            new Made<>(
                    "licence and speciality",
                    "LK;200;Allmänmedicin",
                    t -> {
                        String[] p = t.split(";", 3);
                        return new Speciality(
                                p[0], p.length > 1 ? p[1] : "", p.length > 2 ? p[2] : "");
                    },
                    s -> s.licence() + ";" + s.code() + ";" + s.name());
    static final ValueSyntax<NursePrescriptionRight> NURSE_RIGHT =
            new Made<>(
                    "nurse prescription right",
                    "SJ;J",
                    t -> {
                        String[] p = parts(t, ";", 2);
                        return new NursePrescriptionRight(p[0], p[1].equals("J"));
                    },
                    r -> r.licence() + ";" + (r.prescriptionRight() ? "J" : "N"));
    static final ValueSyntax<SystemRole> SYSTEM_ROLE =
            new Made<>(
                    "system role",
                    "system;role",
                    t -> {
                        String[] p = parts(t, ";", 2);
                        return new SystemRole(p[0], t.substring(p[0].length() + 1));
                    },
                    r -> r.systemId() + ";" + r.role());
    static final ValueSyntax<CommissionRight> COMMISSION_RIGHT =
            new Made<>(
                    "commission right",
                    "Läsa;alla;SJF",
                    CommissionRight::parse,
                    CommissionRight::format);
    static final ValueSyntax<CommissionMember> MEMBERSHIP =
            new Made<>(
                    "membership",
                    "SE2321000040-48HD;20081112230000Z;20100515215959Z",
                    t -> {
                        String[] p = t.split(";", -1);
                        return new CommissionMember(
                                HsaId.of(p[0]),
                                new Validity(
                                        p.length > 1 && !p[1].isEmpty()
                                                ? Optional.of(time(p[1]))
                                                : Optional.empty(),
                                        p.length > 2 && !p[2].isEmpty()
                                                ? Optional.of(time(p[2]))
                                                : Optional.empty(),
                                        List.of()));
                    },
                    m ->
                            m.person().value()
                                    + ";"
                                    + m.validity().start().map(Interim::time).orElse("")
                                    + ";"
                                    + m.validity().end().map(Interim::time).orElse(""));

    private Interim() {}
}
