package se.ehealthsdk.audit.followup;

/**
 * Something to know about a report before anything is concluded from it.
 *
 * @param kind what it is
 * @param period the period that it is about
 * @param text the service's own text; empty when it sent none, and may hold personal data
 */
public record ReportNote(Kind kind, LogPeriod period, String text) {

    /** What a note is about. */
    public enum Kind {
        /** The service covers only a part of the period; this part is missing. */
        PERIOD_CUT(true),
        /** The service did not say which period it covers. */
        PERIOD_NOT_TOLD(true),
        /** Records become visible in reports within 24 hours: the newest may be missing. */
        TOO_RECENT(true),
        /** Several log services were asked at once, and those that were not ready are left out silently. */
        MAY_LACK_PRODUCERS(true),
        /** The service sent a text beside the report. */
        MESSAGE(false);

        private final boolean shortfall;

        Kind(boolean shortfall) {
            this.shortfall = shortfall;
        }

        /** Whether the report may lack rows because of it. */
        public boolean isShortfall() {
            return shortfall;
        }
    }

    static ReportNote of(Kind kind, LogPeriod period) {
        return new ReportNote(kind, period, "");
    }

    /** Without the text. */
    @Override
    public String toString() {
        return kind + " " + period.from() + "/" + period.to();
    }
}
