/**
 * The forms, in plain words: a builder for each kind of certificate that writes the {@code Intyg} as the rules of its
 * type want it and checks it, and a view of the answers of one that was fetched.
 *
 * <p>Every method names the question of the form in short, in Swedish, with its id. A builder takes what it is given:
 * what breaks a rule is told by {@code check()} and {@code build()}, all of it at once. Only what no certificate
 * could hold at all is refused where it is given.
 *
 * <p>A text that is blank is no answer. A question that may be answered several times is answered once more by each
 * call; any other is answered by the last call. What was carried over from an earlier certificate gives way to the
 * first answer that is given to the same question.
 */
@NullMarked
package se.ehealthsdk.certificate.form;

import org.jspecify.annotations.NullMarked;
