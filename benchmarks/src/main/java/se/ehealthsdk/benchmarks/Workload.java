package se.ehealthsdk.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is called: one question with answers of three sizes, and one write. */
enum Workload {
    CALL("call", 1, 400),
    CALL10("call10", 10, 400),
    CALL100("call100", 100, 150),
    WRITE("write", 1, 400);

    private final String part;
    private final int records;
    private final int callsPerBlock;

    Workload(String part, int records, int callsPerBlock) {
        this.part = part;
        this.records = records;
        this.callsPerBlock = callsPerBlock;
    }

    /** The name on the command line and in the figures. */
    String part() {
        return part;
    }

    /** The name of its allocation in the figures. */
    String allocationPart() {
        return this == WRITE ? "alloc_write" : part.replace("call", "alloc");
    }

    /** How many records are in the answer, or for the write in the request. */
    int records() {
        return records;
    }

    /** How many calls make a block in a full run; the larger the answer, the fewer. */
    int callsPerBlock() {
        return callsPerBlock;
    }

    /** The HSA-id to ask about; the server chooses its answer by it. */
    String hsaId() {
        return "SE2321000016-BENCH" + (1000 + records);
    }

    /** What is measured, in words. */
    String title() {
        return switch (this) {
            case CALL -> "GetEmployeeIncludingProtectedPerson 4, one record in the answer";
            case CALL10, CALL100 ->
                    "GetEmployeeIncludingProtectedPerson 4, " + records + " records in the answer";
            case WRITE -> "StoreLog 2, one log record in the request";
        };
    }

    static Optional<Workload> ofPart(String part) {
        return all().stream().filter(each -> each.part.equals(part)).findFirst();
    }

    static List<Workload> all() {
        return Arrays.asList(values());
    }
}
