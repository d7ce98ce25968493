package se.ehealthsdk.siths.certificate;

/** Something odd in a certificate that can be read all the same. More may come. */
public enum CertificateProblem {
    /** The subject has no serialNumber, or a blank one. */
    NO_SERIAL_NUMBER("The subject has no serialNumber, so the certificate identifies nobody", true),
    /**
     * The subject has more than one serialNumber. Which of them counts depends on who reads, so none
     * does.
     */
    SEVERAL_SERIAL_NUMBERS(
            "The subject has several serialNumber attributes, so nobody can say whom it identifies",
            true),
    /** serialNumber is not text, or neither an HSA-id nor a personal identity number that can exist. */
    SERIAL_NUMBER_NOT_UNDERSTOOD(
            "The subject's serialNumber is neither an HSA-id nor a personal identity number of twelve"
                    + " digits",
            true),
    /** The extension with the card's number holds no text. */
    CARD_NUMBER_NOT_UNDERSTOOD("The extension with the card's number cannot be read", false),
    /** The subject directory attributes, where a title may stand, are damaged. */
    DIRECTORY_ATTRIBUTES_NOT_UNDERSTOOD(
            "The extension with subject directory attributes cannot be read", false),
    /** The subject alternative names, where an e-mail address may stand, are damaged. */
    ALTERNATIVE_NAMES_NOT_UNDERSTOOD("The extension with alternative names cannot be read", false);

    private final String message;
    private final boolean identity;

    CertificateProblem(String message, boolean identity) {
        this.message = message;
        this.identity = identity;
    }

    /** What is odd, for a support desk. */
    public String message() {
        return message;
    }

    /** Whether the certificate gives no identity because of it. */
    public boolean concernsIdentity() {
        return identity;
    }
}
