package se.ehealthsdk.discharge.engagementindex;

import java.util.List;

/**
 * The request of Update 1: all of it is done, or nothing.
 *
 * @param transactions 1 to {@link #MAX_TRANSACTIONS}, no key twice
 */
public record Update(List<EngagementTransaction> transactions) {

    /** Transactions in a call at most, nationally. */
    public static final int MAX_TRANSACTIONS = 1000;

    /** Copies. */
    public Update {
        transactions = List.copyOf(transactions);
    }

    /** How many. */
    @Override
    public String toString() {
        return "Update[" + transactions.size() + " transactions]";
    }
}
