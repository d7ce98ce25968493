package se.ehealthsdk.benchmarks.audit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Records to keep. */
final class Records {

    /** About as many as a typical record has in StoreLog's XML. */
    static final int TYPICAL_BYTES = 1_300;

    /** For a backlog of millions to fit on the disk of a build machine. */
    static final int SMALL_BYTES = 200;

    private static final String NAMESPACE = "urn:riv:informationsecurity:auditing:log:2";

    private Records() {}

    /** A typical record, or something as small as is asked for. */
    static byte[] record(int bytes) {
        return bytes == TYPICAL_BYTES ? typical() : text(bytes);
    }

    /**
     * A record in StoreLog's XML: who, whose and when vary, the rest is as in all records of one
     * system. It compresses as such records do.
     */
    private static byte[] typical() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String unit = "SE2321000016-" + code(random, 4);
        return """
               <log xmlns="%s"><logId>%s</logId><system><systemId>SE2321000016-TESTSYS</systemId>\
               <systemName>Journalsystemet Provjournal</systemName></system><activity><activityType>Läsa\
               </activityType><activityLevel>%s</activityLevel><startDate>2026-11-%02dT%02d:%02d:%02d.%03dZ\
               </startDate><purpose>Vård och behandling</purpose></activity><user><userId>SE2321000016-%s\
               </userId><assignment>Läkare, vård och behandling, enhet %s</assignment><title>Läkare</title>\
               <careProvider><careProviderId>SE2321000016-39KJ</careProviderId><careProviderName>Region Prov\
               </careProviderName></careProvider><careUnit><careUnitId>%s</careUnitId><careUnitName>Enhet %s\
               </careUnitName></careUnit></user><resources><resource><resourceType>Intyg</resourceType><patient>\
               <patientId><root>1.2.752.129.2.1.3.1</root><extension>%d</extension></patientId></patient>\
               <careProvider><careProviderId>SE2321000016-39KJ</careProviderId><careProviderName>Region Prov\
               </careProviderName></careProvider><careUnit><careUnitId>%s</careUnitId><careUnitName>Enhet %s\
               </careUnitName></careUnit></resource></resources></log>"""
                .formatted(
                        NAMESPACE,
                        newId(),
                        UUID.randomUUID(),
                        1 + random.nextInt(28),
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1000),
                        code(random, 4),
                        unit,
                        unit,
                        unit,
                        191_000_000_000L + random.nextLong(1_000_000_000L),
                        unit,
                        unit)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Text of a length that hardly compresses. */
    private static byte[] text(int bytes) {
        return code(ThreadLocalRandom.current(), bytes).getBytes(StandardCharsets.US_ASCII);
    }

    private static String code(ThreadLocalRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
        }
        return text.toString();
    }

    /** UUID version 7. */
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
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
}
