package se.ehealthsdk.discharge.engagementindex;

/**
 * A post to write or to remove ({@code EngagementTransactionType}).
 *
 * @param delete true removes the post with this key, false makes or changes it
 * @param engagement the post
 */
public record EngagementTransaction(boolean delete, Engagement engagement) {}
