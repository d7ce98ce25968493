package se.ehealthsdk.audit.contract;

import java.util.List;

/**
 * The response of CheckBlocks 4.0.
 *
 * @param result whether the check was made
 * @param rows what it said about each row, in any order
 */
public record CheckBlocksAnswer(AccessControlResult result, List<RowStatus> rows) {

    public CheckBlocksAnswer {
        rows = List.copyOf(rows);
    }

    /**
     * The answer for one row.
     *
     * @param number the number of the row in the request
     * @param status {@code OK} (not blocked), {@code BLOCKED} or {@code VALIDATIONERROR} (not checked)
     */
    public record RowStatus(int number, String status) {

        /** Not blocked. */
        public static final String OK = "OK";

        /** Blocked. */
        public static final String BLOCKED = "BLOCKED";

        /** Not checked, since something in the row is wrong. */
        public static final String VALIDATIONERROR = "VALIDATIONERROR";
    }
}
