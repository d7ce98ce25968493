package se.ehealthsdk.audit.access;

/**
 * A sentence for people, in two languages.
 *
 * @param english in plain English
 * @param swedish in plain Swedish
 */
public record Sentence(String english, String swedish) {}
