package se.ehealthsdk.hsa.readiness;

/**
 * What could not be found out. Never a sign that something is missing.
 *
 * @param question what was asked
 * @param problem why there was no answer, or who could give it; no personal data
 */
public record NotFoundOut(String question, String problem) {}
