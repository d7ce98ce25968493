package se.ehealthsdk.testkit.accesslog;

import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.AccessRecord.Resource;

/**
 * A line of a report.
 *
 * @param record the record it comes from
 * @param resource the part of it that the question was about
 */
record ReportEntry(AccessRecord record, Resource resource) {

    @Override
    public String toString() {
        return "ReportEntry[" + record.logId() + "]";
    }
}
