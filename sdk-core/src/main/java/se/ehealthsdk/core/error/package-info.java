/**
 * One unchecked exception tree, sorted by who must act.
 *
 * <table>
 * <caption>Who acts on what</caption>
 * <tr><th>Exception</th><th>Meaning</th><th>Who acts</th></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.InvalidInputException}</td>
 *     <td>the caller's own data was wrong; nothing was sent</td><td>the calling program</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.ConfigurationException}</td>
 *     <td>certificate, key or setting is wrong; found before the first call</td>
 *     <td>whoever operates the system</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.ConnectionException}</td>
 *     <td>the other end could not be reached, or was lost</td><td>network, or wait</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.PlatformException}</td>
 *     <td>the service platform refused or could not deliver</td>
 *     <td>the order or the administration that {@code remedy()} names</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.ServiceFaultException}</td>
 *     <td>the service producer answered with a SOAP fault</td><td>the producer</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.RejectedException}</td>
 *     <td>the producer understood and said no</td><td>the user, who must see the text</td></tr>
 * <tr><td>{@link se.ehealthsdk.core.error.ProtocolException}</td>
 *     <td>an answer that the contract does not allow</td><td>the producer</td></tr>
 * </table>
 *
 * <p>An empty answer is never an exception, and an exception is never an empty answer. Messages hold
 * no personal identity number, name, secret or message body.
 *
 * <p>Source: RIV-TA Basic Profile 2.1 (ARK_0002) and the service platform's error codes (ARK_0034).
 */
@NullMarked
package se.ehealthsdk.core.error;

import org.jspecify.annotations.NullMarked;
