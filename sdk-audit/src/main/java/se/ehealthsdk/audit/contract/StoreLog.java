package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.AccessRecord;

/**
 * The request of StoreLog 2.0.
 *
 * @param records 1 to {@value #MAX_RECORDS} records
 */
public record StoreLog(List<AccessRecord> records) {

    /** Records in one call at most: rule 1 for consumers, since version 2.0.6 of the description. */
    public static final int MAX_RECORDS = 500;

    /** Keeps a copy of the list. */
    public StoreLog {
        records = List.copyOf(records);
    }

    /** How many records. */
    @Override
    public String toString() {
        return "StoreLog[" + records.size() + " records]";
    }
}
