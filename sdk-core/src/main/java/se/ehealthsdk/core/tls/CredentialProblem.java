package se.ehealthsdk.core.tls;

/**
 * Something wrong with a credential, in words for whoever operates the system. Holds no secret and
 * no name of a person. Immutable.
 *
 * @param kind what it is
 * @param blocking whether the credential cannot work because of it; otherwise it is a warning
 * @param message what is wrong
 * @param remedy what to order or replace
 */
public record CredentialProblem(Kind kind, boolean blocking, String message, String remedy) {

    /** The kinds of problem. More may come. */
    public enum Kind {
        /** The certificate's validity has ended. */
        EXPIRED,
        /** The certificate's validity has not begun. */
        NOT_YET_VALID,
        /** The certificate's validity ends soon; a warning. */
        EXPIRES_SOON,
        /** The subject has no serialNumber with an HSA-id; the platform answers VP002. */
        NO_HSA_ID,
        /** The certificate is a person's, not a system's. */
        PERSON_CERTIFICATE,
        /** Key usage does not allow digital signature, which TLS needs. */
        NO_DIGITAL_SIGNATURE,
        /** Extended key usage does not allow the role of TLS client. */
        NO_CLIENT_AUTH,
        /** Extended key usage does not allow the role of TLS server. */
        NO_SERVER_AUTH,
        /** The private key belongs to another certificate. */
        KEY_MISMATCH,
        /** The certificate is signed with its own key, so no one issued it. */
        SELF_SIGNED,
        /** The issuing CA's certificate is not in the chain; a warning. */
        INCOMPLETE_CHAIN
    }
}
