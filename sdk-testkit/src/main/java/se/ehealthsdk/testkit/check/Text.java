package se.ehealthsdk.testkit.check;

/**
 * A sentence for people, in both languages of the console.
 *
 * @param swedish in Swedish
 * @param english in English
 */
public record Text(String swedish, String english) {}
