package se.ehealthsdk.audit.contract;

import java.util.List;
import se.ehealthsdk.audit.AccessRecord;

/** The request of StoreLog 2.0: 1 to 500 records. */
public record StoreLog(List<AccessRecord> records) {}
