package se.ehealthsdk.testkit.scenario;

import java.util.EnumMap;
import java.util.Map;
import se.ehealthsdk.testkit.check.Text;
import se.ehealthsdk.testkit.signing.SigningFault;

/** What goes wrong at the signing service, in a sentence each. */
final class SigningFaultTexts {

    static final Map<SigningFault, Text> ALL = all();

    private SigningFaultTexts() {}

    private static Map<SigningFault, Text> all() {
        Map<SigningFault, Text> all = new EnumMap<>(SigningFault.class);
        all.put(
                SigningFault.DER_SIGNATURE_VALUE,
                new Text(
                        "Signaturvärdet är ECDSA:s ASN.1-form; det är inte känt att det är fel.",
                        "The value of the signature is the ASN.1 form of ECDSA; not known to be wrong."));
        all.put(
                SigningFault.WRONG_REQUEST_ID,
                new Text(
                        "RequestID hör till en annan begäran.", "RequestID is another request's."));
        all.put(
                SigningFault.WRONG_RELAY_STATE,
                new Text(
                        "RelayState hör till en annan begäran.",
                        "RelayState is another request's."));
        all.put(
                SigningFault.MADE_TOO_LATE,
                new Text(
                        "ResponseTime ligger efter begärans tidsfönster.",
                        "ResponseTime is after the request's time window."));
        all.put(
                SigningFault.MADE_TOO_EARLY,
                new Text(
                        "ResponseTime ligger före begäran.",
                        "ResponseTime is before the request was made."));
        all.put(
                SigningFault.UNSIGNED,
                new Text("Svaret saknar signatur.", "There is no signature."));
        all.put(
                SigningFault.SIGNED_BY_OTHER_KEY,
                new Text(
                        "En nyckel som inte finns i tjänstens metadata har signerat.",
                        "A key that is not in the service's metadata has signed."));
        all.put(
                SigningFault.SIGNED_BY_OTHER_KEY_IN_ITS_NAME,
                new Text(
                        "En nyckel som inte finns i tjänstens metadata har signerat, men anger tjänstens certifikat.",
                        "A key that is not in the service's metadata has signed, but names the service's certificate."));
        all.put(
                SigningFault.OTHER_CERTIFICATE_IN_KEY_INFO,
                new Text(
                        "Tjänsten har signerat, men anger någon annans certifikat.",
                        "The service has signed, but names a certificate of another."));
        all.put(
                SigningFault.CHANGED_AFTER_SIGNING,
                new Text(
                        "En text i svaret ändrades efter signeringen.",
                        "A text in the response was changed after it was signed."));
        all.put(
                SigningFault.SIGNATURE_MOVED,
                new Text(
                        "Signaturen stämmer men står sist i roten i stället för sist bland tillvalen.",
                        "The signature, which still matches, is last in the root instead of last in the optional outputs."));
        all.put(
                SigningFault.SIGNATURE_DOUBLED,
                new Text(
                        "Två signaturer, varav en är bra.",
                        "There are two signatures, one of them good."));
        all.put(
                SigningFault.WRAPPED_IN_SECOND_RESPONSE,
                new Text(
                        "Hela det signerade svaret ligger i ett annat svar, som säger något annat.",
                        "The whole signed response is inside another one, which says something else."));
        all.put(
                SigningFault.SIGNS_ONE_ELEMENT,
                new Text(
                        "Signaturen är bra men täcker bara ett element.",
                        "The signature is good, but covers one element only."));
        all.put(
                SigningFault.EXTRA_TRANSFORM,
                new Text(
                        "Signaturen är bra men har en transform för mycket.",
                        "The signature is good, but has one more transform."));
        all.put(
                SigningFault.SHA1_DIGEST,
                new Text(
                        "Signaturens kontrollsumma är SHA-1.", "The signature's digest is SHA-1."));
        all.put(
                SigningFault.OTHER_USERS_CERTIFICATE,
                new Text(
                        "Undertecknarens certifikat har ett annat HSA-id.",
                        "The signer's certificate has another HSA-id."));
        all.put(
                SigningFault.OTHER_USERS_ATTRIBUTE,
                new Text(
                        "Attributet som säger vem som legitimerades har ett annat HSA-id.",
                        "The attribute that says who was authenticated has another HSA-id."));
        all.put(
                SigningFault.NO_ATTRIBUTE,
                new Text(
                        "Attributet som säger vem som legitimerades saknas.",
                        "The attribute that says who was authenticated is missing."));
        all.put(
                SigningFault.LOW_LEVEL,
                new Text(
                        "Användaren legitimerades på tillitsnivå 1.",
                        "The user was authenticated at level of assurance 1."));
        all.put(
                SigningFault.OTHER_IDENTITY_PROVIDER,
                new Text(
                        "Användaren legitimerades av en annan IdP.",
                        "The user was authenticated by another IdP."));
        all.put(
                SigningFault.OTHER_BYTES,
                new Text(
                        "Andra byte signerades, och svaret säger det.",
                        "Other bytes were signed, and the response says so."));
        all.put(
                SigningFault.OTHER_BYTES_CONCEALED,
                new Text(
                        "Andra byte signerades, och svaret säger det inte.",
                        "Other bytes were signed, and the response does not say so."));
        all.put(
                SigningFault.WRONG_TASK_ID,
                new Text("Uppgiften har ett annat id.", "The task has another id."));
        all.put(
                SigningFault.TWO_TASKS,
                new Text(
                        "Två uppgifter, varav den första är bra.",
                        "There are two tasks, the first of them good."));
        all.put(
                SigningFault.OTHER_ALGORITHM_CLAIMED,
                new Text(
                        "Värdet påstås ha en annan algoritm.",
                        "The value claims to be of another algorithm."));
        all.put(
                SigningFault.UNTRUSTED_CHAIN,
                new Text(
                        "Undertecknarens certifikat kommer från en okänd utfärdare.",
                        "The signer's certificate comes from a CA that nobody knows."));
        all.put(
                SigningFault.EXPIRED_CERTIFICATE,
                new Text(
                        "Undertecknarens certifikat hade gått ut när svaret gjordes.",
                        "The signer's certificate had expired when the response was made."));
        all.put(
                SigningFault.CERTIFICATE_FOR_LOG_IN,
                new Text(
                        "Undertecknarens certifikat är inte avsett för underskrift.",
                        "The signer's certificate is not for signatures."));
        all.put(
                SigningFault.RESPONDER_ERROR,
                new Text(
                        "Tjänsten avböjer: ResponderError, GeneralError.",
                        "The service declines: ResponderError, GeneralError."));
        return all;
    }
}
