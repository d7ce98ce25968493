/**
 * Care plans (vård- och omsorgsplaner) over the national contract GetCarePlans 2.0, asked for and answered.
 *
 * <p>A plan here is a document with a head: who answers for it, when, for whom, and whether the patient may see it. What
 * the plan says is in the document. {@link se.ehealthsdk.discharge.careplan.CarePlanClient} asks, {@link
 * se.ehealthsdk.discharge.careplan.CarePlanProducer} answers from the vendor's own store.
 *
 * <p>Times are Swedish local time without zone, as on the wire. Identifiers of received plans stand as they came: what
 * is sent is checked, what is received is not. No {@code toString} holds a person's number, a name or a text.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, its description (TKB) and its test suite.
 */
@NullMarked
package se.ehealthsdk.discharge.careplan;

import org.jspecify.annotations.NullMarked;
