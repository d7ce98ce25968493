package se.ehealthsdk.siths.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/** Certificates as text. */
final class Pem {

    private Pem() {}

    static String of(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }
}
