package se.ehealthsdk.audit.contract;

import java.util.Optional;

/**
 * The result block of the log service's contracts.
 *
 * @param code the result code, as {@code OK}; an open list
 * @param text the text beside it; may hold personal data
 */
public record LogResult(String code, Optional<String> text) {}
