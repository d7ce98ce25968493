package se.ehealthsdk.siths.signature.remote;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a response that holds has given.
 *
 * @param value the signature value, as XML has it
 * @param chain the signer's certificate first
 */
record SignedTask(byte[] value, List<X509Certificate> chain) {}
