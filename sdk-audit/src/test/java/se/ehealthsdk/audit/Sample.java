package se.ehealthsdk.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** Invented people, and records about them. */
public final class Sample {

    /** Tolvan Tolvansson, everybody's test patient. */
    public static final PersonId PATIENT = PersonId.parse("191212121212");

    public static final HsaId SYSTEM = HsaId.of("SE5565594230-SYS1");

    public static final ActingUser USER =
            new ActingUser(
                    HsaId.of("SE5565594230-DOC1"),
                    Optional.of("Lina Lindgrensdotter"),
                    Optional.of("Läkare"),
                    Optional.of(
                            new ActingUser.Commission(
                                    HsaId.of("SE5565594230-COM1"),
                                    Optional.of("Läkare på kirurgen"),
                                    "Vård och behandling")),
                    Optional.of(
                            new ActingUser.CareUnit(
                                    HsaId.of("SE5565594230-UNIT"), Optional.of("Kirurgen"))),
                    new ActingUser.CareProvider(
                            HsaId.of("SE5565594230-PROV"),
                            Optional.of("Vårdbolaget"),
                            Optional.empty()));

    /** 2026-03-01 12:34:56.789 in Sweden. */
    public static final Instant TIME = Instant.parse("2026-03-01T11:34:56.789Z");

    private Sample() {}

    public static AccessRecordBuilder reading() {
        return AccessRecord.reading(PATIENT)
                .by(USER)
                .in(SYSTEM)
                .resource(ResourceType.CERTIFICATE)
                .at(TIME);
    }

    /** Any record that the contract allows, with texts that are hard on XML. */
    public static AccessRecord random(Random random) {
        List<AccessRecord.Resource> resources = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            resources.add(
                    new AccessRecord.Resource(
                            new ResourceType(text(random, 256)),
                            maybe(
                                    random,
                                    () ->
                                            new AccessRecord.Patient(
                                                    person(random),
                                                    maybe(random, () -> text(random, 256)))),
                            provider(random),
                            maybe(random, () -> unit(random))));
        }
        return new AccessRecord(
                text(random, 36).replaceAll("\\p{Cc}", "_"),
                new AccessRecord.LoggingSystem(
                        hsaId(random), maybe(random, () -> text(random, 256))),
                new AccessRecord.Activity(
                        new ActivityType(text(random, 256)),
                        maybe(random, () -> text(random, 256)),
                        maybe(random, () -> text(random, 8192)),
                        Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L)),
                        new Purpose(text(random, 256))),
                new AccessRecord.User(
                        hsaId(random),
                        maybe(random, () -> text(random, 256)),
                        maybe(random, () -> person(random)),
                        maybe(random, () -> text(random, 256)),
                        maybe(random, () -> text(random, 256)),
                        provider(random),
                        unit(random)),
                resources);
    }

    private static AccessRecord.CareProvider provider(Random random) {
        return new AccessRecord.CareProvider(hsaId(random), maybe(random, () -> text(random, 256)));
    }

    private static AccessRecord.CareUnit unit(Random random) {
        return new AccessRecord.CareUnit(hsaId(random), maybe(random, () -> text(random, 256)));
    }

    private static PersonIdentity person(Random random) {
        return random.nextBoolean()
                ? PersonIdentity.of(PATIENT)
                : new PersonIdentity(
                        "1.2.752." + random.nextInt(1000), maybe(random, () -> text(random, 20)));
    }

    private static HsaId hsaId(Random random) {
        return HsaId.of("SE5565594230-" + Integer.toHexString(random.nextInt()).toUpperCase());
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private static String text(Random random, int most) {
        String[] pieces = {
            "a",
            "Å",
            "&",
            "<",
            ">",
            "]]>",
            "\"",
            "'",
            " ",
            "\n",
            "\r\n",
            "\t",
            "\u20ac",
            "\u00a0",
            "\ud83d\ude00",
            "\ufffd",
            "&amp;",
            "<!--",
            "\u2028",
            "\u0085"
        };
        StringBuilder text = new StringBuilder("x");
        int length = 1 + random.nextInt(random.nextInt(8) == 0 ? most : Math.min(most, 20));
        while (true) {
            String next = pieces[random.nextInt(pieces.length)];
            if (text.length() + next.length() > length) {
                return text.toString();
            }
            text.append(next);
        }
    }
}
