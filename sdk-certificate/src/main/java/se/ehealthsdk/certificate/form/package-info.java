/**
 * The forms, in plain words: a builder for each kind of certificate that writes the {@code Intyg} as the rules of its
 * type want it and checks it, and a view of the answers of one that was fetched.
 *
 * <pre>{@code
 * HealthcareProfessional issuer = Issuer.of(user)
 *         .address("Storgatan 1", "123 45", "Staden").telephone("010-1234567").workplaceCode("1234567890123")
 *         .build();
 * Fk7804 note = Fk7804.builder(patient, issuer)
 *         .basedOn(Basis.PHYSICAL_EXAMINATION, today)
 *         .currentWork("Undersköterska, lyfter tungt")
 *         .diagnosis("F430", "Akut stressreaktion")
 *         .impairment("...").activityLimitation("...")
 *         .unableToWork(Degree.FULL, today, today.plusDays(13))
 *         .prognosis(Prognosis.fullReturn())
 *         .build();
 * }</pre>
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
