package se.ehealthsdk.testkit.check;

/**
 * A rule that messages are held against.
 *
 * @param id its name in reports and filters, which stays: {@code storelog.log-id.unique}
 * @param severity what breaking it means
 * @param title the rule in a sentence
 * @param why why there is such a rule, and what happens to those who break it
 * @param right what would be right
 * @param source contract and version, law and paragraph, RFC, or the fact sheet's words for an observed behaviour
 */
public record Rule(String id, Severity severity, Text title, Text why, Text right, String source) {}
