package se.ehealthsdk.testkit.certificate;

/**
 * An answer of a prefill (förifyllnad) that Webcert dropped without telling the caller; the real one writes it in
 * a log that care systems do not see.
 *
 * @param certificateId the draft
 * @param question the question or part question
 * @param reason {@code ANSWER_NOT_FOUND}, {@code WRONG_NUMBER_OF_ANSWERS}, {@code INVALID_FORMAT}, {@code
 *     INVALID_SUB_ANSWER_ID}, {@code INVALID_BOOLEAN_VALUE}, {@code INVALID_DIAGNOSIS_CODE} or {@code
 *     PREFILL_NOT_ACTIVE} (this stand-in's own: the type takes no prefill)
 */
public record DroppedAnswer(String certificateId, String question, String reason) {}
