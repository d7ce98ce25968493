/**
 * Messages of discharge cases between two systems: sent until they are acknowledged, received once, in order for each
 * case. {@link se.ehealthsdk.discharge.exchange.DischargeExchange} is what an application sees; {@link
 * se.ehealthsdk.discharge.exchange.HttpsDischargeExchange} is the reference adapter between two systems that are built
 * with this SDK. An adapter to another product implements the same interface; see docs/discharge-exchange.md.
 *
 * <p>There is no public interface of the Swedish discharge systems, and no national one. How messages are acknowledged
 * and repeated follows the Danish governance of MedCom messages (reliable messaging), the best documented in the field.
 */
@NullMarked
package se.ehealthsdk.discharge.exchange;

import org.jspecify.annotations.NullMarked;
