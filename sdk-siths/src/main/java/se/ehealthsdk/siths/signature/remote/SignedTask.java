package se.ehealthsdk.siths.signature.remote;

import java.security.cert.X509Certificate;

/**
 * What a response that holds has given.
 *
 * @param value the signature value, not yet held against the document
 * @param signer the signer's certificate
 */
record SignedTask(byte[] value, X509Certificate signer) {}
