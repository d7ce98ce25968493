package se.ehealthsdk.chaos;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.user.ActingUser;

/** Access records to append; everyone in them is invented. */
final class Records {

    /** The log service of most. */
    static final LogicalAddress FIRST = LogicalAddress.of("SE165565594230-1000");

    /** The log service of {@link #ELSEWHERE}. */
    static final LogicalAddress SECOND = LogicalAddress.of("SE2321000016-LOGG");

    /** A care provider with a log service of its own. */
    static final HsaId ELSEWHERE = HsaId.of("SE2321000016-TESTVG2");

    private static final HsaId PROVIDER = HsaId.of("SE2321000016-TESTVG1");
    private static final Personnummer PATIENT = Personnummer.of("191212121212");
    private static final HsaId SYSTEM = HsaId.of("SE2321000016-TESTSYS");

    private static final int ONE_ELSEWHERE_OF = 10;
    private static final int ONE_POISON_OF = 700;

    private Records() {}

    /** A record with a new id; one of many is poison. */
    static AccessRecord draw(SplittableRandom random) {
        boolean elsewhere = random.nextInt(ONE_ELSEWHERE_OF) == 0;
        Mark mark =
                new Mark((elsewhere ? SECOND : FIRST).value(), random.nextInt(ONE_POISON_OF) == 0);
        String id = newId(random);
        return AccessRecord.reading(PATIENT)
                .by(user(elsewhere ? ELSEWHERE : PROVIDER))
                .in(SYSTEM)
                .resource(ResourceType.CERTIFICATE)
                .level(mark.print())
                .arguments(Mark.filler(id))
                .logId(id)
                .build();
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

    private static ActingUser user(HsaId provider) {
        return new ActingUser(
                HsaId.of("SE2321000016-TESTLAK1"),
                Optional.empty(),
                Optional.of("Läkare"),
                Optional.of(
                        new ActingUser.Commission(
                                HsaId.of("SE2321000016-TESTUPD1"),
                                Optional.of("Vård och behandling, Provinge"),
                                "Vård och behandling")),
                Optional.of(
                        new ActingUser.CareUnit(
                                HsaId.of("SE2321000016-TESTVE1"), Optional.empty())),
                new ActingUser.CareProvider(provider, Optional.empty(), Optional.empty()));
    }
}
